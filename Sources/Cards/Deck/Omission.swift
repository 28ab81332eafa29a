/// Something in a note that became no card, and why.
public struct Omission: Hashable, Sendable {
  /// Why there is no card.
  public enum Reason: Hashable, Sendable {
    /// The note's front matter says `cartes: non`.
    case noteWithoutCards
    /// The section says `<!-- sans carte -->`.
    case sectionWithoutCards
    /// The section is a question with choices; it is asked as a whole.
    case insideQuestion
    /// The term is a label, a sentence or code.
    case notATerm
    /// There is too little to answer.
    case tooShort
    /// The answer is longer than one remembers.
    case tooLong
    /// Two terms have this definition; it cannot be asked which one is meant.
    case sharedDefinition
    /// The question would hold its answer.
    case leak
    /// More members than one remembers.
    case tooManyMembers(Int)
    /// Rows of a table behind the first ones, ``Fact/mostRows``; how many there are.
    case tooManyRows(Int)
    /// The members are links, not terms.
    case links
    /// The name orders the note and groups nothing.
    case structuralName
    /// More than one answer is right.
    case severalAnswers
    /// Another card asks the same.
    case duplicate
    /// No choice is marked as right, or all are.
    case noRightChoice
  }

  /// The note's path below the content folder.
  public var note: String
  /// The source line, from 1.
  public var line: Int
  /// Which rule would have made the card.
  public var pattern: String
  /// What it is about.
  public var subject: String
  /// Why there is no card.
  public var reason: Reason
}
