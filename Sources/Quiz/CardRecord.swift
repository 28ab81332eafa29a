public import Cards
public import Memory

/// What the reviews of one card add up to.
public struct CardRecord: Hashable, Sendable {
  /// What is known of the card's memory; `nil` before the first review.
  public private(set) var memory: MemoryState?

  /// When it was asked first, in seconds since 1970; `nil` before the first review.
  public private(set) var first: Seconds?

  /// When it was asked last, in seconds since 1970; `nil` before the first review.
  public var last: Seconds? { memory?.lastReview }

  /// How often the card was forgotten after it was known.
  public var lapses: Int { memory?.lapses ?? 0 }

  /// Creates the record of a card that was never asked.
  public init() {}

  /// Replays the reviews of a card.
  ///
  /// - Parameters:
  ///   - events: The reviews that count, oldest first.
  ///   - card: The identifier of the card.
  ///   - planner: What decides when cards return.
  /// - Complexity: O(*n*), some microseconds a review.
  public init(_ events: [ReviewEvent], of card: String, by planner: Planner) {
    for event in events { add(event.rating, at: Seconds(event.time / 1000), to: card, by: planner) }
  }

  /// Adds a review.
  ///
  /// - Parameters:
  ///   - rating: How well the card was remembered.
  ///   - time: Seconds since 1970; one before the last review counts as that, whatever the clock says.
  ///   - card: The identifier of the card.
  ///   - planner: What decides when cards return.
  public mutating func add(_ rating: Rating, at time: Seconds, to card: String, by planner: Planner)
  {
    memory = planner.review(
      memory ?? MemoryState(due: time), rating: rating, at: time, card: Array(card.utf8).span)
    first = first ?? time
  }
}
