/// The 21 numbers of FSRS-6: how memories of one learner grow and fade.
///
/// They are called w0 to w20 in the papers: first stabilities after each rating (w0–w3, days),
/// difficulty (w4–w7), growth after a success (w8–w10, w15, w16), what is left after a lapse
/// (w11–w14), reviews on one day (w17–w19), the shape of forgetting (w20).
public struct FSRSParameters: Hashable, Sendable {
  /// The numbers, in the order of their names; 21, each within ``bounds(of:)``.
  public let values: [Double]

  /// How many numbers there are.
  public static var count: Int { 21 }

  /// Checks numbers that come from settings or an optimizer.
  ///
  /// - Parameter values: w0 to w20.
  /// - Throws: ``SchedulerError/parameterCount(_:)`` or ``SchedulerError/parameter(index:value:bounds:)``
  ///   with the first number that is out of its bounds.
  public init(_ values: [Double]) throws(SchedulerError) {
    guard values.count == Self.count else { throw .parameterCount(values.count) }
    for index in values.indices where !Self.bounds(of: index).contains(values[index]) {
      throw .parameter(index: index, value: values[index], bounds: Self.bounds(of: index))
    }
    self.values = values
  }

  private init(unchecked values: [Double]) {
    self.values = values
  }

  /// The numbers that fit most learners, as FSRS-6 publishes them.
  public static var standard: Self {
    Self(unchecked: [
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
      1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ])
  }

  /// What a number may be, both ends included; the bounds are those of py-fsrs 6.3.2.
  ///
  /// - Parameter index: From 0 to 20.
  /// - Returns: The least and the greatest value.
  public static func bounds(of index: Int) -> ClosedRange<Double> {
    switch index {
    case 0...3: 0.001...100
    case 4: 1...10
    case 5, 6: 0.001...4
    case 7: 0.001...0.75
    case 8: 0...4.5
    case 9: 0...0.8
    case 10: 0.001...3.5
    case 11: 0.001...5
    case 12: 0.001...0.25
    case 13: 0.001...0.9
    case 14: 0...4
    case 15: 0...1
    case 16: 1...6
    case 17, 18: 0...2
    case 19: 0...0.8
    default: 0.1...0.8
    }
  }

  /// One of the numbers, by its place from 0 to 20.
  subscript(index: Int) -> Double { values[index] }
}
