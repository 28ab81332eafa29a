extension TreeReader {
  /// Appends a table, and what stands above and below it in the same node.
  mutating func append(_ table: Survey.FoundTable, in node: Node, to result: inout [Block]) {
    let lines = source.lines(of: node)
    let underline = node.kind == .heading && node.headingLevel == 2 ? lines.upperBound : nil
    if table.precedingLine > 0, let paragraph = extensions?.cells[table.precedingLine] {
      let texts = source.textLines(of: node)[..<(table.headerLine - node.startLine)]
      let text = texts.map { source.bytes[$0] }.joined(separator: [.newline])
      let tracker = LineTracker(text: Array(text), firstLine: node.startLine)
      result.append(
        Block(
          .paragraph(inlines(of: paragraph, tracker: tracker)),
          lines: node.startLine...(table.headerLine - 1)))
    }
    var rows: [[[Inline]]] = []
    for (index, cells) in table.cellLines.enumerated() {
      // The delimiter row stands between the header and the first row.
      let line = index == 0 ? table.headerLine : table.headerLine + 1 + index
      rows.append(
        cells.map { cell in
          guard let node = extensions?.cells[cell] else { return [] }
          return inlines(of: node, tracker: LineTracker(line: line))
        })
    }
    let value = Table(
      alignments: table.source.alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
    let last = underline.map { $0 - 1 } ?? lines.upperBound
    result.append(Block(.table(value), lines: table.headerLine...max(last, table.headerLine)))
    if let underline { result.append(Block(.thematicBreak, lines: underline...underline)) }
  }

  private func inlines(of node: Node, tracker: LineTracker) -> [Inline] {
    var reader = InlineReader(labels: extensions?.survey.footnoteLabels, tracker: tracker)
    return reader.inlines(of: node)
  }
}
