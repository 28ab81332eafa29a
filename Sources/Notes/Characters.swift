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
  let bytes = text.utf8.span
  guard isPlain(bytes) else { return text.split(maxSplits: count, whereSeparator: isSpace) }
  var words: [Substring] = []
  var start = text.startIndex
  var (offset, place) = (0, 0)
  while words.count < count, place < bytes.count {
    let space = spaceLength(at: place, in: bytes)
    guard space > 0 else {
      place += 1
      continue
    }
    let end = text.utf8.index(start, offsetBy: place - offset)
    if offset < place { words.append(text[start..<end]) }
    start = text.utf8.index(end, offsetBy: space)
    place += space
    offset = place
  }
  if offset < bytes.count { words.append(text[start...]) }
  return words
}

extension Character {
  /// The one byte of a character of ASCII.
  fileprivate var ascii: UInt8? {
    let bytes = utf8
    guard let first = bytes.first, first < 0x80, bytes.count == 1 else { return nil }
    return first
  }
}
