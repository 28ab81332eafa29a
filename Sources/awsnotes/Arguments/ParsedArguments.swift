/// The arguments of a command as they were read, each fit for its option.
struct ParsedArguments: Hashable, Sendable {
  /// The arguments known by their place.
  var positionals: [String] = []

  /// The flags given, by name.
  private var flags: Set<String> = []

  /// The values given, by the name of their option; each is one that its option accepts.
  private var values: [String: String] = [:]

  init() {}

  /// Whether a flag is given.
  func flag(_ name: String) -> Bool {
    flags.contains(name)
  }

  /// The text, word or path given for an option.
  func text(_ name: String) -> String? {
    values[name]
  }

  /// The number given for an option, within its range.
  func integer(_ name: String) -> Int? {
    values[name].flatMap { Int($0) }
  }

  /// Notes an option; of two values, the last wins.
  mutating func set(_ option: CommandLineOption, to value: String?) {
    if let value {
      flags.remove(option.name)
      values[option.name] = value
    } else {
      values[option.name] = nil
      flags.insert(option.name)
    }
  }
}
