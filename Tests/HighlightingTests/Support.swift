import Highlighting

/// Code with its tokens in brackets, each with its kind's first letters: `⟨na:aws⟩ s3 ls`.
func marked(_ code: String, _ language: Language) -> String {
  let bytes = Array(code.utf8)
  var text = ""
  var place = 0
  for token in tokens(of: bytes, language: language) {
    text += String(decoding: bytes[place..<token.range.lowerBound], as: UTF8.self)
    text += "⟨\(token.kind.rawValue.prefix(2)):"
    text += String(decoding: bytes[token.range], as: UTF8.self) + "⟩"
    place = token.range.upperBound
  }
  return text + String(decoding: bytes[place...], as: UTF8.self)
}
