extension TreeReader {
  /// The callout that a quote is, if its text begins with `[!kind]`.
  func callout(quote: Node, content: [Block]) -> Callout? {
    guard extensions != nil, let first = quote.firstChild, first.kind == .paragraph,
      source.firstLine(of: first).starts(with: "[!".utf8),
      let block = content.first, case .paragraph(let inlines) = block.content,
      case .text(let text)? = inlines.first, text.hasPrefix("[!"),
      let end = text.firstIndex(of: "]")
    else { return nil }
    let name = text[..<end].dropFirst(2)
    // Obsidian lets `|` and words about the looks follow the kind.
    let kind = name.prefix { $0 != "|" }
    guard !kind.isEmpty, kind.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    else { return nil }
    var length = name.count + 3
    var rest = text[text.index(after: end)...]
    if rest.first == "+" || rest.first == "-" {
      length += 1
      rest.removeFirst()
    }
    guard rest.isEmpty || rest.first == " " || rest.first == "\t" else { return nil }

    let titleEnd = inlines.firstIndex { $0 == .softBreak || $0 == .lineBreak } ?? inlines.endIndex
    var title = Array(inlines[..<titleEnd])
    title.dropFirst(length, of: text)
    var blocks = content
    let body = Array(inlines[titleEnd...].dropFirst())
    if body.isEmpty {
      blocks.removeFirst()
    } else {
      let last = block.lines.upperBound
      blocks[0] = Block(.paragraph(body), lines: min(block.lines.lowerBound + 1, last)...last)
    }
    return Callout(kind: kind.lowercased(), title: title, blocks: blocks)
  }

  /// The MkDocs block for which a marked list item stands.
  mutating func markedCallout(_ item: Node, depth: Int) -> Block {
    let lines = source.lines(of: item)
    let mark = Shield.Mark.callout.bytes
    guard let heading = item.firstChild else { return Block(.quote([]), lines: lines) }
    let line = source.bytes[source.range(ofLine: heading.startLine)]
    var title: [Inline] = []
    var kind = ""
    if let start = line.indices.first(where: { line[$0...].starts(with: mark) }),
      let head = CalloutHead(line[(start + mark.count)...])
    {
      kind = head.kind
      title = text(of: heading, dropping: mark.count + head.titleOffset).inlines
      if head.isQuoted, case .text(let last)? = title.last, last.hasSuffix("\"") {
        title.removeLast()
        if last.count > 1 { title.append(.text(String(last.dropLast()))) }
      }
    }
    let body = blocks(from: heading.next, of: item, depth: depth + 1)
    return Block(.callout(Callout(kind: kind, title: title, blocks: body)), lines: lines)
  }
}
