/// A question and its answer, found in a note.
public struct Card: Hashable, Sendable, Identifiable {
  /// How a card is asked.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The answer is thought of, shown and rated.
    case basic
    /// The answer is short enough to be typed.
    case typed
    /// One or more of several answers are chosen.
    case choice
    /// A word is left out of a sentence.
    case cloze
    /// Several answers are to be given, in any order.
    case list
  }

  /// The same as long as the note says the same about the same term, whatever the words: made of note,
  /// pattern, normalised term and direction.
  public var id: String

  /// How the card is asked.
  public var kind: Kind

  /// The question; it can be answered without having seen the note, and does not hold its answer.
  public var front: String

  /// The answer as it is shown.
  public var back: String

  /// Answers that count as right when they are typed, the shown one first; empty where none can be typed.
  public var accepted: [String]

  /// Answers to choose from, the right ones among them, in the order in which they are written; empty for
  /// cards whose choices are made from other cards (see `Deck.choices`).
  public var choices: [Choice]

  /// The note's path below the content folder.
  public var note: String

  /// The place of the section in `Note.sections`.
  public var section: Int

  /// The headings down to the section, outermost first.
  public var headings: [String]

  /// The source line, from 1.
  public var line: Int

  /// The terms that the card is about, normalised as the glossary does.
  public var terms: [String]

  /// The category of the note, empty if it has none.
  public var category: String

  /// The service of the note, if its front matter names one.
  public var service: String?

  /// The note's tags.
  public var tags: [String]

  /// Which rule made the card, as `bold-term`, `bold-term-reverse`, `written` or `scenario`.
  public var pattern: String

  /// Cards of one fact: only one of them is asked a day.
  public var siblings: String

  /// Creates a card.
  public init(
    id: String, kind: Kind, front: String, back: String, accepted: [String] = [],
    choices: [Choice] = [], note: String, section: Int, headings: [String] = [], line: Int,
    terms: [String] = [], category: String = "", service: String? = nil, tags: [String] = [],
    pattern: String, siblings: String
  ) {
    self.id = id
    self.kind = kind
    self.front = front
    self.back = back
    self.accepted = accepted
    self.choices = choices
    self.note = note
    self.section = section
    self.headings = headings
    self.line = line
    self.terms = terms
    self.category = category
    self.service = service
    self.tags = tags
    self.pattern = pattern
    self.siblings = siblings
  }

  /// One of several answers.
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
  }
}
