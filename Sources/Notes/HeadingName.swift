/// A heading without what only orders or adorns it: `NAT Gateway` for `8. *NAT Gateway* :`.
///
/// Numbering (`1.`, `1_`, `2.3`, `4)`), emoji and signs at the beginning, stray asterisks and a final
/// colon go; a number that counts something (`3 sous-réseaux`) stays.
package func headingName(_ title: String) -> String {
  if isPlain(title) { return title }
  var rest = trimmed(title)[...]
  while let first = rest.first, !isLetter(first), !isNumber(first), !"(«\"“[.<$#@/".contains(first)
  {
    rest = rest.dropFirst()
  }
  rest = withoutNumbering(rest)
  while let first = rest.first, "*_ -–—".contains(first) || isPictograph(first) {
    rest = rest.dropFirst()
  }
  while let last = rest.last, ":* \u{A0}\u{202F}".contains(last) || isPictograph(last) {
    rest = rest.dropLast()
  }
  return rest.isEmpty ? trimmed(title) : String(rest)
}

/// Whether a heading begins with a letter and ends with a letter or digit of ASCII: most do.
private func isPlain(_ title: String) -> Bool {
  guard let first = title.utf8.first, let last = title.utf8.last else { return false }
  let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte | 0x20) }
  return isLetter(first) && title.first?.utf8.count == 1
    && (isLetter(last) || (0x30...0x39).contains(last))
}

/// The number with which a heading begins: 3 for `3_Réseau` and `3. Réseau`, none for `3 sous-réseaux`.
func headingNumber(_ title: String) -> Int? {
  let text = trimmed(title)
  let digits = text.prefix { $0.isASCII && isNumber($0) }
  guard !digits.isEmpty, let mark = text.dropFirst(digits.count).first, "._)".contains(mark) else {
    return nil
  }
  return Int(digits)
}

private func withoutNumbering(_ text: Substring) -> Substring {
  let digits = text.prefix { $0.isASCII && isNumber($0) || $0 == "." }
  guard digits.first?.isNumber == true else { return text }
  let after = text.dropFirst(digits.count)
  if digits.last == ".", !after.isEmpty { return after.drop { $0 == " " || $0 == "\u{A0}" } }
  guard let mark = after.first else { return text }
  if "_)".contains(mark) { return after.dropFirst().drop { $0 == " " } }
  if mark == " ", digits.contains(".") { return after.drop { $0 == " " } }
  if after.hasPrefix(" - ") || after.hasPrefix(" – ") { return after.dropFirst(3) }
  return text
}

private func isPictograph(_ character: Character) -> Bool {
  character.unicodeScalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
}
