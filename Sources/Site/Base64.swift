/// Bytes as text of 64 characters (RFC 4648), in which scripts carry what is no text.
public enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The text of some bytes.
  ///
  /// - Complexity: O(`bytes.count`)
  public static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let digits = digits
    var text = [UInt8](repeating: UInt8(ascii: "="), count: (bytes.count + 2) / 3 * 4)
    var (start, end) = (0, 0)
    while start + 3 <= bytes.count {
      let group = Int(bytes[start]) << 16 | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
      text[end] = digits[group >> 18]
      text[end + 1] = digits[group >> 12 & 63]
      text[end + 2] = digits[group >> 6 & 63]
      text[end + 3] = digits[group & 63]
      (start, end) = (start + 3, end + 4)
    }
    guard start < bytes.count else { return text }
    let second = start + 1 < bytes.count ? Int(bytes[start + 1]) : 0
    let group = Int(bytes[start]) << 16 | second << 8
    text[end] = digits[group >> 18]
    text[end + 1] = digits[group >> 12 & 63]
    if start + 1 < bytes.count { text[end + 2] = digits[group >> 6 & 63] }
    return text
  }

  /// The bytes of a text; what is none of the characters counts for nothing.
  ///
  /// - Complexity: O(`text.count`)
  public static func decoded(_ text: [UInt8]) -> [UInt8] {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var group: UInt32 = 0
    var bits = 0
    for character in text where values[Int(character)] != 0xFF {
      group = group << 6 | UInt32(values[Int(character)])
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
      }
    }
    return bytes
  }
}
