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

  /// What the ids of all cards of a note begin with.
  static func head(_ note: String) -> String { code([note], length: 5) }

  /// What an id ends with, for the parts behind the note.
  static func tail(_ parts: [String]) -> String { code(parts[...], length: 8) }

  private static func code(_ parts: ArraySlice<String>, length: Int) -> String {
    var generator = SplitMix64(seed: hash(parts))
    var rest = generator.next()
    var id: [UInt8] = []
    for _ in 0..<length {
      id.append(digits[Int(rest & 31)])
      rest >>= 5
    }
    return String(decoding: id, as: UTF8.self)
  }

  /// FNV-1a of the parts' bytes, with U+001F between them.
  private static func hash(_ parts: ArraySlice<String>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in parts.indices {
      if place > parts.startIndex { hash = (hash ^ 0x1F) &* 0x100_0000_01B3 }
      for byte in parts[place].utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return hash
  }

  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}
