internal import Memory

/// Hashes texts to short ids that are the same on every machine.
enum CardID {
  /// Thirteen letters and digits for the parts that make up an identity: five for the first part, which is the
  /// note, eight for the others.
  ///
  /// So a card whose note was renamed is known by its end, and one whose term was reworded by its beginning.
  /// FNV-1a of 64 bits (Fowler, Noll and Vo), its bits mixed, in Crockford's base 32.
  static func make(_ parts: [String]) -> String {
    code(parts.prefix(1), length: 5) + code(parts.dropFirst(), length: 8)
  }

  private static func code(_ parts: ArraySlice<String>, length: Int) -> String {
    var generator = SplitMix64(seed: hash(parts.joined(separator: "\u{1F}")))
    var rest = generator.next()
    var id: [UInt8] = []
    for _ in 0..<length {
      id.append(digits[Int(rest & 31)])
      rest >>= 5
    }
    return String(decoding: id, as: UTF8.self)
  }

  /// FNV-1a of a text's bytes.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}
