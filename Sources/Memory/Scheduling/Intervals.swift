/// The intervals that the ratings would give, in days; `nil` where a rating leads to a step.
struct Intervals: Hashable {
  private var again: Int?
  private var hard: Int?
  private var good: Int?
  private var easy: Int?

  subscript(rating: Rating) -> Int? {
    get {
      switch rating {
      case .again: again
      case .hard: hard
      case .good: good
      case .easy: easy
      }
    }
    set {
      switch rating {
      case .again: again = newValue
      case .hard: hard = newValue
      case .good: good = newValue
      case .easy: easy = newValue
      }
    }
  }

  /// Makes Hard, Good and Easy differ by a day at least.
  ///
  /// The longer ones give way; at the longest interval, the shorter ones. They only stay alike where
  /// less than three days are allowed.
  mutating func separate(maximum: Int) {
    raise(&good, above: hard)
    raise(&easy, above: good)
    easy = easy.map { min($0, maximum) }
    lower(&good, below: easy, maximum: maximum)
    lower(&hard, below: good, maximum: maximum)
  }

  private func raise(_ days: inout Int?, above shorter: Int?) {
    if let shorter { days = days.map { max($0, shorter + 1) } }
  }

  private func lower(_ days: inout Int?, below longer: Int?, maximum: Int) {
    days = days.map { max(1, min($0, longer.map { $0 - 1 } ?? maximum)) }
  }
}
