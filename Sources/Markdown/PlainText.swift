extension Inline {
  /// What a reader sees: the text of links, code and images, without marks and tags.
  ///
  /// The end of a line is a space, so is a tag that sets words apart such as `<br>`. A footnote
  /// reference shows nothing.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .highlight(let content):
      content.plainText
    case .link(let link): link.content.plainText
    case .image(let image): image.alternative.plainText
    case .wikiLink(let link): link.text
    case .html(let tag): VisibleText.separates(tag) ? " " : ""
    case .footnoteReference: ""
    case .softBreak, .lineBreak: " "
    }
  }
}

extension [Inline] {
  /// What a reader sees of the inlines, on one line.
  public var plainText: String {
    count == 1 ? self[0].plainText : reduce(into: "") { $0 += $1.plainText }
  }
}

extension Block {
  /// What a reader sees: a line for each paragraph, heading, title and table row.
  ///
  /// Cells of a row are joined by ` | `. Code is as it is, without its last line end. Of HTML there
  /// is what ``visibleText(ofHTML:)`` leaves.
  public var plainText: String {
    switch content {
    case .heading(_, let inlines, _), .paragraph(let inlines): inlines.plainText
    case .list(let list): Self.joined(list.items.map(\.blocks.plainText))
    case .quote(let blocks): blocks.plainText
    case .callout(let callout):
      Self.joined([callout.title.plainText, callout.blocks.plainText])
    case .code(let code, _): code.hasSuffix("\n") ? String(code.dropLast()) : code
    case .html(let source): visibleText(ofHTML: source)
    case .table(let table):
      Self.joined(
        ([table.header] + table.rows).map { row in
          row.map(\.plainText).joined(separator: " | ")
        })
    case .thematicBreak: ""
    }
  }

  fileprivate static func joined(_ lines: [String]) -> String {
    lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension [Block] {
  /// What a reader sees of the blocks, without blank lines between them.
  public var plainText: String { Block.joined(map(\.plainText)) }
}
