public import Memory

/// One row of the review log: rows are added, never changed.
public struct ReviewEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A card was answered and rated.
    case review
    /// The review named by `undoes` does not count.
    case undo
  }

  /// A number that no other event has, on any machine: 128 bits, in hexadecimal digits.
  public var id: String

  /// What happened.
  public var kind: Kind

  /// The card.
  public var card: String

  /// When, in milliseconds since 1970 in UTC.
  public var time: Int

  /// How well the card was remembered; for an undo the rating that is taken back.
  public var rating: Rating

  /// How long the answer took, in milliseconds.
  public var duration: Int

  /// The event that is undone.
  public var undoes: String?

  /// Creates an event.
  public init(
    id: String, kind: Kind, card: String, time: Int, rating: Rating, duration: Int,
    undoes: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.card = card
    self.time = time
    self.rating = rating
    self.duration = duration
    self.undoes = undoes
  }
}
