/// A number kept as the sum of two `Double`s: about 106 bits instead of 53.
///
/// The operations are those of Dekker (Numerische Mathematik 18, 1971) and need nothing but rounded
/// additions and products, so that they give the same bits on every machine, with or without libm
/// and a fused multiply-add.
struct DoubleDouble: Hashable, Sendable {
  /// The number, rounded.
  var high: Double
  /// What is left; at most half a unit in the last place of `high`.
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// The exact sum of two numbers (Knuth's TwoSum).
  init(sum a: Double, _ b: Double) {
    high = a + b
    let added = high - a
    low = (a - (high - added)) + (b - added)
  }

  /// The exact product of two numbers whose halves do not overflow.
  init(product a: Double, _ b: Double) {
    let (a1, a2) = Self.halves(of: a)
    let (b1, b2) = Self.halves(of: b)
    high = a * b
    low = ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2
  }

  /// A number as the sum of two of 26 bits each (Veltkamp).
  private static func halves(of number: Double) -> (Double, Double) {
    let scaled = 134_217_729 * number
    let high = scaled - (scaled - number)
    return (high, number - high)
  }

  static func + (a: Self, b: Self) -> Self {
    let sum = Self(sum: a.high, b.high)
    return Self(sum: sum.high, sum.low + (a.low + b.low))
  }

  static func * (a: Self, b: Self) -> Self {
    let product = Self(product: a.high, b.high)
    return Self(sum: product.high, product.low + (a.high * b.low + a.low * b.high))
  }
}
