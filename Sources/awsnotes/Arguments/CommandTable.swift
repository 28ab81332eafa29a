/// A program and the commands that it knows.
struct CommandTable: Sendable {
  /// The name by which the program is called.
  let program: String

  let version: String

  /// What the program was built from, behind the version; `nil` where that is not known.
  var origin: Localized?

  /// What the program is for, in one sentence.
  let summary: Localized

  /// The commands, in the order in which the help lists them.
  let commands: [Command]

  /// The options that every command understands, besides `--help`.
  let commonOptions: [CommandLineOption]
}

extension CommandTable {
  /// The version and what it was built from: `0.1.0 (6c5d38491c1c, 2026-11-21)`.
  var fullVersion: Localized {
    let version = Localized(both: version)
    return origin.map { version + Localized(both: " (") + $0 + Localized(both: ")") } ?? version
  }

  /// Finds a command by its name or by another name that it has.
  func command(named name: String) -> Command? {
    commands.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// The options understood after a command, or before any.
  func options(of command: Command?) -> [CommandLineOption] {
    (command?.options ?? []) + commonOptions + [.help] + (command == nil ? [.version] : [])
  }

  /// The line that shows how a command is written, or any command.
  func usage(of command: Command?) -> Localized {
    guard let command else {
      return Localized(fr: "\(program) COMMANDE [OPTIONS]", en: "\(program) COMMAND [OPTIONS]")
    }
    return command.arguments.reduce(Localized(both: "\(program) \(command.name) [OPTIONS]")) {
      $0 + Localized(both: " ") + $1.usage
    }
  }
}

// MARK: - Suggestions

extension CommandTable {
  /// The error that a word is no command's name.
  func unknownCommand(_ word: String) -> UsageError {
    let names = shownCommands.flatMap { [$0.name] + $0.aliases }
    let list = "\(program) \(Command.help.name)"
    return .unknownCommand(word, suggestion: closestName(to: word, among: names), help: list)
  }

  /// The error that a word, which means an option of this name, is none of a command's options.
  func unknownOption(_ word: String, named name: String, of command: Command?) -> UsageError {
    let suggestion = closestName(to: name, among: options(of: command).map(\.name))
    let list = [program, command?.name, "--help"].compactMap { $0 }.joined(separator: " ")
    return .unknownOption(word, suggestion: suggestion, help: list)
  }
}
