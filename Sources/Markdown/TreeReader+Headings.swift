extension TreeReader {
  /// The heading that a node is, with the id that its text ends with.
  func heading(_ node: Node) -> Block.Content {
    var inlines = text(of: node).inlines
    var id: String?
    if extensions != nil, case .text(let text)? = inlines.last, text.hasSuffix("}"),
      let line = source.textLines(of: node).last
    {
      id = Self.takeID(from: &inlines, text: text, line: source.bytes[line])
    }
    return .heading(level: node.headingLevel, inlines, id: id)
  }

  /// Takes `{#id}` off the last text of a heading.
  ///
  /// `line` is the source of that text: `\{#id}` is no mark.
  private static func takeID(
    from inlines: inout [Inline], text: String, line: ArraySlice<UInt8>
  ) -> String? {
    guard let brace = text.lastIndex(of: "{"),
      let written = line.lastIndex(of: UInt8(ascii: "{")),
      written == line.startIndex || line[written - 1] != .backslash
    else { return nil }
    let id = text[brace...].dropFirst().dropLast()
    guard id.first == "#", id.count > 1,
      !id.contains(where: { $0.isWhitespace || $0 == "}" })
    else { return nil }
    inlines.removeLast()
    let title = text[..<brace]
    if let end = title.lastIndex(where: { $0 != " " && $0 != "\t" }) {
      inlines.append(.text(String(title[...end])))
    }
    return String(id.dropFirst())
  }
}
