/// What a session asks, and how much of it.
public struct SessionOptions: Hashable, Sendable {
  /// The most new cards of the day, those asked earlier today included.
  public var newCards = 20

  /// The most reviews of the day, those done earlier today included.
  public var reviews = 200

  /// How many answers end the session; `nil` for all there are.
  public var count: Int?

  /// What the order of equals follows from.
  public var seed: UInt64 = 0

  /// Whether known cards are asked before they are due, once nothing else is left.
  public var isAhead = false

  /// Whether all cards are asked once, whatever is due, and nothing is scheduled.
  public var isCram = false

  /// From how many lapses on a card is set aside.
  public var leechLapses = 8

  /// Creates the default options.
  public init() {}
}
