extension CharacterClass {
  /// Classifies a code point beyond ASCII.
  ///
  /// Latin letters and general punctuation, which fill French texts, take no search.
  /// - Complexity: O(log *n*) in the number of ranges for the others.
  init(scalar: UInt32) {
    switch scalar {
    case 0xC0..<0x250:
      let isOperator = scalar == 0xD7 || scalar == 0xF7
      self = isOperator ? [] : lowercased(scalar) == scalar ? .lower : .upper
    case 0x2000..<0x2070:
      self = Self.punctuation(scalar)
    default:
      let found = Self.range(of: scalar)
      self = found == .lower && lowercased(scalar) != scalar ? .upper : found
    }
  }

  private static func punctuation(_ scalar: UInt32) -> Self {
    switch scalar {
    case 0x2010, 0x2011: .joiner
    case 0x2018, 0x2019: .apostrophe
    case 0x200B...0x200D, 0x2060: .ignorable
    default: []
    }
  }

  private static func range(of scalar: UInt32) -> Self {
    var low = 0
    var high = characterRanges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if characterRanges[middle].0 <= scalar { low = middle } else { high = middle }
    }
    return Self(rawValue: characterRanges[low].1)
  }
}

private let none: UInt8 = 0
private let letter: UInt8 = 0x01
private let apostrophe: UInt8 = 0x08
private let mark: UInt8 = 0x40
private let ignorable: UInt8 = 0x80
private let ideograph: UInt8 = 0x81

/// Where the class changes, in order: each range ends where the next begins.
///
/// Letters are what is left when the Unicode blocks of punctuation, symbols, emoji and private use
/// are taken out; only the combining blocks shared by all scripts count as marks.
private let characterRanges: [(UInt32, UInt8)] = [
  // Latin-1 signs, modifiers, accents
  (0, none), (0xAD, ignorable), (0xAE, none), (0xB4, apostrophe), (0xB5, letter), (0xB6, none),
  (0xC0, letter), (0x2BC, apostrophe), (0x2BD, letter), (0x2C2, none), (0x2C6, letter),
  (0x2D2, none), (0x2E0, letter), (0x2E5, none), (0x2EC, letter), (0x2ED, none), (0x2EE, letter),
  (0x2EF, none), (0x300, mark), (0x370, letter),
  // Greek, Cyrillic, Armenian, Hebrew, Arabic, Syriac
  (0x375, none), (0x376, letter), (0x37E, none), (0x37F, letter), (0x384, none), (0x386, letter),
  (0x387, none), (0x388, letter), (0x3F6, none), (0x3F7, letter), (0x482, none), (0x483, mark),
  (0x48A, letter), (0x55A, none), (0x560, letter), (0x589, none), (0x591, letter), (0x5BE, none),
  (0x5BF, letter), (0x5C0, none), (0x5C1, letter), (0x5C3, none), (0x5C4, letter), (0x5F3, none),
  (0x610, letter), (0x61B, none), (0x620, letter), (0x66A, none), (0x66E, letter), (0x6D4, none),
  (0x6D5, letter), (0x6DD, none), (0x6DF, letter), (0x6E9, none), (0x6EA, letter), (0x6FD, none),
  (0x6FF, letter), (0x700, none), (0x710, letter), (0x7F6, none), (0x7FA, letter),
  // Indic, Thai, Tibetan, Burmese, Georgian, Ethiopic, Khmer, Mongolian
  (0x964, none), (0x966, letter), (0x970, none), (0x971, letter), (0xDF4, none), (0xDF5, letter),
  (0xE3F, none), (0xE40, letter), (0xE4F, none), (0xE50, letter), (0xE5A, none), (0xE5C, letter),
  (0xF01, none), (0xF18, letter), (0xF3A, none), (0xF3E, letter), (0x104A, none),
  (0x1050, letter), (0x10FB, none), (0x10FC, letter), (0x1360, none), (0x1369, letter),
  (0x166D, none), (0x166F, letter), (0x1680, none), (0x1681, letter), (0x169B, none),
  (0x16A0, letter), (0x16EB, none), (0x16EE, letter), (0x17D4, none), (0x17DC, letter),
  (0x1800, none), (0x180B, ignorable), (0x1810, letter), (0x1AB0, mark), (0x1B00, letter),
  (0x1DC0, mark), (0x1E00, letter),
  // Punctuation, currencies, arrows, operators, boxes, dingbats
  (0x2000, none), (0x20D0, mark), (0x2100, none), (0x2C00, letter), (0x2E00, none),
  // Chinese, Japanese, Korean
  (0x2E80, ideograph), (0x3000, none), (0x3005, ideograph), (0x3008, none), (0x3021, ideograph),
  (0x3030, none), (0x3031, ideograph), (0x3036, none), (0x3041, ideograph), (0x3099, mark),
  (0x309B, none), (0x309D, ideograph), (0x30A0, none), (0x30A1, ideograph), (0x30FB, none),
  (0x30FC, ideograph), (0x3130, letter), (0x3190, ideograph), (0x3200, none),
  (0x3400, ideograph), (0x4DC0, none), (0x4E00, ideograph), (0xA000, letter), (0xA490, none),
  (0xA4D0, letter), (0xA4FE, none), (0xA500, letter), (0xA60D, none), (0xA610, letter),
  (0xA700, none), (0xA722, letter), (0xD800, none), (0xF900, ideograph),
  // Presentation forms, half and full width
  (0xFB00, letter), (0xFD3E, none), (0xFD50, letter), (0xFE00, ignorable), (0xFE10, none),
  (0xFE20, mark), (0xFE30, none), (0xFE70, letter), (0xFEFF, ignorable), (0xFF00, none),
  (0xFF10, letter), (0xFF1A, none), (0xFF21, letter), (0xFF3B, none), (0xFF41, letter),
  (0xFF5B, none), (0xFF66, ideograph), (0xFFA0, letter), (0xFFE0, none),
  // Beyond the basic plane
  (0x10000, letter), (0x10100, none), (0x10280, letter), (0x1D000, none), (0x1D400, letter),
  (0x1D800, none), (0x1DF00, letter), (0x1F000, none), (0x20000, ideograph), (0x40000, none),
  (0xE0000, ignorable), (0xE1000, none),
]
