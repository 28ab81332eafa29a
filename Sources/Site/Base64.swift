/// Bytes as text of 64 characters (RFC 4648), in which scripts carry what is no text.
public enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The text of some bytes.
  ///
  /// - Complexity: O(`bytes.count`)
  public static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group = 0
      for place in 0..<3 { group = group << 8 | (place < count ? Int(bytes[start + place]) : 0) }
      for place in 0..<4 {
        let digit = digits[group >> (18 - 6 * place) & 63]
        text.append(place <= count ? digit : UInt8(ascii: "="))
      }
    }
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
