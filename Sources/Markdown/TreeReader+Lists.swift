extension TreeReader {
  /// Appends a list, without the items that stand for MkDocs blocks and footnotes.
  mutating func append(list node: Node, depth: Int, to result: inout [Block]) {
    var items: [List.Item] = []
    var start = node.listStart
    func flush() {
      guard let first = items.first, let last = items.last else { return }
      let list = List(start: start, isTight: node.isTight, items: items)
      result.append(
        Block(.list(list), lines: first.lines.lowerBound...last.lines.upperBound))
      start = start.map { $0 + items.count }
      items = []
    }
    var cursor = node.firstChild
    while let child = cursor {
      if extensions != nil, child.isMarkedCallout {
        flush()
        result.append(markedCallout(child, depth: depth))
      } else if extensions != nil, let definition = child.footnoteDefinition {
        flush()
        appendFootnote(definition, item: child, depth: depth)
      } else {
        items.append(item(child, depth: depth))
      }
      cursor = child.next
    }
    flush()
  }

  private mutating func item(_ node: Node, depth: Int) -> List.Item {
    var blocks = blocks(of: node, depth: depth + 1)
    var isDone: Bool?
    if extensions != nil, let first = node.firstChild, first.kind == .paragraph {
      isDone = Self.takeTask(from: &blocks, line: source.firstLine(of: first))
    }
    return List.Item(isDone: isDone, blocks: blocks, lines: source.lines(of: node))
  }

  /// Reads `[ ]` or `[x]` at the start of an item.
  ///
  /// `line` is the source: an escaped bracket is none.
  private static func takeTask(
    from blocks: inout [Block], line: ArraySlice<UInt8>
  ) -> Bool? {
    let box = Array(line.prefix(4))
    guard box.count >= 3, box[0] == UInt8(ascii: "["), box[2] == UInt8(ascii: "]"),
      " xX".utf8.contains(box[1]), box.count == 3 || box[3].isBlank,
      case .paragraph(var inlines)? = blocks.first?.content,
      case .text(let text)? = inlines.first, text.hasPrefix("[")
    else { return nil }
    inlines.dropFirst(3, of: text)
    blocks[0].content = .paragraph(inlines)
    if inlines.isEmpty { blocks.removeFirst() }
    return box[1] != .space
  }

  private mutating func appendFootnote(
    _ definition: (label: String, prefix: Int), item: Node, depth: Int
  ) {
    guard let paragraph = item.firstChild else { return }
    var (inlines, firstLine) = text(of: paragraph, dropping: definition.prefix)
    if inlines.first == .softBreak {
      inlines.removeFirst()
      firstLine += 1
    }
    let index = footnotes.count
    let lines = source.lines(of: item)
    footnotes.append(Footnote(label: definition.label, blocks: [], lines: lines))
    var content: [Block] = []
    if !inlines.isEmpty {
      content.append(
        Block(.paragraph(inlines), lines: firstLine...source.lines(of: paragraph).upperBound))
    }
    content += blocks(from: paragraph.next, of: item, depth: depth + 1)
    footnotes[index].blocks = content
  }
}

extension [Inline] {
  /// Drops characters from the first text, `text`, and the blank or line end after them.
  mutating func dropFirst(_ count: Int, of text: String) {
    let rest = text.dropFirst(count).drop { $0 == " " || $0 == "\t" }
    if !rest.isEmpty {
      self[0] = .text(String(rest))
      return
    }
    removeFirst()
    if first == .softBreak || first == .lineBreak { removeFirst() }
  }
}
