import Markdown

/// A note laid out for a terminal: headings bold, lists hung, tables aligned, code as it is.
struct NoteRenderer {
  let output: OutputWriter
  private let width: Int

  /// Lines of running text are easier to read when they are not longer than this.
  private static let measure = 96

  init(output: OutputWriter) {
    self.output = output
    width = Swift.min(output.terminal.width, Self.measure)
  }

  /// Writes a document.
  ///
  /// - Parameters:
  ///   - document: The note's tree.
  ///   - title: What to write above it where it begins without a heading.
  func show(_ document: Document, titled title: String) {
    if case .heading = document.blocks.first?.content {
    } else {
      output.writeLine(StyledText(title, .bold))
      output.writeLine()
    }
    output.writeLines(lines(of: document.blocks, width: width))
    if !document.footnotes.isEmpty { output.writeLine() }
    for footnote in document.footnotes {
      let body = lines(of: footnote.blocks, width: width - 4)
      output.writeLines(hung(body, under: StyledText("[\(footnote.label)] ", .dim)))
    }
  }

  /// Blocks with a blank line between them.
  private func lines(of blocks: [Block], width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    for block in blocks {
      let next = self.lines(of: block, width: width)
      if !lines.isEmpty, !next.isEmpty { lines.append("") }
      lines += next
    }
    return lines
  }

  private func lines(of block: Block, width: Int) -> [StyledText] {
    switch block.content {
    case .heading(let level, let inlines, _):
      let style = level <= 2 ? Style(isBold: true, isUnderlined: true) : Style.bold
      return styled(inlines, style).wrapped(to: width)
    case .paragraph(let inlines): return styled(inlines).wrapped(to: width)
    case .list(let list): return lines(of: list, width: width)
    case .quote(let blocks): return barred(lines(of: blocks, width: width - 2))
    case .callout(let callout): return barred(lines(of: callout, width: width - 2))
    case .code(let code, _):
      return code.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast(code.hasSuffix("\n") ? 1 : 0).map { .spaces(4) + StyledText(String($0)) }
    case .html(let html):
      let text = visibleText(ofHTML: html)
      return text.contains { !$0.isWhitespace } ? StyledText(text).wrapped(to: width) : []
    case .table(let table):
      return TableLayout(table, styled: { styled($0, $1) }).lines(width: width)
    case .thematicBreak: return [StyledText(String(repeating: "─", count: width), .dim)]
    }
  }

  private func lines(of list: List, width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    for (place, item) in list.items.enumerated() {
      if !list.isTight, place > 0 { lines.append("") }
      var label = list.start.map { "\($0 + place). " } ?? "• "
      if let isDone = item.isDone { label += isDone ? "[x] " : "[ ] " }
      let marker = StyledText(label, .dim)
      let room = width - marker.width
      let body =
        list.isTight
        ? item.blocks.flatMap { self.lines(of: $0, width: room) }
        : self.lines(of: item.blocks, width: room)
      lines += hung(body, under: marker)
    }
    return lines
  }

  private func lines(of callout: Callout, width: Int) -> [StyledText] {
    let kind = callout.kind.prefix(1).uppercased() + callout.kind.dropFirst()
    let title = callout.title.isEmpty ? StyledText(kind, .bold) : styled(callout.title, .bold)
    return title.wrapped(to: width) + lines(of: callout.blocks, width: width)
  }

  /// The first line behind a marker, the others below its text.
  private func hung(_ lines: [StyledText], under marker: StyledText) -> [StyledText] {
    guard let first = lines.first else { return [marker] }
    return [marker + first] + lines.dropFirst().map { .spaces(marker.width) + $0 }
  }

  private func barred(_ lines: [StyledText]) -> [StyledText] {
    lines.map { StyledText("│ ", .dim) + $0 }
  }

  private func styled(_ inlines: [Inline], _ style: Style = .plain) -> StyledText {
    inlines.reduce(into: StyledText()) { $0 += styled($1, style) }
  }

  private func styled(_ inline: Inline, _ style: Style) -> StyledText {
    var bold = style
    bold.isBold = true
    var underlined = style
    underlined.isUnderlined = true
    switch inline {
    case .text(let text): return StyledText(text, style)
    case .code(let text): return StyledText(text, Style(isBold: style.isBold, color: .accent))
    case .emphasis(let content): return styled(content, underlined)
    case .strong(let content), .highlight(let content): return styled(content, bold)
    case .strikethrough(let content): return "~" + styled(content, style) + "~"
    case .link(let link):
      let text = link.content.plainText
      return StyledText(text, underlined, link: Hyperlink(url: link.destination))
    case .wikiLink(let link): return StyledText(link.text, underlined)
    case .image(let image):
      let text = image.alternative.plainText
      return StyledText("[\(text.isEmpty ? image.source : text)]", .dim)
    case .html(let html):
      return html.lowercased().hasPrefix("<br") ? "\n" : StyledText(inline.plainText)
    case .footnoteReference(let label): return StyledText("[\(label)]", .dim)
    case .softBreak: return " "
    case .lineBreak: return "\n"
    }
  }
}
