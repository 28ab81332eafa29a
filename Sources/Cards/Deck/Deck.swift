/// TEMPORARY
public struct Deck {
  public init() {}
  public var cards: [Card] = []
  public func choices(for card: Card, seed: UInt64) -> [Card.Choice]? { card.choices.isEmpty ? nil : card.choices }
}
