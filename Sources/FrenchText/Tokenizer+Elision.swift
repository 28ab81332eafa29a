extension Tokenizer {
  /// The bytes of the apostrophe at the cursor, or nil if there is none.
  func apostrophe(in text: Span<UInt8>) -> Int? {
    let byte = text[cursor]
    if byte < 0x80 { return CharacterClass(byte: byte) == .apostrophe ? 1 : nil }
    let scalar = UTF8Scalar(at: cursor, in: text)
    return CharacterClass(scalar: scalar.value) == .apostrophe ? scalar.length : nil
  }

  /// Decides what an apostrophe after the open part means.
  ///
  /// - `l’`, `jusqu’` and the like before anything but a space are dropped, also in `chef-d’œuvre`.
  /// - `aujourd’hui` goes on, with an ASCII apostrophe in its form.
  /// - The end of `don’t` and `AWS’s` is passed over.
  /// - Every other apostrophe ends the word: `entr’ouvert` gives two.
  /// - Returns: Whether the run goes on.
  mutating func endAtApostrophe(_ length: Int, in text: Span<UInt8>) -> Bool {
    let after = cursor + length
    guard after < text.count, text[after] > 0x20 else { return false }
    if isElided() {
      cursor = after
      form.removeLast(form.count - (parts.last?.form.upperBound ?? 0))
      open = OpenPart(start: cursor, form: form.count)
      return parts.isEmpty
    }
    if parts.isEmpty, form.count == 7, form.begins(with: "aujourd"), text[after] | 0x20 == .h {
      form.append(.apostrophe)
      cursor = after
      return true
    }
    let end = contractionEnd(from: after, in: text)
    if end > after {
      parts.append(open.closed(at: cursor, form: form.count))
      cursor = end
      open = OpenPart(start: end, form: form.count)
    }
    return false
  }

  /// Whether the open part is a prefix that loses its vowel before an apostrophe.
  private func isElided() -> Bool {
    let count = form.count - open.form
    guard count > 0, count <= 6 else { return false }
    return elidedWords.lists(form.span.extracting(open.form..<form.count))
  }

  /// The end of an English contraction that begins at `start`, or `start` if there is none.
  private func contractionEnd(from start: Int, in text: Span<UInt8>) -> Int {
    var end = start
    while end < text.count, end < start + 3, CharacterClass(byte: text[end]) == .lower { end += 1 }
    let contractions: StaticString = "s t d m re ve ll"
    guard end > start, !opensWord(at: end, in: text),
      contractions.lists(text.extracting(start..<end))
    else { return start }
    return end
  }
}

/// What loses its vowel before an apostrophe, without it.
public var elidedWords: StaticString {
  "l d j m t s n c ç qu jusqu lorsqu puisqu quoiqu presqu quelqu"
}

extension UInt8 {
  fileprivate static var h: UInt8 { UInt8(ascii: "h") }
}
