/// Spreads cards that were learned together over some days around their interval.
///
/// The range is that of FSRS-6: from 2.5 days on, one day each way, and 15 % of what lies between
/// 2.5 and 7 days, 10 % between 7 and 20, 5 % beyond. Where in the range a card falls is drawn from its
/// id and the number of its reviews: looking twice shows the same interval, and all four ratings
/// share one draw, so that a longer interval never becomes the shorter one.
struct Fuzz {
  /// The draw, from 0 to 2³² − 1.
  private let share: UInt64

  init(card: Span<UInt8>, reviews: Int) {
    var random = SplitMix64(name: card, number: reviews)
    share = random.next() >> 32
  }

  /// An interval near the one given, in days.
  func spread(_ days: Int, maximum: Int) -> Int {
    guard days >= 3 else { return days }
    let range = Self.range(around: days, maximum: maximum)
    return range.lowerBound + Int((UInt64(range.count) &* share) >> 32)
  }

  /// The intervals that one of three days or more can become.
  static func range(around days: Int, maximum: Int) -> ClosedRange<Int> {
    let length = Double(days)
    let part = { (from: Double, to: Double) in max(0, min(length, to) - from) }
    let delta = 1 + 0.15 * part(2.5, 7) + 0.1 * part(7, 20) + 0.05 * part(20, .infinity)
    let high = min(maximum, Int((length + delta).rounded(.toNearestOrEven)))
    let low = max(2, Int((length - delta).rounded(.toNearestOrEven)))
    return min(low, high)...high
  }
}
