/// The number of columns that a text takes in a terminal.
///
/// - Complexity: O(*n*), where *n* is the length of `text`.
func displayWidth(of text: String) -> Int {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The number of columns that a character takes in a terminal: 0, 1 or 2, or more where a script
/// writes several letters as one character.
func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  // However many people, hearts and skins are joined in an emoji, it is two columns wide, as is
  // a Hangul syllable of any number of letters.
  let isEmoji = scalars.contains("\u{FE0F}") || (scalars.first.map(displayWidth) ?? 0) == 2
  return isEmoji ? 2 : scalars.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The number of columns of a scalar alone.
///
/// This is what `wcwidth` of the C library says, without its need of a locale set for the whole
/// process.
func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 {
    return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar == "\u{AD}" ? 0 : 1
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: return isWide(scalar) ? 2 : 1
  }
}

/// Whether a scalar is wide or full-width (Unicode Standard Annex 11), or shown as an emoji.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case ..<0x1100: false
  // The first letters of Hangul syllables, and angle brackets.
  case 0x1100...0x115F, 0x2329...0x232A: true
  // Han and its radicals, kana, bopomofo, Yi, and their punctuation.
  case 0x2E80...0x303E, 0x3041...0xA4C6: true
  // Hangul syllables, compatibility forms, full-width letters and signs.
  case 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAD9: true
  case 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6: true
  // Tangut, Khitan, Nüshu, old kana, and Han beyond the first plane.
  case 0x16FE0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD: true
  default: scalar.properties.isEmojiPresentation
  }
}
