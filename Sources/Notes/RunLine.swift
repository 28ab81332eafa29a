internal import Markdown

/// The visible text of one source line, cut where its style changes.
struct RunLine {
  struct Run {
    var text: String
    var isStrong: Bool
    var isCode: Bool
    /// Whether the text leads somewhere.
    var isLink = false
  }

  var line: Int
  var runs: [Run] = []

  var text: String { runs.count == 1 ? runs[0].text : runs.map { $0.text }.joined() }
}

/// Cuts running text into source lines.
///
/// - Parameters:
///   - inlines: The content of a paragraph, heading or cell.
///   - line: The source line on which it begins.
/// - Returns: At least one line.
func runLines(of inlines: [Inline], from line: Int) -> [RunLine] {
  var collector = RunCollector(lines: [RunLine(line: line)])
  collector.add(inlines, isStrong: false)
  return collector.lines
}

private struct RunCollector {
  var lines: [RunLine]

  /// Whether what is added stands in a link.
  private var isLink = false

  init(lines: [RunLine]) { self.lines = lines }

  mutating func add(_ inlines: [Inline], isStrong: Bool) {
    for inline in inlines {
      switch inline {
      case .text(let text): add(text, isStrong: isStrong)
      case .code(let text): add(text, isStrong: isStrong, isCode: true)
      case .emphasis(let content), .strikethrough(let content), .highlight(let content):
        add(content, isStrong: isStrong)
      case .strong(let content): add(content, isStrong: true)
      case .link(let link): addLink { $0.add(link.content, isStrong: isStrong) }
      case .image(let image): add(image.alternative.plainText, isStrong: isStrong)
      case .wikiLink(let link): addLink { $0.add(link.text, isStrong: isStrong) }
      case .html: add(inline.plainText, isStrong: isStrong)
      case .footnoteReference: break
      case .softBreak, .lineBreak:
        lines.append(RunLine(line: lines[lines.count - 1].line + 1))
      }
    }
  }

  private mutating func addLink(_ content: (inout RunCollector) -> Void) {
    let isInside = isLink
    isLink = true
    content(&self)
    isLink = isInside
  }

  private mutating func add(_ text: String, isStrong: Bool, isCode: Bool = false) {
    guard !text.isEmpty else { return }
    let last = lines.count - 1
    lines[last].runs.append(
      RunLine.Run(text: text, isStrong: isStrong, isCode: isCode, isLink: isLink))
  }
}

/// The visible text of a block, line by line; a table row is a line, its cells apart by ` · `.
func textLines(of block: Block) -> [TextLine] {
  let first = block.lines.lowerBound
  switch block.content {
  case .heading(_, let inlines, _), .paragraph(let inlines):
    return runLines(of: inlines, from: first).map { TextLine(shown($0), line: $0.line) }
      .filter { !$0.text.isEmpty }
  case .list(let list):
    return list.items.flatMap { $0.blocks.flatMap(textLines) }
  case .quote(let blocks):
    return blocks.flatMap(textLines)
  case .callout(let callout):
    let title = callout.title.isEmpty ? [] : [TextLine(callout.title.plainText, line: first)]
    return title + callout.blocks.flatMap(textLines)
  case .code(let code, let info):
    let offset = info.isEmpty && code.isEmpty ? 0 : firstCodeLine(code, of: block)
    return lines(of: code, from: first + offset).map {
      TextLine($0.text, line: $0.line, isCode: true)
    }
  case .html(let html):
    return lines(of: visibleText(ofHTML: html), from: first)
  case .table(let table):
    return ([table.header] + table.rows).enumerated().map { place, row in
      let cells = row.map { trimmed($0.plainText) }.filter { !$0.isEmpty }.joined(separator: " · ")
      return TextLine(cells, line: first + (place == 0 ? 0 : place + 1))
    }
  case .thematicBreak:
    return []
  }
}

/// A line as it is read: the marks of cards, which are none of the text, are an arrow or nothing.
private func shown(_ line: RunLine) -> String {
  let text = trimmed(line.text)
  if text == "?" { return "" }
  guard WrittenCardFinder.isCard(line), let mark = WrittenCard.mark(in: text) else { return text }
  return text[..<mark.lowerBound] + " → " + text[mark.upperBound...]
}

/// How many lines of a code block come before its code: one where a fence opens it.
private func firstCodeLine(_ code: String, of block: Block) -> Int {
  block.lines.count > code.utf8.count(where: { $0 == UInt8(ascii: "\n") }) ? 1 : 0
}

private func lines(of text: String, from first: Int) -> [TextLine] {
  var result: [TextLine] = []
  let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  for (place, line) in lines.enumerated() {
    let visible = trimmed(Substring(line))
    if !visible.isEmpty { result.append(TextLine(visible, line: first + place)) }
  }
  return result
}
