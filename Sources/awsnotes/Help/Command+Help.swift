extension Command {
  /// The command that explains the others.
  static let help = Command(
    name: "help",
    summary: Localized(fr: "explique une commande", en: "explain a command"),
    arguments: [
      PositionalArgument(
        name: Localized(fr: "COMMANDE", en: "COMMAND"), isRequired: false,
        completion: .command,
        help: Localized(fr: "le nom d’une commande", en: "the name of a command"))
    ],
    run: { arguments, console throws(Failure) in
      let name = arguments.positionals.first
      let command = name.flatMap(console.table.command(named:))
      if let name, command == nil {
        throw console.table.unknownCommand(name).failure
      }
      console.showHelp(on: command)
      return .success
    })
}

extension Console {
  /// Writes the help of a command, or of the program.
  func showHelp(on command: Command?) {
    let page = HelpPage(table: table, language: language, terminalWidth: output.terminal.width)
    output.writeLines(page.lines(for: command))
  }
}
