extension WikiLink {
  /// The index after `[[…]]` at `start`, if what stands there is a wiki link in Markdown source.
  ///
  /// Code spans and tags bind tighter, `[[a]](b)` is CommonMark's link, and `[[ -f x ]]`,
  /// `[[:alpha:]]` and `[[https://…]]` are no names. O(*length of the link*): a second `[[` ends it.
  static func end(in bytes: [UInt8], at start: Int) -> Int? {
    let opening = UInt8(ascii: "[")
    let closing = UInt8(ascii: "]")
    guard start + 4 < bytes.count, bytes[start] == opening, bytes[start + 1] == opening else {
      return nil
    }
    var index = start + 2
    while index < bytes.count, bytes[index] != closing {
      if bytes[index] == .newline || "[`<".utf8.contains(bytes[index]) { return nil }
      let isEscape = bytes[index] == .backslash && index + 1 < bytes.count
      index += isEscape && bytes[index + 1] != .newline ? 2 : 1
    }
    guard index + 1 < bytes.count, bytes[index + 1] == closing,
      isName(bytes[(start + 2)..<index])
    else { return nil }
    let end = index + 2
    return end < bytes.count && bytes[end] == UInt8(ascii: "(") ? nil : end
  }

  private static func isName(_ inner: ArraySlice<UInt8>) -> Bool {
    guard let first = inner.first, let last = inner.last, !first.isBlank, !last.isBlank,
      !(first == UInt8(ascii: ":") && last == first)
    else { return false }
    var colon = inner.startIndex
    while let found = inner[colon...].firstIndex(of: UInt8(ascii: ":")) {
      if inner[(found + 1)...].prefix(2).elementsEqual("//".utf8) { return false }
      colon = found + 1
    }
    return true
  }

  /// Reads `target#heading|alias`.
  init(inner: String, isEmbed: Bool, line: Int) {
    var address = inner[...]
    var alias: Substring?
    if let bar = inner.firstIndex(of: "|") {
      address = inner[..<bar]
      alias = inner[inner.index(after: bar)...]
    }
    var heading: Substring?
    if let hash = address.firstIndex(of: "#") {
      heading = address[address.index(after: hash)...]
      address = address[..<hash]
    }
    self.init(
      target: Self.trimmed(address), heading: heading.map(Self.trimmed).flatMap(Self.nonEmpty),
      alias: alias.map(Self.trimmed).flatMap(Self.nonEmpty), isEmbed: isEmbed, line: line)
  }

  private static func trimmed(_ text: Substring) -> String {
    Array(text.utf8)[...].trimmed.text
  }

  private static func nonEmpty(_ text: String) -> String? {
    text.allSatisfy(\.isWhitespace) ? nil : text
  }
}
