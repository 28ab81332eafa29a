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
    var rest = SplitMix64(hash(parts.joined(separator: "\u{1F}"))).mixed
    var id: [UInt8] = []
    for _ in 0..<length {
      id.append(digits[Int(rest & 31)])
      rest >>= 5
    }
    return String(decoding: id, as: UTF8.self)
  }

  /// FNV-1a of a text's bytes.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}

/// A generator whose numbers are the same on every machine (Steele, Lea and Flood, 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// The first number after the seed.
  var mixed: UInt64 {
    var copy = self
    return copy.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
