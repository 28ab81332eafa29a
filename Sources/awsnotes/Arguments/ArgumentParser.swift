/// Reads a command line word by word: options and arguments in any order, the first argument
/// being the name of the command.
struct ArgumentParser {
  private let table: CommandTable
  private var rest: ArraySlice<String>

  private(set) var command: Command?
  private(set) var arguments = ParsedArguments()

  init(_ table: CommandTable, words: [String]) {
    self.table = table
    rest = words[...]
  }

  /// Reads all words.
  mutating func parse() throws(UsageError) {
    while let word = rest.popFirst() {
      if word == "--" {
        while let word = rest.popFirst() { try takeArgument(word) }
      } else if word.hasPrefix("--") {
        try takeLongOption(word.dropFirst(2))
      } else if word.hasPrefix("-"), word != "-", !isDashWord(word) {
        try takeShortOptions(word.dropFirst())
      } else {
        try takeArgument(word)
      }
    }
  }

  private mutating func takeArgument(_ word: String) throws(UsageError) {
    guard let command else {
      command = table.command(named: word)
      if command == nil { throw table.unknownCommand(word) }
      return
    }
    let limit = command.arguments.last?.isRepeating == true ? Int.max : command.arguments.count
    guard arguments.positionals.count < limit else {
      throw .unexpectedArgument(word, usage: table.usage(of: command))
    }
    arguments.positionals.append(word)
  }
}

// MARK: - Options

extension ArgumentParser {
  /// Reads `name`, `name value` or `name=value`.
  private mutating func takeLongOption(_ body: Substring) throws(UsageError) {
    let name = body.prefix { $0 != "=" }
    let attached = name.endIndex == body.endIndex ? nil : body[name.endIndex...].dropFirst()
    guard let option = options.first(where: { $0.name == name }) else {
      throw table.unknownOption("--\(name)", named: String(name), of: command)
    }
    if option.value == .flag {
      guard attached == nil else { throw .unexpectedValue(option) }
      arguments.set(option, to: nil)
    } else {
      try takeValue(of: option, attached: attached)
    }
  }

  /// Reads the letters of `-abc`: flags, up to an option whose value is the rest or the next word.
  private mutating func takeShortOptions(_ word: Substring) throws(UsageError) {
    var letters = word
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.short == letter }) else {
        throw table.unknownOption("-\(word)", named: String(word), of: command)
      }
      guard option.value == .flag else {
        let attached = letters.first == "=" ? letters.dropFirst() : letters
        return try takeValue(of: option, attached: letters.isEmpty ? nil : attached)
      }
      arguments.set(option, to: nil)
    }
  }

  private mutating func takeValue(
    of option: CommandLineOption, attached: Substring?
  ) throws(UsageError) {
    if case .optionalChoice(let words) = option.value, attached == nil,
      !words.contains(rest.first ?? "")
    {
      arguments.set(option, to: nil)
      return
    }
    // After `--content --json` a value is missing; one that begins so is written with `=`.
    guard let value = attached.map(String.init) ?? (nextIsOption ? nil : rest.popFirst()) else {
      throw .missingValue(option)
    }
    guard option.accepts(value) else { throw .badValue(value, option) }
    arguments.set(option, to: value)
  }

  private var nextIsOption: Bool {
    rest.first?.hasPrefix("--") == true
  }

  private var options: [CommandLineOption] {
    table.options(of: command)
  }

  /// Whether a word after a single dash is an argument, as ``Command/acceptsDashWords`` says.
  private func isDashWord(_ word: String) -> Bool {
    guard let command, command.acceptsDashWords, let letter = word.dropFirst().first else {
      return false
    }
    guard let option = options.first(where: { $0.short == letter }) else { return true }
    let rest = word.dropFirst(2)
    if case .integer = option.value { return !rest.allSatisfy(\.isNumber) }
    return !rest.isEmpty
  }
}
