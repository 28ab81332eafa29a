// Most texts can be read byte by byte with the same result as character by character: texts of ASCII, of
// Latin letters with accents, of the usual signs and pictures, none of which joins the one before it. What
// is read so costs a tenth; every other text is read as characters.

/// Whether words and white space of a text can be told by its bytes: no letter, digit or space joins
/// with what follows it.
///
/// - Complexity: O(*n*) in the bytes of the text.
package func isPlain(_ text: Span<UInt8>) -> Bool {
  var place = 0
  var last = 0
  while place < text.count {
    let byte = text[place]
    var length = 1
    if byte >= 0x80 {
      length = plainLength(at: place, in: text)
      if length == 0, isPictureSelector(at: place, in: text), isPicture(at: last, in: text) {
        length = 3
      }
      guard length > 0 else { return false }
    } else if byte == 0x0D {
      // A carriage return is one character with the line feed behind it.
      return false
    }
    last = place
    place += length
  }
  return true
}

/// Whether a character surely ends and another begins at a place between the bytes of a text.
package func isBoundary(_ place: Int, in text: Span<UInt8>) -> Bool {
  guard place > 0, place < text.count else { return true }
  var before = place - 1
  while before > 0, text[before] & 0xC0 == 0x80 { before -= 1 }
  let isPlainBefore =
    text[before] < 0x80 ? text[before] != 0x0D : plainLength(at: before, in: text) > 0
  if text[place] < 0x80 { return isPlainBefore || isPictureSelector(at: before, in: text) }
  return isPlainBefore && plainLength(at: place, in: text) > 0
}

/// Whether a scalar is U+FE0F, which asks for a picture in colours.
private func isPictureSelector(at place: Int, in text: Span<UInt8>) -> Bool {
  place + 2 < text.count && text[place] == 0xEF && text[place + 1] == 0xB8
    && text[place + 2] == 0x8F
}

/// Whether a plain scalar may be a picture.
private func isPicture(at place: Int, in text: Span<UInt8>) -> Bool {
  text[place] == 0xF0 && plainLength(at: place, in: text) > 0
    || text[place] == 0xE2 && text[place + 1] >= 0x86
}

/// The number of bytes of a plain scalar beyond ASCII; 0 for one that is not.
private func plainLength(at place: Int, in text: Span<UInt8>) -> Int {
  let count = text.count - place
  guard count > 1 else { return 0 }
  let (first, second) = (text[place], text[place + 1])
  switch first {
  case 0xC2: return second >= 0xA0 && second != 0xAD ? 2 : 0
  case 0xC3...0xC5: return 2
  case 0xE2:
    guard count > 2 else { return 0 }
    let third = text[place + 2]
    let isPlain =
      switch second {
      // Dashes, quotation marks, the ellipsis, the narrow no-break space.
      case 0x80: (0x90...0xA7).contains(third) || third == 0xAF
      // Signs of currencies.
      case 0x82: third >= 0xA0
      // Arrows, operators, technical signs, boxes, pictures of one colour.
      case 0x86: third >= 0x90
      case 0x87...0x8B, 0x8C...0x8F, 0x94...0x9C: true
      default: false
      }
    return isPlain ? 3 : 0
  case 0xF0:
    guard count > 3, second == 0x9F else { return 0 }
    let (third, fourth) = (text[place + 2], text[place + 3])
    // Pictures, without the five colours of skin.
    let isPlain =
      third == 0x8F ? fourth < 0xBB : (0x8C...0x9B).contains(third) || (0xA4...0xAB).contains(third)
    return isPlain ? 4 : 0
  default: return 0
  }
}

/// The next word of a plain text, a run of letters and digits; `nil` where there is none.
///
/// - Parameters:
///   - text: A text of which ``isPlain(_:)`` is true.
///   - start: Where looking begins, at a scalar's first byte.
/// - Returns: The bytes of the word.
package func nextWord(in text: Span<UInt8>, from start: Int) -> Range<Int>? {
  var place = start
  while place < text.count {
    let length = wordLength(at: place, in: text)
    if length > 0 {
      var end = place + length
      while end < text.count {
        let length = wordLength(at: end, in: text)
        guard length > 0 else { break }
        end += length
      }
      return place..<end
    }
    place += text[place] < 0x80 ? 1 : text[place] < 0xE0 ? 2 : text[place] < 0xF0 ? 3 : 4
  }
  return nil
}

/// The number of bytes of a letter or digit; 0 for any other scalar.
private func wordLength(at place: Int, in text: Span<UInt8>) -> Int {
  let byte = text[place]
  if byte < 0x80 {
    return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 ? 1 : 0
  }
  switch byte {
  case 0xC2:
    // « ª », « µ », « º », « ² », « ³ », « ¹ » and fractions.
    switch text[place + 1] {
    case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC...0xBE: return 2
    default: return 0
    }
  case 0xC3: return text[place + 1] == 0x97 || text[place + 1] == 0xB7 ? 0 : 2
  case 0xC4, 0xC5: return 2
  default: return 0
  }
}
