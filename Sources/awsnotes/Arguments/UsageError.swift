/// A reason why a command line could not be understood.
enum UsageError: Error, Hashable, Sendable {
  /// There is no such command; the command line `help` lists those that there are.
  case unknownCommand(String, suggestion: String?, help: String)

  /// There is no such option; the command line `help` lists those that there are.
  case unknownOption(String, suggestion: String?, help: String)

  /// Nothing follows an option that needs a value.
  case missingValue(CommandLineOption)

  /// A value is attached to an option that takes none.
  case unexpectedValue(CommandLineOption)

  /// The value is not one that the option accepts.
  case badValue(String, CommandLineOption)

  case missingArgument(Localized, usage: Localized)

  case unexpectedArgument(String, usage: Localized)
}

// MARK: - Messages

extension UsageError {
  /// The error as a person is told it.
  var failure: Failure {
    Failure(message, status: .misuse)
  }

  /// What was not understood, and what to write instead.
  var message: Localized {
    switch self {
    case .unknownCommand(let word, let suggestion, let help):
      .quoted(word) + Localized(fr: " n’existe pas. ", en: " does not exist. ")
        + (suggestion.map { Self.didYouMean(.quoted($0)) } ?? Self.see(help))
    case .unknownOption(let word, let suggestion, let help):
      Localized(fr: "l’option ", en: "option ") + Localized(both: sanitized(word))
        + Localized(fr: " n’existe pas. ", en: " does not exist. ")
        + (suggestion.map { Self.didYouMean(Localized(both: "--\($0)")) } ?? Self.see(help))
    case .missingValue(let option):
      Localized(fr: "il manque une valeur\u{A0}: ", en: "a value is missing: ") + option.usage
    case .unexpectedValue(let option):
      Localized(
        fr: "--\(option.name) n’attend pas de valeur", en: "--\(option.name) takes no value")
    case .badValue(let text, let option):
      Localized(fr: "--\(option.name) attend ", en: "--\(option.name) expects ")
        + option.expectation + Localized(fr: ", pas ", en: ", not ") + .quoted(text)
    case .missingArgument(let name, let usage):
      Localized(fr: "il manque \(name.french)", en: "\(name.english) is missing")
        + Self.write(usage)
    case .unexpectedArgument(let word, let usage):
      .quoted(word) + Localized(fr: " est de trop", en: " is one argument too many")
        + Self.write(usage)
    }
  }

  private static func didYouMean(_ name: Localized) -> Localized {
    Localized(
      fr: "Vouliez-vous dire \(name.french)\u{A0}?", en: "Did you mean \(name.english)?")
  }

  private static func see(_ line: String) -> Localized {
    .quoted(line) + Localized(fr: " montre ce qui existe.", en: " shows what there is.")
  }

  private static func write(_ usage: Localized) -> Localized {
    Localized(fr: ". Écrivez\u{A0}: \(usage.french)", en: ". Write: \(usage.english)")
  }
}

extension CommandLineOption {
  /// What the option accepts, in words that follow "expects".
  fileprivate var expectation: Localized {
    switch value {
    case .integer(let range):
      Localized(
        fr: "un entier de \(range.lowerBound) à \(range.upperBound)",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .choice(let words), .optionalChoice(let words):
      Localized(
        fr: words.map { Localized.quoted($0).french }.joined(separator: " ou "),
        en: words.map { Localized.quoted($0).english }.joined(separator: " or "))
    case .flag, .text, .file, .directory:
      placeholder ?? .empty
    }
  }
}
