/// The natural logarithm of a positive number.
///
/// The portable core has no libm. The number is split into m·2^e with m in √½ ..< √2, and
/// ln m = 2·artanh((m − 1)/(m + 1)) is summed as a series; it ends below the last bit of a `Double`.
///
/// - Parameter number: A positive, finite number.
/// - Returns: ln `number`, within 1e-14 of the true value.
func naturalLogarithm(_ number: Double) -> Double {
  var exponent = number.exponent
  var mantissa = number.significand
  if mantissa > 1.414_213_562_373_095_1 {
    mantissa /= 2
    exponent += 1
  }
  let ratio = (mantissa - 1) / (mantissa + 1)
  let square = ratio * ratio
  var power = ratio
  var sum = 0.0
  var divisor = 1.0
  while divisor < 40 {
    sum += power / divisor
    power *= square
    divisor += 2
  }
  return 2 * sum + Double(exponent) * 0.693_147_180_559_945_3
}
