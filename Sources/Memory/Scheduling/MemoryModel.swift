/// The formulae of FSRS-6: how stability, difficulty and retrievability change.
///
/// They are those of "The Algorithm" in the wiki of open-spaced-repetition, computed in the order of
/// py-fsrs 6.3.2, so that its results are met to the last bits. Powers that depend on parameters
/// alone are computed once.
struct MemoryModel: Hashable, Sendable {
  private let w: FSRSParameters
  /// The exponent of the forgetting curve, −w20.
  private let decay: Double
  /// What makes retrievability 0.9 when as many days have gone as the stability says.
  private let factor: Double
  /// How much longer than the stability the interval is: `desiredRetention`^(1/decay) − 1.
  private let stretch: Double
  /// D0(Easy) without bounds, which difficulty drifts to.
  private let easyDifficulty: Double
  /// e^w8.
  private let growth: Double
  /// e^(w17·w18): a lapse divides stability by no less.
  private let lapseDivisor: Double

  init(_ parameters: FSRSParameters, desiredRetention: Double) {
    w = parameters
    decay = -parameters[20]
    factor = Power.power(0.9, 1 / decay) - 1
    stretch = Power.power(desiredRetention, 1 / decay) - 1
    easyDifficulty = Self.unboundedDifficulty(after: .easy, parameters)
    growth = Power.ofE(parameters[8])
    lapseDivisor = Power.ofE(parameters[17] * parameters[18])
  }

  // MARK: - Retrievability

  /// The probability that a card is remembered.
  ///
  /// - Parameters:
  ///   - stability: In days.
  ///   - days: Whole days since the last review; negative counts as 0.
  /// - Returns: From 0 to 1.
  func retrievability(stability: Double, days: Int) -> Double {
    Power.power(1 + factor * Double(max(0, days)) / stability, decay)
  }

  /// After how many days retrievability has fallen to what is desired: at least 1, at most `maximum`;
  /// halves go to the even neighbour.
  func interval(stability: Double, maximum: Int) -> Int {
    let days = (stability / factor * stretch).rounded(.toNearestOrEven)
    return days < Double(maximum) ? max(1, Int(days)) : maximum
  }

  // MARK: - Difficulty

  /// The difficulty after the first review.
  func firstDifficulty(_ rating: Rating) -> Double {
    Self.bounded(difficulty: Self.unboundedDifficulty(after: rating, w))
  }

  /// The difficulty after a later review: damped near 10, and drawn to that of an easy card.
  func difficulty(_ difficulty: Double, after rating: Rating) -> Double {
    let change = -(w[6] * (Double(rating.rawValue) - 3))
    let damped = difficulty + (10 - difficulty) * change / 9
    return Self.bounded(difficulty: w[7] * easyDifficulty + (1 - w[7]) * damped)
  }

  private static func unboundedDifficulty(
    after rating: Rating, _ w: FSRSParameters
  ) -> Double {
    w[4] - Power.ofE(w[5] * (Double(rating.rawValue) - 1)) + 1
  }

  private static func bounded(difficulty: Double) -> Double { min(max(difficulty, 1), 10) }

  // MARK: - Stability

  /// The stability after the first review, in days.
  func firstStability(_ rating: Rating) -> Double { w[Int(rating.rawValue) - 1] }

  /// The stability after a review on a later day.
  func stability(
    _ stability: Double, difficulty: Double, retrievability: Double, after rating: Rating
  ) -> Double {
    guard rating != .again else {
      return Self.bounded(
        stability: lapsed(stability, difficulty: difficulty, retrievability: retrievability))
    }
    let surprise = Power.ofE((1 - retrievability) * w[10]) - 1
    let increase =
      growth * (11 - difficulty) * Power.power(stability, -w[9]) * surprise
      * (rating == .hard ? w[15] : 1) * (rating == .easy ? w[16] : 1)
    return Self.bounded(stability: stability * (1 + increase))
  }

  /// The stability after a review within a day of the last.
  func stability(_ stability: Double, afterSameDay rating: Rating) -> Double {
    let increase =
      Power.ofE(w[17] * (Double(rating.rawValue) - 3 + w[18])) * Power.power(stability, -w[19])
    return Self.bounded(stability: stability * (rating == .again ? increase : max(increase, 1)))
  }

  private func lapsed(_ stability: Double, difficulty: Double, retrievability: Double) -> Double {
    let left =
      w[11] * Power.power(difficulty, -w[12]) * (Power.power(stability + 1, w[13]) - 1)
      * Power.ofE((1 - retrievability) * w[14])
    return min(left, stability / lapseDivisor)
  }

  /// No less than 0.001 days; the upper bound, which no memory comes near, keeps the number finite.
  private static func bounded(stability: Double) -> Double { min(max(stability, 0.001), 1e100) }
}
