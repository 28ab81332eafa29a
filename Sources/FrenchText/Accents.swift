/// How the letters from U+00E0 to U+017F are made: a base letter and an accent.
enum Accents {
  private static var first: UInt32 { 0xE0 }
  private static var count: Int { 160 }

  /// The base of each letter; a space where there is none.
  private static var bases: StaticString {
    """
    aaaaaa ceeeeiiiidnooooo ouuuuy y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkkllllllllllnnnnnnnnnoooooo  \
    rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """
  }

  /// The accent of each letter, drawn in ASCII; a space where it is part of the letter.
  ///
  /// `u` is the breve, `v` the caron, `;` the ogonek, `"` the double acute.
  private static var marks: StaticString {
    """
    `'^~:o ,`'^:`'^: ~`'^~:  `'^:' :\
    --uu;;''^^..vvvv  --uu..;;vv^^uu..,,^^  ~~--uu;;.   ^^,, '',,vv    '',,vv   --uu""  \
    '',,vv''^^,,vv,,vv  ~~--uuoo"";;^^^^:''..vv\u{20}
    """
  }

  /// The letter without its accent, if it is made of an ASCII letter and one accent or stroke.
  static func base(of scalar: UInt32) -> UInt8? {
    guard scalar >= first, scalar < first + UInt32(count) else { return nil }
    let base = bases.byte(at: Int(scalar - first))
    return base == UInt8(ascii: " ") ? nil : base
  }

  /// The lower-case letter made of a base and a combining mark, as in Unicode's form C.
  /// - Complexity: O(1), a walk over 160 bytes; only text in form D asks.
  static func compose(_ base: UInt8, _ mark: UInt32) -> UInt32? {
    guard let drawn = drawing(of: mark) else { return nil }
    for index in 0..<count where bases.byte(at: index) == base && marks.byte(at: index) == drawn {
      return lowercased(first + UInt32(index))
    }
    return nil
  }

  private static func drawing(of mark: UInt32) -> UInt8? {
    switch mark {
    case 0x300: UInt8(ascii: "`")
    case 0x301: UInt8(ascii: "'")
    case 0x302: UInt8(ascii: "^")
    case 0x303: UInt8(ascii: "~")
    case 0x304: UInt8(ascii: "-")
    case 0x306: UInt8(ascii: "u")
    case 0x307: UInt8(ascii: ".")
    case 0x308: UInt8(ascii: ":")
    case 0x30A: UInt8(ascii: "o")
    case 0x30B: UInt8(ascii: "\"")
    case 0x30C: UInt8(ascii: "v")
    case 0x327: UInt8(ascii: ",")
    case 0x328: UInt8(ascii: ";")
    default: nil
    }
  }
}
