public import Cards
public import Memory

/// What replayed histories gave, so that a history that has not grown is not replayed again.
///
///     var replays = Replays(planner, kept: bytes)
///     let record = replays.record(history[0], of: history.cards[0])
///
/// Each is known by a number made of all that goes into it: the card, the ratings and their times, the
/// planner with its time zone. So what is kept is never stale, whatever happens to the log.
public struct Replays {
  private let planner: Planner
  private let seed: UInt64
  private let known: [UInt64: CardRecord]
  private var used: [UInt64: CardRecord] = [:]

  /// How many reviews had to be replayed.
  public private(set) var replayed = 0

  /// Begins with what was kept.
  ///
  /// - Parameters:
  ///   - planner: What decides when cards return.
  ///   - kept: What ``bytes`` gave; bytes that are something else count as nothing.
  /// - Complexity: O(*n*) in the number of cards.
  public init(_ planner: Planner, kept: [UInt8] = []) {
    self.planner = planner
    seed = planner.fingerprint
    known = Self.records(kept)
    used.reserveCapacity(known.count)
  }

  /// What the reviews of a card add up to.
  ///
  /// - Parameters:
  ///   - answers: Those that count, oldest first.
  ///   - card: The identifier of the card.
  /// - Returns: The same as replaying them.
  /// - Complexity: O(*n*), some nanoseconds a review if they are known, else some microseconds.
  public mutating func record(
    _ answers: ArraySlice<AnswerHistory.Answer>, of card: String
  ) -> CardRecord {
    var sum = Fingerprint(seed)
    for byte in card.utf8 { sum.add(UInt64(byte)) }
    for answer in answers {
      sum.add(UInt64(bitPattern: Int64(answer.time)) << 3 | UInt64(answer.rating.rawValue))
    }
    let record = known[sum.value] ?? replay(answers, of: card)
    used[sum.value] = record
    return record
  }

  private mutating func replay(
    _ answers: ArraySlice<AnswerHistory.Answer>, of card: String
  ) -> CardRecord {
    replayed += answers.count
    var record = CardRecord()
    for answer in answers {
      record.add(answer.rating, at: Seconds(answer.time / 1000), to: card, by: planner)
    }
    return record
  }
}

// MARK: - Keeping

extension Replays {
  /// What was asked for, to be kept; what was not asked for is forgotten.
  ///
  /// - Complexity: O(*n*) in the number of cards.
  public var bytes: [UInt8] {
    var words: [UInt64] = []
    words.reserveCapacity(used.count * (1 + CardRecord.wordCount))
    for (key, record) in used {
      words.append(key)
      words += record.words
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * words.count)
    for word in words {
      unsafe withUnsafeBytes(of: word.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  private static func records(_ bytes: [UInt8]) -> [UInt64: CardRecord] {
    let width = 1 + CardRecord.wordCount
    guard bytes.count.isMultiple(of: 8 * width) else { return [:] }
    var records: [UInt64: CardRecord] = [:]
    records.reserveCapacity(bytes.count / (8 * width))
    unsafe bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: 8 * width) {
        let words = InlineArray<8, UInt64> { place in
          unsafe UInt64(
            littleEndian: bytes.loadUnaligned(
              fromByteOffset: start + 8 * (place + 1), as: UInt64.self))
        }
        let key = unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        records[UInt64(littleEndian: key)] = CardRecord(words: words)
      }
    }
    return records
  }
}

// MARK: - Numbers for what goes in

/// A sum that tells one sequence of numbers from others.
private struct Fingerprint {
  private(set) var value: UInt64

  init(_ seed: UInt64 = 0) { value = seed }

  mutating func add(_ word: UInt64) {
    let product = (value ^ word ^ 0x9E37_79B9_7F4A_7C15)
      .multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    // The word itself as well, so that a product of zero does not swallow what came before.
    value = product.high ^ product.low &+ (value << 1 | value >> 63)
  }
}

extension Planner {
  /// As many seconds lie between two looks at the clock's zone, and so many looks are taken, from 1990 on.
  private static let sampling: (step: Seconds, count: Seconds, start: Seconds) =
    (14 * 86400, 2600, 631_152_000)

  /// A number that tells this planner from others, the time zone included.
  fileprivate var fingerprint: UInt64 {
    var sum = Fingerprint()
    for value in scheduler.parameters.values + [scheduler.desiredRetention] {
      sum.add(value.bitPattern)
    }
    for steps in [scheduler.learningSteps, scheduler.relearningSteps] {
      sum.add(UInt64(steps.count))
      for step in steps { sum.add(UInt64(bitPattern: Int64(step))) }
    }
    sum.add(UInt64(scheduler.maximumInterval))
    sum.add(isFuzzed ? 1 : 0)
    sum.add(UInt64(bitPattern: calendar.cutoff))
    for sample in 0..<Self.sampling.count {
      let instant = Self.sampling.start + sample * Self.sampling.step
      sum.add(UInt64(bitPattern: calendar.offset(instant)))
    }
    return sum.value
  }
}
