internal import FrenchText

/// A text in lower case, without accents, as names are compared.
func folded(_ text: some StringProtocol) -> String {
  var bytes: [UInt8] = []
  appendFolded(Array(text.utf8).span, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// The words of a text in lower case, without accents.
func foldedWords(_ text: some StringProtocol) -> [String] {
  folded(text).split { !($0.isLetter || $0.isNumber) }.map(String.init)
}

/// A text without white space at its ends, no-break spaces included.
func trimmed(_ text: some StringProtocol) -> String {
  // Most texts begin and end with a letter or a sign of ASCII: then nothing need be looked up.
  let isSolid = { (scalar: Unicode.Scalar?) in
    scalar.map { (0x21...0x7E).contains($0.value) } ?? false
  }
  if isSolid(text.unicodeScalars.first), isSolid(text.unicodeScalars.last) { return String(text) }
  let isSpace = { (character: Character) in character.isWhitespace || character == "\u{FEFF}" }
  guard let first = text.firstIndex(where: { !isSpace($0) }),
    let last = text.lastIndex(where: { !isSpace($0) })
  else { return "" }
  return String(text[first...last])
}

/// The first sentence of a text, with its full stop.
///
/// A full stop ends a sentence where a capital or nothing follows, except after abbreviations and initials.
func firstSentence(_ text: String) -> String {
  var place = text.startIndex
  while let stop = text[place...].firstIndex(where: { ".!?".contains($0) }) {
    let after = text.index(after: stop)
    let rest = text[after...].prefix(4).drop { $0.isWhitespace }
    let isSpaced = after == text.endIndex || text[after].isWhitespace
    let word = folded(String(text[..<stop].reversed().prefix { $0 != " " }.prefix(12).reversed()))
    let isAbbreviation =
      text[stop] == "." && (abbreviations.contains(word) || (word.count == 1 && !rest.isEmpty))
    let opensSentence = rest.first.map { !$0.isLowercase } ?? true
    if isSpaced, !isAbbreviation, opensSentence { return String(text[...stop]) }
    place = after
  }
  return text
}

private let abbreviations: Set = ["ex", "cf", "etc", "p", "env", "art", "fig", "vs", "e.g", "i.e"]
