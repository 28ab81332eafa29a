/// An instant in seconds since 1970 in UTC, or a span of seconds.
///
/// 64 bits on every machine: `Int` has 32 in the browser, and a century does not fit into them. There
/// a checked product of 64 bits would need a library; products are taken with `&*`, far from any limit.
public typealias Seconds = Int64

/// What is known of one card's memory after its last review.
///
/// Times are whole seconds since 1970 in UTC.
public struct MemoryState: Hashable, Sendable {
  /// How a card is being learned.
  public enum Phase: UInt8, Hashable, Sendable {
    /// New, or on its first steps.
    case learning = 1
    /// Known: it returns after days.
    case review
    /// Forgotten after it was known: on its steps again.
    case relearning
  }

  /// How the card is being learned.
  public var phase: Phase

  /// The number of the step, from 0; `nil` once the card is known.
  public var step: Int?

  /// After how many days it is remembered with a probability of 0.9; `nil` before the first review.
  public var stability: Double?

  /// How hard the card is, 1 to 10; `nil` before the first review.
  public var difficulty: Double?

  /// When the card is asked for again.
  public var due: Seconds

  /// When it was asked for last; `nil` before the first review.
  public var lastReview: Seconds?

  /// How often it was asked.
  public var reviews = 0

  /// How often it was forgotten after it was known.
  public var lapses = 0

  /// The memory of a card that nobody was asked about yet.
  ///
  /// - Parameter due: When it may be asked for.
  public init(due: Seconds) {
    phase = .learning
    step = 0
    self.due = due
  }
}
