/// What a section asks its reader, with choices of which some are right.
public struct Question: Hashable, Sendable {
  /// The text above the choices.
  public var stem: String

  /// The choices, in the order in which they are written.
  public var choices: [Choice]

  /// The place of the section in `Note.sections`.
  public var section: Int

  /// The source line of the first choice, from 1.
  public var line: Int

  /// Creates a question.
  public init(stem: String, choices: [Choice], section: Int, line: Int) {
    self.stem = stem
    self.choices = choices
    self.section = section
    self.line = line
  }

  /// One of the answers to choose from.
  public struct Choice: Hashable, Sendable {
    /// The answer.
    public var text: String

    /// Whether it is right.
    public var isRight: Bool

    /// Why, if the note says so.
    public var explanation: String?

    /// Creates a choice.
    public init(text: String, isRight: Bool, explanation: String? = nil) {
      self.text = text
      self.isRight = isRight
      self.explanation = explanation
    }

    /// Where a dash sets what explains an answer apart from it.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public static func dash(in text: String) -> Range<String.Index>? {
      [" — ", "\u{A0}— ", " – "].compactMap { text.firstRange(of: $0) }
        .min { $0.lowerBound < $1.lowerBound }
    }

    /// Takes a choice apart: `Answer — why`.
    init(_ item: String, isRight: Bool) {
      let dash = Self.dash(in: item)
      text = trimmed(dash.map { item[..<$0.lowerBound] } ?? item[...])
      self.isRight = isRight
      explanation = dash.map { trimmed(item[$0.upperBound...]) }
    }
  }
}

/// A question that the writer put beside its answer: `Question :: answer`.
public struct WrittenCard: Hashable, Sendable {
  /// The question.
  public var question: String

  /// The answer.
  public var answer: String

  /// Whether the answer asks for the question, too: `:::`.
  public var isReversible: Bool

  /// The place of the section in `Note.sections`.
  public var section: Int

  /// The source line, from 1.
  public var line: Int

  /// Creates a question with its answer.
  public init(question: String, answer: String, isReversible: Bool, section: Int, line: Int) {
    self.question = question
    self.answer = answer
    self.isReversible = isReversible
    self.section = section
    self.line = line
  }

  /// What stands between the texts of a card that is asked both ways.
  static let reversibleMark = " ::: "

  /// The first mark in a line that parts a question from its answer; `nil` where there is none.
  package static func mark(in text: String) -> Range<String.Index>? {
    guard text.holds("::") else { return nil }
    return text.firstPlace(of: reversibleMark) ?? text.firstPlace(of: " :: ")
  }
}

/// A passage of which a part is to be left out: `{{part}}` or `==part==`.
public struct Cloze: Hashable, Sendable {
  /// What stands before the part.
  public var before: String

  /// The part.
  public var answer: String

  /// What stands behind the part.
  public var after: String

  /// The place of the section in `Note.sections`.
  public var section: Int

  /// The source line, from 1.
  public var line: Int

  /// Creates a passage.
  public init(before: String, answer: String, after: String, section: Int, line: Int) {
    self.before = before
    self.answer = answer
    self.after = after
    self.section = section
    self.line = line
  }
}

/// A list as it is written, whatever its items say.
public struct Enumeration: Hashable, Sendable {
  /// The section's name, or the term of the item above.
  public var subject: String

  /// The text that introduces the list and ends with a colon, if there is one.
  public var lead: String?

  /// Whether the list stands below an item of another.
  public var isNested: Bool

  /// The first paragraph of each item.
  public var items: [TextLine]

  /// The place of the section in `Note.sections`.
  public var section: Int

  /// Creates a list.
  public init(
    subject: String, lead: String? = nil, isNested: Bool, items: [TextLine], section: Int
  ) {
    self.subject = subject
    self.lead = lead
    self.isNested = isNested
    self.items = items
    self.section = section
  }
}
