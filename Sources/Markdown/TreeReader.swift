/// Turns libcmark's nodes into values.
struct TreeReader {
  /// Levels of blocks, and of inlines in a block, that become levels of values.
  ///
  /// What is deeper is spliced into the last level: a file of `>` must not exhaust the stack, here
  /// or in a reader.
  static let deepestLevel = 100

  /// What the extensions know before the tree is read.
  struct Extensions {
    let survey: Survey

    /// The nodes of ``Survey/cellDocument``, by line.
    let cells: [Int: Node]

    init(survey: Survey, cellRoot: Node) {
      self.survey = survey
      var cells: [Int: Node] = [:]
      if !survey.tables.isEmpty {
        var node = cellRoot.firstChild
        while let cell = node {
          cells[cell.startLine] = cell
          node = cell.next
        }
      }
      self.cells = cells
    }
  }

  let source: SourceLines

  /// `nil` for plain CommonMark.
  let extensions: Extensions?

  /// The footnotes met so far.
  var footnotes: [Footnote] = []

  init(source: SourceLines, extensions: Extensions?) {
    self.source = source
    self.extensions = extensions
  }

  /// The blocks below a node.
  mutating func blocks(of parent: Node, depth: Int = 0) -> [Block] {
    blocks(from: parent.firstChild, of: parent, depth: depth)
  }

  /// The blocks below a node, from one of its children on.
  mutating func blocks(from first: Node?, of parent: Node, depth: Int) -> [Block] {
    var result: [Block] = []
    var cursor = first
    while let node = cursor {
      if depth >= Self.deepestLevel, node.isContainer {
        cursor = node.firstChild ?? node.following(within: parent)
      } else {
        append(node, depth: depth, to: &result)
        cursor = node.following(within: parent)
      }
    }
    return result
  }

  private mutating func append(_ node: Node, depth: Int, to result: inout [Block]) {
    let lines = source.lines(of: node)
    switch node.kind {
    case .heading, .paragraph:
      if let table = extensions?.survey.tables[node.startLine] {
        append(table, in: node, to: &result)
      } else if node.kind == .paragraph {
        let (inlines, start) = text(of: node)
        result.append(
          Block(.paragraph(inlines), lines: min(start, lines.upperBound)...lines.upperBound))
      } else {
        result.append(Block(heading(node), lines: lines))
      }
    case .quote:
      let content = blocks(of: node, depth: depth + 1)
      let callout = callout(quote: node, content: content)
      result.append(Block(callout.map(Block.Content.callout) ?? .quote(content), lines: lines))
    case .list:
      append(list: node, depth: depth, to: &result)
    case .code:
      result.append(
        Block(
          .code(string(node.literal, keepsEscapes: true), info: string(node.info)), lines: lines))
    case .html:
      result.append(Block(.html(string(node.literal, keepsEscapes: true)), lines: lines))
    case .thematicBreak:
      result.append(Block(.thematicBreak, lines: lines))
    default:
      break
    }
  }

  /// The text as its writer wrote it.
  func string(_ bytes: [UInt8], keepsEscapes: Bool = false) -> String {
    extensions == nil ? bytes[...].text : Shield.text(bytes, keepsEscapes: keepsEscapes)
  }

  /// The inlines of a paragraph or heading, and the line on which they begin.
  ///
  /// - Parameters:
  ///   - node: The paragraph or heading.
  ///   - dropping: The number of bytes at the start of its first text that are not read.
  /// - Returns: The inlines, and the line.
  func text(of node: Node, dropping: Int = 0) -> (inlines: [Inline], firstLine: Int) {
    let (tracker, firstLine) = tracker(for: node)
    var reader = InlineReader(
      labels: extensions?.survey.footnoteLabels, tracker: tracker)
    return (reader.inlines(of: node, dropping: dropping), firstLine)
  }

  /// A paragraph that begins with link definitions begins, for a reader, below them.
  private func tracker(for node: Node) -> (LineTracker, firstLine: Int) {
    guard node.endLine > node.startLine else {
      return (LineTracker(line: node.startLine), node.startLine)
    }
    var lines = source.textLines(of: node)
    var firstLine = node.startLine
    if let first = lines.first, first.lowerBound < source.bytes.count,
      source.bytes[first.lowerBound] == UInt8(ascii: "[")
    {
      let definitions = LinkDefinitions.lineCount(lines, of: source.bytes)
      lines.removeFirst(definitions)
      firstLine += definitions
    }
    let text = lines.map { source.bytes[$0] }.joined(separator: [.newline])
    return (LineTracker(text: Array(text), firstLine: firstLine), firstLine)
  }
}
