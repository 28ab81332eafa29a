import KnowledgeBase

/// What can be written in a place of a command line, for a shell that completes it.
enum CompletedValue: Hashable, Sendable {
  /// Nothing that could be listed.
  case anything
  /// One of these words.
  case words([String])
  case file
  case directory
  /// A name from the notes.
  case names([KeptNames.Kind])
  /// A part of a query: a term, or a label and a name.
  case query
  /// The name of a command.
  case command
}

extension CompletedValue {
  /// What ``Command/names`` calls clauses of a query: `service:EC2`.
  static let clauses = "clauses"

  /// What ``Command/names`` is asked for.
  static func kinds(_ kinds: [KeptNames.Kind]) -> String {
    kinds.map(\.rawValue).joined(separator: ",")
  }

  /// What it is asked for a query.
  static let queryKinds = "\(KeptNames.Kind.terms.rawValue),\(clauses)"
}

extension CommandLineOption {
  /// What can be written after the option; `nil` for a flag.
  var completion: CompletedValue? {
    switch value {
    case .flag: nil
    case .integer: .anything
    case .text: names.map { .names([$0]) } ?? .anything
    case .choice(let words), .optionalChoice(let words): .words(words)
    case .file: .file
    case .directory: .directory
    }
  }

  /// Whether the next word is always the option's value.
  var needsValue: Bool {
    switch value {
    case .flag, .optionalChoice: false
    default: true
    }
  }
}

extension CommandTable {
  /// The commands that a person is told of.
  var shownCommands: [Command] { commands.filter { !$0.isHidden } }

  /// The options that come with each command: those of the table, and help.
  var sharedOptions: [CommandLineOption] { commonOptions + [.help] }
}
