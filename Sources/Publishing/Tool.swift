internal import Glibc

/// A program that publishing needs, run without a shell.
struct Tool {
  /// The program's name, looked for in the folders of PATH.
  let name: String

  /// The Debian package that has it.
  let package: String

  /// The variables that it gets.
  var environment: [String: String]

  /// What came of running a program.
  struct Outcome {
    /// The exit status; 128 and the signal's number if one ended it.
    var status: Int32
    var output: [UInt8]
    /// What it said on its error output.
    var message: String

    var lines: [Substring] {
      String(decoding: output, as: UTF8.self).split(separator: "\n")
    }
  }

  /// Runs the program and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments.
  ///   - input: What it reads.
  /// - Throws: ``PublishingError/toolMissing(_:package:)`` if there is no such program, and
  ///   ``PublishingError/toolFailed(_:message:)`` if it ends with another status than 0.
  /// - Returns: What it wrote.
  @discardableResult
  func run(_ arguments: [String], input: [UInt8] = []) throws(PublishingError) -> Outcome {
    let outcome = try attempt(arguments, input: input)
    guard outcome.status == 0 else { throw failure(outcome) }
    return outcome
  }

  /// The error that a program gave up.
  func failure(_ outcome: Outcome) -> PublishingError {
    let message = outcome.message.isEmpty ? "exit \(outcome.status)" : outcome.message
    return .toolFailed(name, message: message)
  }

  /// Runs the program and waits for its end, whatever that is.
  func attempt(_ arguments: [String], input: [UInt8] = []) throws(PublishingError) -> Outcome {
    // Files in place of pipes: nobody waits for the other to read.
    let folder = try TemporaryFolder(environment)
    let files = (try folder.write(input, to: "in"), folder.path + "/out", folder.path + "/err")
    let child = try start([name] + arguments, files)
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { break }
    }
    let signal = status & 0x7F
    var message = String(decoding: try contents(of: files.2), as: UTF8.self)
    while message.last?.isWhitespace == true { message.removeLast() }
    return Outcome(
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
      output: try contents(of: files.1), message: message)
  }

  /// Starts the program.
  ///
  /// - Parameters:
  ///   - words: Its name and its arguments.
  ///   - files: What it reads, and what it writes.
  /// - Throws: ``PublishingError``.
  /// - Returns: The process, to be waited for.
  func start(
    _ words: [String], _ files: (input: String, output: String, errors: String)
  ) throws(PublishingError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, files.input, O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 1, files.output, flags, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, files.errors, flags, 0o600)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // Signals that this program passes over are none of the other's business.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var child: pid_t = 0
    let error = unsafe withCStrings(words) { words in
      unsafe withCStrings(environment.map { "\($0)=\($1)" }) { variables in
        unsafe posix_spawnp(&child, name, &actions, &attributes, words, variables)
      }
    }
    guard error == 0 else {
      if error == ENOENT { throw .toolMissing(name, package: package) }
      throw .toolFailed(name, message: unsafe String(cString: strerror(error)))
    }
    return child
  }
}

/// Texts as C has them, ended by a null pointer.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = unsafe texts.map { unsafe strdup($0) }
  defer { for place in unsafe pointers.indices { unsafe free(pointers[place]) } }
  return unsafe body(pointers + [nil])
}

extension Tool {
  static func git(_ environment: [String: String]) -> Tool {
    Tool(name: "git", package: "git", environment: environment)
  }

  static func rsync(_ environment: [String: String]) -> Tool {
    Tool(name: "rsync", package: "rsync", environment: environment)
  }

  /// The command line of AWS, which otherwise shows long answers in a pager.
  static func aws(_ environment: [String: String]) -> Tool {
    let environment = environment.merging(["AWS_PAGER": ""]) { $1 }
    return Tool(name: "aws", package: "awscli", environment: environment)
  }
}
