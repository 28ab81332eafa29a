extension FrontMatter {
  /// Reads the front matter at the top of `bytes` and the number of lines that it takes.
  ///
  /// It begins with `---` on the first line, ends with `---` or `...`, and has a key somewhere:
  /// words between two thematic breaks are words.
  static func read(from bytes: [UInt8]) -> (matter: FrontMatter, lineCount: Int, end: Int)? {
    guard bytes.starts(with: "---".utf8) else { return nil }
    let first = line(in: bytes, from: 0)
    guard isDelimiter(first, "---"), first.endIndex < bytes.count else { return nil }
    let textStart = first.endIndex + 1
    var start = textStart
    var hasKey = false
    var count = 1
    while start < bytes.count {
      let line = line(in: bytes, from: start)
      count += 1
      if count == 2, line.trimmed.isEmpty { return nil }
      let next = min(line.endIndex + 1, bytes.count)
      if isDelimiter(line, "---") || isDelimiter(line, "...") {
        guard hasKey else { return nil }
        let matter = FrontMatter(text: bytes[textStart..<start].text, firstLine: 2)
        return (matter, count, next)
      }
      hasKey = hasKey || beginsWithKey(line)
      start = next
    }
    return nil
  }

  private static func line(in bytes: [UInt8], from start: Int) -> ArraySlice<UInt8> {
    bytes[start..<(bytes[start...].firstIndex(of: .newline) ?? bytes.count)]
  }

  private static func isDelimiter(_ line: ArraySlice<UInt8>, _ mark: String) -> Bool {
    line.starts(with: mark.utf8) && line.dropFirst(3).allSatisfy(\.isBlank)
  }

  private static func beginsWithKey(_ line: ArraySlice<UInt8>) -> Bool {
    let key = line.prefix { $0.isASCIIAlphanumeric || "_-.\"'".utf8.contains($0) || $0 >= 0x80 }
    let rest = line[key.endIndex...].drop { $0.isBlank }
    return !key.isEmpty && rest.first == UInt8(ascii: ":")
      && rest.dropFirst().first?.isBlank != false
  }
}
