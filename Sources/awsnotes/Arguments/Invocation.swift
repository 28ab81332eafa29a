/// What a command line asks for.
enum Invocation: Sendable {
  /// Nothing: no command is named.
  case nothing
  case version
  /// The help of a command, or of the program.
  case help(Command?)
  case run(Command, ParsedArguments)
}

extension CommandTable {
  /// Reads the words that follow the name of the program.
  ///
  /// - Throws: A ``UsageError`` that says which word was not understood.
  func parse(_ words: [String]) throws(UsageError) -> Invocation {
    var parser = ArgumentParser(self, words: words)
    try parser.parse()
    let arguments = parser.arguments
    // Help comes first: who asks for it need not know yet which arguments a command takes.
    if arguments.flag(CommandLineOption.help.name) { return .help(parser.command) }
    if arguments.flag(CommandLineOption.version.name) { return .version }
    guard let command = parser.command else { return .nothing }
    let given = arguments.positionals.count
    if given < command.arguments.count, command.arguments[given].isRequired {
      let missing = command.arguments[given].name
      throw .missingArgument(missing, usage: usage(of: command))
    }
    return .run(command, arguments)
  }
}
