/// What a process tells its parent when it ends.
struct ExitStatus: Hashable, Sendable {
  /// The number seen by a shell, from 0 to 255.
  let code: Int32

  static let success = ExitStatus(code: 0)
  static let failure = ExitStatus(code: 1)
  /// The work could not be done: the command line was not understood, or the system refused.
  static let misuse = ExitStatus(code: 2)
}

/// A reason why a command could not do its work, as a person is told it.
struct Failure: Error, Hashable, Sendable {
  /// What happened, where, and what to do next; the program's name is put before it.
  let message: Localized

  let status: ExitStatus

  init(_ message: Localized, status: ExitStatus = .failure) {
    self.message = message
    self.status = status
  }
}
