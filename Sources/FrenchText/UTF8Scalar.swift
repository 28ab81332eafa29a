/// A character read from UTF-8: its code point and how many bytes it takes.
struct UTF8Scalar {
  var value: UInt32
  var length: Int

  /// Reads the character at `index`; a byte that is not UTF-8 counts as U+FFFD of length 1.
  init(at index: Int, in text: Span<UInt8>) {
    let lead = text[index]
    value = UInt32(lead)
    length = 1
    guard lead >= 0x80 else { return }
    let size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, text.count - index >= size else {
      value = 0xFFFD
      return
    }
    var scalar = UInt32(lead) & (0x7F &>> UInt32(size))
    for offset in 1..<size {
      let byte = text[index + offset]
      guard byte & 0xC0 == 0x80 else {
        value = 0xFFFD
        return
      }
      scalar = scalar &<< 6 | UInt32(byte & 0x3F)
    }
    let isOverlong = scalar < (size == 4 ? 0x10000 : size == 3 ? 0x800 : 0x80)
    let isSurrogate = scalar &>> 11 == 0xD800 &>> 11
    guard !isOverlong, !isSurrogate, scalar <= 0x10FFFF else {
      value = 0xFFFD
      return
    }
    value = scalar
    length = size
  }
}

extension Array where Element == UInt8 {
  /// Appends a code point as UTF-8.
  mutating func append(scalar: UInt32) {
    if scalar < 0x80 {
      append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    let trail = { (shift: UInt32) in UInt8(truncatingIfNeeded: 0x80 | scalar &>> shift & 0x3F) }
    if scalar < 0x800 {
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar &>> 6))
    } else if scalar < 0x10000 {
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar &>> 12))
      append(trail(6))
    } else {
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar &>> 18))
      append(trail(12))
      append(trail(6))
    }
    append(trail(0))
  }
}
