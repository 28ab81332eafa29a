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
      if characterRanges[middle] >> 8 <= scalar { low = middle } else { high = middle }
    }
    return Self(rawValue: UInt8(characterRanges[low] & 0xFF))
  }
}

/// Where the class changes, in order: each range ends where the next begins.
///
/// The last two digits are the class, those before them its first character; a literal needs no initialization. Classes
/// are none (00), letter (01), apostrophe (08), mark (40), ignorable (80), ideograph (81).
///
/// Letters are what is left when the Unicode blocks of punctuation, symbols, emoji and private use
/// are taken out; only the combining blocks shared by all scripts count as marks.
private let characterRanges: InlineArray<169, UInt32> = [
  // Latin-1 signs, modifiers, accents
  0x0_00, 0xAD_80, 0xAE_00, 0xB4_08, 0xB5_01, 0xB6_00, 0xC0_01, 0x2BC_08, 0x2BD_01, 0x2C2_00,
  0x2C6_01, 0x2D2_00, 0x2E0_01, 0x2E5_00, 0x2EC_01, 0x2ED_00, 0x2EE_01, 0x2EF_00, 0x300_40,
  0x370_01,
  // Greek, Cyrillic, Armenian, Hebrew, Arabic, Syriac
  0x375_00, 0x376_01, 0x37E_00, 0x37F_01, 0x384_00, 0x386_01, 0x387_00, 0x388_01, 0x3F6_00,
  0x3F7_01, 0x482_00, 0x483_40, 0x48A_01, 0x55A_00, 0x560_01, 0x589_00, 0x591_01, 0x5BE_00,
  0x5BF_01, 0x5C0_00, 0x5C1_01, 0x5C3_00, 0x5C4_01, 0x5F3_00, 0x610_01, 0x61B_00, 0x620_01,
  0x66A_00, 0x66E_01, 0x6D4_00, 0x6D5_01, 0x6DD_00, 0x6DF_01, 0x6E9_00, 0x6EA_01, 0x6FD_00,
  0x6FF_01, 0x700_00, 0x710_01, 0x7F6_00, 0x7FA_01,
  // Indic, Thai, Tibetan, Burmese, Georgian, Ethiopic, Khmer, Mongolian
  0x964_00, 0x966_01, 0x970_00, 0x971_01, 0xDF4_00, 0xDF5_01, 0xE3F_00, 0xE40_01, 0xE4F_00,
  0xE50_01, 0xE5A_00, 0xE5C_01, 0xF01_00, 0xF18_01, 0xF3A_00, 0xF3E_01, 0x104A_00, 0x1050_01,
  0x10FB_00, 0x10FC_01, 0x1360_00, 0x1369_01, 0x166D_00, 0x166F_01, 0x1680_00, 0x1681_01,
  0x169B_00, 0x16A0_01, 0x16EB_00, 0x16EE_01, 0x17D4_00, 0x17DC_01, 0x1800_00, 0x180B_80,
  0x1810_01, 0x1AB0_40, 0x1B00_01, 0x1DC0_40, 0x1E00_01,
  // Punctuation, currencies, arrows, operators, boxes, dingbats
  0x2000_00, 0x20D0_40, 0x2100_00, 0x2C00_01, 0x2E00_00,
  // Chinese, Japanese, Korean
  0x2E80_81, 0x3000_00, 0x3005_81, 0x3008_00, 0x3021_81, 0x3030_00, 0x3031_81, 0x3036_00,
  0x3041_81, 0x3099_40, 0x309B_00, 0x309D_81, 0x30A0_00, 0x30A1_81, 0x30FB_00, 0x30FC_81,
  0x3130_01, 0x3190_81, 0x3200_00, 0x3400_81, 0x4DC0_00, 0x4E00_81, 0xA000_01, 0xA490_00,
  0xA4D0_01, 0xA4FE_00, 0xA500_01, 0xA60D_00, 0xA610_01, 0xA700_00, 0xA722_01, 0xD800_00,
  0xF900_81,
  // Presentation forms, half and full width
  0xFB00_01, 0xFD3E_00, 0xFD50_01, 0xFE00_80, 0xFE10_00, 0xFE20_40, 0xFE30_00, 0xFE70_01,
  0xFEFF_80, 0xFF00_00, 0xFF10_01, 0xFF1A_00, 0xFF21_01, 0xFF3B_00, 0xFF41_01, 0xFF5B_00,
  0xFF66_81, 0xFFA0_01, 0xFFE0_00,
  // Beyond the basic plane
  0x10000_01, 0x10100_00, 0x10280_01, 0x1D000_00, 0x1D400_01, 0x1D800_00, 0x1DF00_01, 0x1F000_00,
  0x20000_81, 0x40000_00, 0xE0000_80, 0xE1000_00,
]
