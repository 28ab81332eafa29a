import Glibc

/// What a command has for speaking with the person who typed it.
struct Console {
  /// The program of which the command is one.
  let table: CommandTable

  private(set) var language: Language

  /// The variables of the process.
  let environment: [String: String]

  /// Where answers go.
  let output: OutputWriter

  /// Where errors and progress go.
  let errors: OutputWriter

  /// Creates a console.
  init(
    table: CommandTable, environment: [String: String], output: OutputWriter, errors: OutputWriter
  ) {
    self.table = table
    self.environment = environment
    self.output = output
    self.errors = errors
    language = .preferred(environment: environment)
  }

  /// The console, speaking the language of the settings where the environment names none.
  func speaking(_ preferred: Language?) -> Console {
    guard let preferred, !Language.isNamed(in: environment) else { return self }
    var console = self
    console.language = preferred
    return console
  }

  /// Creates the console of this process.
  static func standard(for table: CommandTable) -> Console {
    let environment = processEnvironment()
    func writer(_ descriptor: Int32) -> OutputWriter {
      let terminal = Terminal(descriptor: descriptor, environment: environment)
      return OutputWriter(descriptor: descriptor, terminal: terminal)
    }
    return Console(
      table: table, environment: environment,
      output: writer(STDOUT_FILENO), errors: writer(STDERR_FILENO))
  }
}
