import KnowledgeBase

/// An option that a command understands, such as `--limit N`.
struct CommandLineOption: Hashable, Sendable {
  /// The long name, without its two dashes.
  let name: String

  /// The letter that stands for the name after a single dash.
  let short: Character?

  /// What is written after the name.
  let value: Value

  /// What of the notes a text names.
  let names: KeptNames.Kind?

  let help: Localized

  init(
    _ name: String, short: Character? = nil, value: Value = .flag, names: KeptNames.Kind? = nil,
    help: Localized
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.names = names
    self.help = help
  }
}

extension CommandLineOption {
  /// What is written after the name of an option.
  enum Value: Hashable, Sendable {
    /// Nothing: the option is there or it is not.
    case flag
    /// Any text, called so in the help.
    case text(Localized)
    /// A whole number.
    case integer(ClosedRange<Int>)
    /// One of these words.
    case choice([String])
    /// One of these words, or nothing.
    case optionalChoice([String])
    case file
    case directory
  }

  /// What the help writes in place of the value, or `nil` for a flag.
  var placeholder: Localized? {
    switch value {
    case .flag: nil
    case .text(let name): name
    case .integer: Localized(both: "N")
    case .choice(let words): Localized(both: words.joined(separator: "|"))
    case .optionalChoice(let words): Localized(both: "[\(words.joined(separator: "|"))]")
    case .file: Localized(fr: "FICHIER", en: "FILE")
    case .directory: Localized(fr: "DOSSIER", en: "DIR")
    }
  }

  /// The option as it is written on a command line: `--limit N`.
  var usage: Localized {
    Localized(both: "--\(name)") + (placeholder.map { Localized(both: " ") + $0 } ?? .empty)
  }

  /// Whether a text may be written after the option.
  func accepts(_ text: String) -> Bool {
    switch value {
    case .flag: false
    case .text, .file: true
    case .directory: !text.isEmpty
    case .integer(let range): Int(text).map(range.contains) ?? false
    case .choice(let words), .optionalChoice(let words): words.contains(text)
    }
  }
}

// MARK: - Options of every program

extension CommandLineOption {
  static let help = CommandLineOption(
    "help", short: "h", help: Localized(fr: "affiche cette aide", en: "show this help"))

  static let version = CommandLineOption(
    "version", help: Localized(fr: "affiche la version", en: "show the version"))
}
