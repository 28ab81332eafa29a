/// What must be known of a whole tree before its nodes become values: its tables and footnotes.
///
/// The cells of all tables are parsed together, in one more run of libcmark: each is the heading of
/// a document that ends with the source itself, so that its link definitions hold there too.
struct Survey {
  /// A table among the lines of one paragraph.
  struct FoundTable {
    let source: TableSource

    /// The source line of the header row.
    let headerLine: Int

    /// The line of ``cellDocument`` with the paragraph lines above the header; 0 if there are none.
    let precedingLine: Int

    /// The line of ``cellDocument`` on which each cell stands; 0 for an empty cell.
    let cellLines: [[Int]]
  }

  /// The tables, by the line at which libcmark lets the paragraph begin.
  private(set) var tables: [Int: FoundTable] = [:]

  /// The labels of the footnotes as their definitions spell them, by their folded form.
  private(set) var footnoteLabels: [String: String] = [:]

  /// The Markdown of all cells; empty where there is no table.
  private(set) var cellDocument: [UInt8] = []

  private var lineCount = 0

  /// Looks through a tree.
  ///
  /// O(*n*).
  init(of root: Node, source: SourceLines, findsTables: Bool) {
    var cursor = root.firstChild
    while let node = cursor {
      switch node.kind {
      case .item:
        if let label = node.footnoteDefinition?.label {
          footnoteLabels[label.lowercased()] = footnoteLabels[label.lowercased()] ?? label
        }
        cursor = node.successor(within: root)
      case .paragraph, .heading:
        if findsTables { findTable(in: node, source: source) }
        cursor = node.following(within: root)
      default:
        cursor = node.successor(within: root)
      }
    }
    guard !tables.isEmpty else { return }
    cellDocument.append(.newline)
    cellDocument.append(contentsOf: source.bytes)
  }

  private mutating func findTable(in node: Node, source: SourceLines) {
    guard node.endLine > node.startLine else { return }
    var lines = source.textLines(of: node)
    if node.kind == .heading, node.headingLevel == 1 {
      // `===` under a table is one more row; `---` is a thematic break.
      lines.append(source.range(ofLine: source.underline(of: node)))
    }
    guard let table = TableSource(lines: lines, of: source.bytes) else { return }
    let precedingLine = table.headerIndex > 0 ? lineCount + 1 : 0
    for (index, line) in lines[..<table.headerIndex].enumerated() {
      // Indented lines can only continue the paragraph, whatever they begin with.
      append(prefix: index == 0 ? "" : "        ", source.bytes[line], suffix: "")
    }
    if precedingLine > 0 { append(prefix: "", [], suffix: "") }
    var cellLines: [[Int]] = []
    for row in table.rows {
      var line: [Int] = []
      for cell in row {
        line.append(cell.isEmpty ? 0 : lineCount + 1)
        // The closing `#` keeps one that ends the cell.
        if !cell.isEmpty { append(prefix: "# ", cell[...], suffix: " #") }
      }
      cellLines.append(line)
    }
    tables[node.startLine] = FoundTable(
      source: table, headerLine: node.startLine + table.headerIndex, precedingLine: precedingLine,
      cellLines: cellLines)
  }

  private mutating func append(prefix: String, _ text: ArraySlice<UInt8>, suffix: String) {
    cellDocument.append(contentsOf: prefix.utf8)
    cellDocument.append(contentsOf: text)
    cellDocument.append(contentsOf: suffix.utf8)
    cellDocument.append(.newline)
    lineCount += 1
  }
}

// MARK: - Marked items

extension Node {
  /// The label of the footnote that a list item defines, and the bytes before the note's own text.
  var footnoteDefinition: (label: String, prefix: Int)? {
    let mark = Shield.Mark.footnote.bytes
    guard kind == .item, let paragraph = firstChild, paragraph.kind == .paragraph,
      let text = paragraph.firstChild, text.kind == .text
    else { return nil }
    let literal = text.literal
    let start = mark.count + 4
    guard literal.starts(with: mark),
      Shield.isStandIn(Shield.openingBracket, in: literal, at: mark.count),
      let end = literal.indices.dropFirst(start).first(where: {
        Shield.isStandIn(Shield.closingBracket, in: literal, at: $0)
      })
    else { return nil }
    let prefix = literal[(end + 4)...].prefix { $0.isBlank }.endIndex
    return (Shield.text(Array(literal[start..<end])), prefix)
  }

  /// Whether the node is a list item that stands for an MkDocs block.
  var isMarkedCallout: Bool {
    guard kind == .item, let heading = firstChild, heading.kind == .heading,
      let text = heading.firstChild, text.kind == .text
    else { return false }
    return text.literal.starts(with: Shield.Mark.callout.bytes)
  }
}
