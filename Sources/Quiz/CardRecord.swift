public import Cards
public import Memory

/// What the reviews of one card add up to.
public struct CardRecord: Hashable, Sendable {
  /// What is known of the card's memory; `nil` before the first review.
  public var memory: MemoryState?

  /// How often the card was forgotten after it was known.
  public var lapses = 0

  /// How many reviews it had.
  public var reviews = 0

  /// When it was asked first, in seconds since 1970; `nil` before the first review.
  public var first: Seconds?

  /// When it was asked last, in seconds since 1970; `nil` before the first review.
  public var last: Seconds?

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
    let time = Swift.max(time, last ?? time)
    let old = memory ?? MemoryState(due: time)
    if old.phase == .review, rating == .again { lapses += 1 }
    memory = planner.review(old, rating: rating, at: time, card: Array(card.utf8).span)
    first = first ?? time
    last = time
    reviews += 1
  }
}
