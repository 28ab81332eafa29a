/// A character of an answer: what it is to the grader.
///
/// Compatibility forms that turn up in notes and from keyboards are read as what they stand for (part of
/// Unicode's NFKC): full-width letters, ligatures, superscript digits, all kinds of spaces.
struct AnswerCharacter {
  enum Kind {
    /// Space, punctuation, apostrophe, symbol.
    case separator
    /// Nothing that is seen.
    case ignorable
    /// `&`, which is read as « et ».
    case ampersand
    /// A character that stands for these.
    case letters([UInt8])
    /// To be folded as it is.
    case other
  }

  /// The code point; U+FFFD for a byte that is not UTF-8.
  private(set) var value: UInt32
  /// How many bytes it takes.
  private(set) var length: Int

  /// Reads the character at a place of a text.
  init(at index: Int, in text: Span<UInt8>) {
    let lead = text[index]
    let size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    value = size == 1 ? UInt32(lead) : UInt32(lead) & (0x7F &>> UInt32(size))
    length = size
    if size == 1 { return }
    guard lead >= 0xC2, lead < 0xF5, text.count - index >= size else {
      (value, length) = (0xFFFD, 1)
      return
    }
    for offset in 1..<size {
      let byte = text[index + offset]
      guard byte & 0xC0 == 0x80 else {
        (value, length) = (0xFFFD, 1)
        return
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // Full-width ASCII.
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
  }

  /// What the character is to the grader.
  var kind: Kind {
    if value < 0x80 { return asciiKind }
    switch value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF, 0xFFFD: return .ignorable
    case 0xAA: return .letters([UInt8(ascii: "a")])
    case 0xBA: return .letters([UInt8(ascii: "o")])
    case 0xB9: return digit(1)
    case 0xB2, 0xB3: return digit(value - 0xB0)
    case 0x2070, 0x2074...0x2079: return digit(value - 0x2070)
    case 0x2080...0x2089: return digit(value - 0x2080)
    case 0xFB00...0xFB04: return .letters(ligature)
    case 0x80...0xBF, 0xD7, 0xF7, 0x2B0...0x2FF, 0x2000...0x2BFF, 0x3000...0x3004,
      0x3007...0x3020, 0xE000...0xF8FF, 0xFF5F...0xFF65, 0xFFE0...0xFFFC, 0x1F000...0x1FAFF:
      return .separator
    default: return .other
    }
  }

  private var asciiKind: Kind {
    let byte = UInt8(truncatingIfNeeded: value)
    if byte == UInt8(ascii: "&") { return .ampersand }
    let small = byte | 0x20
    if small &- UInt8(ascii: "a") < 26 { return .letters([small]) }
    return byte.isDecimalDigit ? .letters([byte]) : .separator
  }

  private func digit(_ digit: UInt32) -> Kind {
    .letters([UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)])
  }

  /// The letters of ﬀ, ﬁ, ﬂ, ﬃ and ﬄ.
  private var ligature: [UInt8] {
    let f = UInt8(ascii: "f")
    let last = value & 1 == 1 ? UInt8(ascii: "i") : UInt8(ascii: "l")
    if value == 0xFB00 { return [f, f] }
    return value < 0xFB03 ? [f, last] : [f, f, last]
  }
}
