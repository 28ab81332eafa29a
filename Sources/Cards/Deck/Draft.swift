/// A card before other notes' cards were looked at.
///
/// It is shared: decks are put together of many, and a card has many fields.
final class Draft: Sendable {
  let card: Card

  /// What makes the card the same after an edit: pattern, normal form of the term, direction.
  let identity: [String]

  /// The question without case and accents: what two cards may not share.
  let question: String

  /// What tells where the question comes from.
  let place: String

  /// With how many characters the question itself tells where it comes from.
  let lead: Int

  /// Names that the question must not hold.
  let hidden: [String]

  init(
    card: Card, identity: [String], question: String, place: String, lead: Int, hidden: [String]
  ) {
    (self.card, self.identity, self.question) = (card, identity, question)
    (self.place, self.lead, self.hidden) = (place, lead, hidden)
  }

  /// The question, in words that say where it comes from; asked where another card asks the plain one.
  var qualifiedFront: String {
    typeset("« \(place) » : " + String(card.front.dropFirst(lead)).loweredQuestion)
  }

  /// Whether the answer is a term that the question describes.
  var isBackward: Bool { card.pattern.hasSuffix("-reverse") }
}

extension String {
  /// The question behind a colon: its first letter small.
  fileprivate var loweredQuestion: String {
    guard let first, "QDC".contains(first) else { return self }
    return first.lowercased() + dropFirst()
  }
}
