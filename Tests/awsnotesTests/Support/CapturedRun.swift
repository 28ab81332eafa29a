import Glibc

@testable import awsnotes

/// What a program said when it was run, and how it ended.
struct CapturedRun: Equatable {
  var status: ExitStatus
  var output: String
  var errors: String

  /// Runs a table of commands with pipes in place of a terminal.
  init(
    _ words: [String], of table: CommandTable = .sample, environment: [String: String] = [:]
  ) {
    let (output, errors) = (Pipe(), Pipe())
    do {
      let console = Console(
        table: table, environment: environment,
        output: output.writer(environment), errors: errors.writer(environment))
      status = table.run(words, on: console)
    }
    self.output = output.contents()
    self.errors = errors.contents()
  }
}

/// A pipe of the system, closed at the end of its life.
final class Pipe {
  private let reading: Int32
  private let writing: Int32
  private var isOpen = (reading: true, writing: true)

  init() {
    var ends: [Int32] = [-1, -1]
    _ = unsafe pipe(&ends)
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    closeReading()
    closeWriting()
  }

  /// A writer into the pipe.
  func writer(_ environment: [String: String] = [:], isTerminal: Bool = false) -> OutputWriter {
    let terminal = Terminal(isTerminal: isTerminal, columns: nil, environment: environment)
    return OutputWriter(descriptor: writing, terminal: terminal)
  }

  /// Makes the writer's reader go away.
  func closeReading() {
    if isOpen.reading { _ = close(reading) }
    isOpen.reading = false
  }

  private func closeWriting() {
    if isOpen.writing { _ = close(writing) }
    isOpen.writing = false
  }

  /// All that was written, after which nothing more can be.
  func contents() -> String {
    closeWriting()
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe read(reading, &part, part.count)
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += part.prefix(count)
    }
  }
}
