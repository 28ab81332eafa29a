internal import FrenchText

/// A text in lower case, without accents, as names are compared.
package func folded(_ text: String) -> String { folded(text[...]) }

/// A part of a text in lower case, without accents, as names are compared.
package func folded(_ text: Substring) -> String {
  let bytes = text.utf8.span
  var isLowered = true
  for place in bytes.indices {
    let byte = bytes[place]
    guard byte < 0x80 else {
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count)
      appendFolded(bytes, to: &folded)
      return String(decoding: folded, as: UTF8.self)
    }
    if byte &- 0x41 < 26 { isLowered = false }
  }
  return isLowered ? String(text) : text.lowercased()
}

/// The words of a text in lower case, without accents.
package func foldedWords(_ text: String) -> [String] { foldedWords(text[...]) }

/// The words of a part of a text in lower case, without accents.
package func foldedWords(_ text: Substring) -> [String] {
  let text = folded(text)
  let bytes = text.utf8.span
  guard isPlain(bytes) else {
    return text.split { !(isLetter($0) || isNumber($0)) }.map(String.init)
  }
  var words: [String] = []
  var place = text.startIndex
  var offset = 0
  while let word = nextWord(in: bytes, from: offset) {
    let start = text.utf8.index(place, offsetBy: word.lowerBound - offset)
    place = text.utf8.index(start, offsetBy: word.count)
    offset = word.upperBound
    words.append(String(text[start..<place]))
  }
  return words
}

/// A text without white space at its ends, no-break spaces included.
package func trimmed(_ text: some StringProtocol) -> String {
  // Most texts begin and end with a letter or a sign of ASCII: then nothing need be looked up.
  let isSolid = { (scalar: Unicode.Scalar?) in
    scalar.map { (0x21...0x7E).contains($0.value) } ?? false
  }
  if isSolid(text.unicodeScalars.first), isSolid(text.unicodeScalars.last) { return String(text) }
  let isBlank = { (character: Character) in isSpace(character) || character == "\u{FEFF}" }
  guard let first = text.firstIndex(where: { !isBlank($0) }),
    let last = text.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(text[first...last])
}

/// The first sentence of a text, with its full stop.
///
/// A full stop ends a sentence where a capital or nothing follows, except after abbreviations and initials.
package func firstSentence(_ text: String) -> String {
  let bytes = text.utf8
  var place = text.startIndex
  while let stop = bytes[place...].firstIndex(where: isSentenceMark) {
    let after = bytes.index(after: stop)
    place = after
    guard after == text.endIndex || isSpace(text[after]) else { continue }
    let rest = text[after...].prefix(4).drop(while: isSpace)
    let opensSentence = rest.first.map { !$0.isLowercase } ?? true
    if opensSentence, !isAbbreviation(text[..<stop], mark: bytes[stop], isLast: rest.isEmpty) {
      return String(text[...stop])
    }
  }
  return text
}

private func isSentenceMark(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
}

/// Whether the full stop behind a text belongs to the text's last word.
private func isAbbreviation(_ text: Substring, mark: UInt8, isLast: Bool) -> Bool {
  guard mark == UInt8(ascii: ".") else { return false }
  let space = text.utf8.lastIndex(of: UInt8(ascii: " "))
  let last = space.map { text[text.utf8.index(after: $0)...] } ?? text
  let word = folded(last.suffix(12).drop { "([«".contains($0) })
  return abbreviations.contains(word) || (word.count == 1 && !isLast)
}

private let abbreviations: Set = ["ex", "cf", "etc", "p", "env", "art", "fig", "vs", "e.g", "i.e"]
