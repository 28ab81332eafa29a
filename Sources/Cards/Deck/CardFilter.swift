internal import Notes

/// Which cards are asked for; what is not said does not matter.
public struct CardFilter: Hashable, Sendable {
  /// A service: of the note, or one of the terms or headings that the card is about.
  public var service: String?
  /// A category.
  public var category: String?
  /// Words of the note's title or path.
  public var note: String?
  /// A tag of the note.
  public var tag: String?
  /// How the cards are asked.
  public var kind: Card.Kind?

  /// Creates a filter that lets all cards through.
  public init() {}

  /// The cards that are asked for, in their order.
  ///
  /// - Complexity: O(*n*) in the number of cards; where all are, none is looked at.
  public func cards(of deck: Deck) -> [Card] {
    self == CardFilter() ? deck.cards : deck.cards.filter(matches)
  }

  /// Whether a card is asked for; case, accents and plural do not matter.
  ///
  /// - Parameter card: A card of a deck.
  /// - Returns: Whether all that is said of it is so.
  public func matches(_ card: Card) -> Bool {
    let isSame = { (asked: String?, names: [String]) in
      asked.map { asked in names.contains { normalName($0) == normalName(asked) } } ?? true
    }
    let noteNames = [card.note] + card.headings.prefix(1)
    return isSame(service, [card.service].compactMap(\.self) + card.terms + card.headings)
      && isSame(category, [card.category]) && isSame(tag, card.tags)
      && (note.map { asked in
        noteNames.contains { (" " + normalName($0) + " ").contains(" " + normalName(asked) + " ") }
          || card.note.contains(asked)
      } ?? true) && (kind.map { $0 == card.kind } ?? true)
  }
}
