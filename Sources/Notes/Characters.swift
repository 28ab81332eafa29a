// What kind of character one is, told by its first scalar as the standard library does; those of ASCII
// are not looked up in its tables.

/// Whether a character is white space.
func isSpace(_ character: Character) -> Bool {
  guard let byte = character.ascii else { return character.isWhitespace }
  return byte == 0x20 || (0x09...0x0D).contains(byte)
}

/// Whether a character is a letter.
func isLetter(_ character: Character) -> Bool {
  guard let byte = character.ascii else { return character.isLetter }
  return (0x61...0x7A).contains(byte | 0x20)
}

/// Whether a character is a digit or another number.
func isNumber(_ character: Character) -> Bool {
  guard let byte = character.ascii else { return character.isNumber }
  return (0x30...0x39).contains(byte)
}

/// Whether a character is a capital.
func isUppercase(_ character: Character) -> Bool {
  guard let byte = character.ascii else { return character.isUppercase }
  return (0x41...0x5A).contains(byte)
}

/// The words of a text, cut at white space.
///
/// - Parameters:
///   - text: The text.
///   - count: How many are cut off; the last word is then all that follows them.
/// - Returns: At most one word more than `count`.
func words(of text: String, upTo count: Int) -> [Substring] {
  guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
    return text.split(maxSplits: count, whereSeparator: isSpace)
  }
  let words = text.utf8.split(maxSplits: count) { $0 == 0x20 || (0x09...0x0D).contains($0) }
  return words.map { Substring($0) }
}

extension Character {
  /// The one byte of a character of ASCII.
  fileprivate var ascii: UInt8? {
    let bytes = utf8
    guard let first = bytes.first, first < 0x80, bytes.count == 1 else { return nil }
    return first
  }
}
