internal import Markdown

/// Collects the links and images of a note.
struct LinkFinder {
  private(set) var links: [NoteLink] = []
  private(set) var images: [NoteImage] = []

  mutating func find(in block: Block, section: Int) {
    let line = block.lines.lowerBound
    switch block.content {
    case .heading(_, let inlines, _), .paragraph(let inlines):
      find(in: inlines, line: line, section: section)
    case .list(let list):
      for item in list.items { for block in item.blocks { find(in: block, section: section) } }
    case .quote(let blocks):
      for block in blocks { find(in: block, section: section) }
    case .callout(let callout):
      find(in: callout.title, line: line, section: section)
      for block in callout.blocks { find(in: block, section: section) }
    case .table(let table):
      for cell in table.header { find(in: cell, line: line, section: section) }
      for (place, row) in table.rows.enumerated() {
        for cell in row { find(in: cell, line: line + 2 + place, section: section) }
      }
    case .code, .html, .thematicBreak: break
    }
  }

  mutating func find(in inlines: [Inline], line: Int, section: Int) {
    for inline in inlines {
      switch inline {
      case .link(let link):
        let (target, fragment) = split(link.destination)
        links.append(
          NoteLink(
            kind: link.isAutolink ? .address : .inline, target: target, fragment: fragment,
            text: link.content.plainText, section: section, line: link.line))
        find(in: link.content, line: line, section: section)
      case .wikiLink(let link):
        links.append(
          NoteLink(
            kind: .wiki, target: link.target, fragment: link.heading, text: link.text,
            section: section, line: link.line))
      case .image(let image):
        images.append(
          NoteImage(
            source: image.source, alternative: image.alternative.plainText, section: section,
            line: image.line))
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .highlight(let content):
        find(in: content, line: line, section: section)
      case .text, .code, .html, .footnoteReference, .softBreak, .lineBreak: break
      }
    }
  }

  private func split(_ destination: String) -> (target: String, fragment: String?) {
    guard let mark = destination.firstIndex(of: "#") else { return (destination, nil) }
    let fragment = destination[destination.index(after: mark)...]
    return (String(destination[..<mark]), fragment.isEmpty ? nil : String(fragment))
  }
}
