/// A text for people, in both languages.
struct Localized: Hashable, Sendable {
  let french: String
  let english: String

  /// Creates a text from its two versions.
  init(fr french: String, en english: String) {
    self.french = french
    self.english = english
  }

  /// Creates a text that reads the same in both languages, such as a file's name.
  init(both text: String) {
    self.init(fr: text, en: text)
  }

  static let empty = Localized(both: "")

  /// Returns the text in a language.
  func `in`(_ language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }

  /// Returns both versions of a text, each made by the same function.
  func map(_ transform: (String) -> String) -> Localized {
    Localized(fr: transform(french), en: transform(english))
  }

  static func + (first: Localized, second: Localized) -> Localized {
    Localized(fr: first.french + second.french, en: first.english + second.english)
  }
}

// MARK: - Typography

extension Localized {
  /// Returns words that a person typed, between the quotation marks of each language.
  static func quoted(_ text: String) -> Localized {
    let text = sanitized(text)
    return Localized(fr: "«\u{A0}\(text)\u{A0}»", en: "“\(text)”")
  }
}
