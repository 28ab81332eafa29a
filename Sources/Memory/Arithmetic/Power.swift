/// Powers without libm, the same bits on every machine.
///
/// All work is done in ``DoubleDouble``: the result is the `Double` next to the true power but for
/// about one argument in 10⁴, where it is the other neighbour. So intervals that lie halfway between
/// two days are rounded as the reference rounds them.
enum Power {
  /// ln 2, the first part in 33 bits: its product with an exponent is exact.
  private static var logarithmOf2: (Double, Double) {
    (6.931_471_803_691_238_164_90e-01, 1.908_214_929_270_587_700_02e-10)
  }

  /// The logarithm of the `Double` next to e, which is less than e.
  private static var logarithmOfE: DoubleDouble {
    DoubleDouble(1, -5.318_237_706_605_891e-17)
  }

  /// A base to the power of an exponent.
  ///
  /// - Parameters:
  ///   - base: A positive, finite number.
  ///   - exponent: A finite number.
  /// - Returns: The power; infinite or 0 where no `Double` holds it.
  /// - Complexity: O(1), about a third of a microsecond.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    exponential(logarithm(base) * DoubleDouble(exponent))
  }

  /// e, as a `Double`, to the power of an exponent; the reference computes it so.
  static func ofE(_ exponent: Double) -> Double {
    exponential(logarithmOfE * DoubleDouble(exponent))
  }

  /// The natural logarithm of a positive, finite number, to about 2⁻⁷⁰.
  ///
  /// A first value y in plain `Double`s is mended by one step of Newton's method: ln m ≈ y + (m·e⁻ʸ − 1).
  static func logarithm(_ number: Double) -> DoubleDouble {
    var exponent = number.exponent
    var mantissa = number.significand
    if mantissa > 1.414_213_562_373_095_1 {
      mantissa /= 2
      exponent += 1
    }
    let first = roughLogarithm(mantissa)
    let quotient = DoubleDouble(mantissa) * smallExponential(DoubleDouble(-first))
    let rest = (quotient + DoubleDouble(-1)).high
    let scale = Double(exponent)
    return DoubleDouble(scale * logarithmOf2.0)
      + DoubleDouble(product: scale, logarithmOf2.1)
      + DoubleDouble(sum: first, rest)
  }

  /// ln m = 2·artanh((m − 1)/(m + 1)) for m from √½ to √2, to about 10⁻¹⁶.
  private static func roughLogarithm(_ mantissa: Double) -> Double {
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var sum = 0.0
    var divisor = 23.0
    while divisor > 1 {
      sum = (sum + 1 / divisor) * square
      divisor -= 2
    }
    return 2 * ratio * (1 + sum)
  }

  /// e to the power of a number.
  private static func exponential(_ power: DoubleDouble) -> Double {
    guard power.high < 710 else { return .infinity }
    guard power.high > -746 else { return 0 }
    let scale = (power.high / (logarithmOf2.0 + logarithmOf2.1)).rounded(.toNearestOrEven)
    let rest =
      power + DoubleDouble(-scale * logarithmOf2.0)
      + DoubleDouble(product: -scale, logarithmOf2.1)
    let value = smallExponential(rest).high
    return Double(sign: .plus, exponent: Int(scale), significand: value)
  }

  /// e to the power of a number between −0.4 and 0.4: 64 times the power of its 64th part.
  ///
  /// The first terms of the series are kept in full; those from the third on are too small to lose
  /// anything in a `Double`.
  private static func smallExponential(_ power: DoubleDouble) -> DoubleDouble {
    let part = DoubleDouble(power.high / 64, power.low / 64)
    let square = part * part
    let x = part.high
    let tail = x * x * x * (1 / 6 + x * (1 / 24 + x * (1 / 120 + x * (1 / 720 + x / 5040))))
    let half = DoubleDouble(square.high / 2, square.low / 2)
    // The power less 1 is what is squared: (1 + p)² = 1 + (2p + p²) loses nothing of a small p.
    var less1 = part + (half + DoubleDouble(tail))
    for _ in 0..<6 {
      less1 = DoubleDouble(2 * less1.high, 2 * less1.low) + less1 * less1
    }
    return DoubleDouble(1) + less1
  }
}
