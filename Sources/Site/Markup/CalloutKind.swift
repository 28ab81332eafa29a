/// What a callout is for, out of the many words that notes use.
enum CalloutKind: String {
  case note
  case tip
  case important
  case warning
  case danger
  case example
  case question
  case summary

  init(_ word: String) {
    switch word {
    case "tip", "hint", "astuce", "conseil", "success", "check", "done": self = .tip
    case "important", "attention", "key", "cle", "clé": self = .important
    case "warning", "caution", "avertissement", "prudence": self = .warning
    case "danger", "error", "bug", "failure", "fail", "erreur": self = .danger
    case "example", "exemple", "quote", "cite", "citation": self = .example
    case "question", "help", "faq": self = .question
    case "abstract", "summary", "tldr", "resume", "résumé": self = .summary
    default: self = .note
    }
  }

  /// The end of the class.
  var style: String { rawValue }

  /// What stands above a callout without a title of its own.
  var title: Wording {
    switch self {
    case .note: Wording("Note", "Note")
    case .tip: Wording("Conseil", "Tip")
    case .important: Wording("Important", "Important")
    case .warning: Wording("Attention", "Warning")
    case .danger: Wording("Danger", "Danger")
    case .example: Wording("Exemple", "Example")
    case .question: Wording("Question", "Question")
    case .summary: Wording("En bref", "In short")
    }
  }
}
