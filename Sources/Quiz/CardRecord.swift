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

// MARK: - Keeping

extension CardRecord {
  /// How many words a record takes.
  static let wordCount = 8

  /// The record as numbers; one of a card that was asked.
  var words: [UInt64] {
    let memory = memory ?? MemoryState(due: 0)
    let marks =
      UInt64(memory.phase.rawValue) | UInt64(memory.step.map { $0 + 1 } ?? 0) << 8
      | (self.memory == nil ? 0 : 1 << 63)
    return [
      marks, (memory.stability ?? .nan).bitPattern, (memory.difficulty ?? .nan).bitPattern,
      UInt64(bitPattern: memory.due), UInt64(bitPattern: memory.lastReview ?? .min),
      UInt64(memory.reviews), UInt64(memory.lapses), UInt64(bitPattern: first ?? .min),
    ]
  }

  /// Takes the numbers of a record.
  init(words: InlineArray<8, UInt64>) {
    let optional = { (word: UInt64) in
      Double(bitPattern: word).isNaN ? nil : Double(bitPattern: word)
    }
    let time = { (word: UInt64) in
      word == UInt64(bitPattern: .min) ? nil : Seconds(bitPattern: word)
    }
    first = time(words[7])
    guard words[0] >> 63 == 1 else { return }
    var state = MemoryState(due: Seconds(bitPattern: words[3]))
    state.phase = MemoryState.Phase(rawValue: UInt8(truncatingIfNeeded: words[0])) ?? .learning
    let step = Int(words[0] >> 8 & 0xFFFF_FFFF)
    state.step = step == 0 ? nil : step - 1
    (state.stability, state.difficulty) = (optional(words[1]), optional(words[2]))
    state.lastReview = time(words[4])
    state.reviews = Int(truncatingIfNeeded: words[5])
    state.lapses = Int(truncatingIfNeeded: words[6])
    memory = state
  }
}
