/// The first line of an MkDocs block: `!!! note "Title"`, `???+ note`, `=== "Tab"`.
struct CalloutHead {
  /// The kind in lower case; `tab` for `===`.
  let kind: String

  /// The number of bytes from the first mark to the title.
  let titleOffset: Int

  /// Whether the title stands between quotation marks.
  let isQuoted: Bool

  /// Reads a line that begins with one of the marks and ends before the line end.
  init?(_ line: ArraySlice<UInt8>) {
    guard let symbol = line.first, line.prefix(3).elementsEqual([symbol, symbol, symbol]) else {
      return nil
    }
    var rest = line.dropFirst(3)
    var kind = "tab"
    switch symbol {
    case UInt8(ascii: "="):
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "!") { rest.removeFirst() }
    case UInt8(ascii: "?"), UInt8(ascii: "!"):
      if symbol == UInt8(ascii: "?"), rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      rest = rest.drop { $0.isBlank }
      let word = rest.prefix(while: Self.isWordByte)
      guard !word.isEmpty else { return nil }
      kind = word.text.lowercased()
      rest = Self.droppingPlacement(rest[word.endIndex...])
      guard rest.first?.isBlank ?? true else { return nil }
    default: return nil
    }
    rest = rest.trimmed
    isQuoted = rest.count >= 2 && rest.first == UInt8(ascii: "\"") && rest.last == rest.first
    if symbol == UInt8(ascii: "="), !isQuoted { return nil }
    if isQuoted { rest.removeFirst() }
    self.kind = kind
    titleOffset = rest.startIndex - line.startIndex
  }

  /// Letters of Latin-1 and Latin Extended-A begin with C3, C4 or C5 in UTF-8.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || (0xC3...0xC5).contains(byte)
      || (0x80...0xBF).contains(byte)
  }

  /// `inline` and `end` say where MkDocs sets the block; they are no title.
  private static func droppingPlacement(_ words: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = words
    while rest.first?.isBlank == true {
      let word = rest.drop { $0.isBlank }.prefix { $0.isASCIILetter }
      guard word.elementsEqual("inline".utf8) || word.elementsEqual("end".utf8) else { break }
      rest = rest[word.endIndex...]
    }
    return rest
  }
}
