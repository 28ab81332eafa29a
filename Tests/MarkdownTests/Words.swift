import Markdown

/// The words of a text, and where they must turn up.
enum Words {
  /// Words that libcmark shows and the tree does not.
  static func lost(from document: Document, of source: String) -> Set<String> {
    let kept = kept(by: document)
    let whole = words(Array(kept.utf8))
    return shown(by: Oracle.html(of: source)).filter { word in
      !whole.contains(word) && !whole.contains(word.lowercased()) && !kept.contains(word)
    }
  }

  /// All text of a document: what a reader sees, and the words that extensions keep elsewhere.
  private static func kept(by document: Document) -> String {
    let blocks = document.blocks + document.footnotes.flatMap(\.blocks)
    let consumed = blocks.flatMap(consumed) + document.footnotes.map(\.label)
    return ([document.frontMatter?.text ?? "", blocks.plainText] + consumed).joined(separator: "\n")
  }

  /// The kinds of callouts, languages, the names behind wiki links, the ids of headings.
  private static func consumed(by block: Block) -> [String] {
    switch block.content {
    case .heading(_, let inlines, let id): inlines.flatMap(consumed) + [id ?? ""]
    case .paragraph(let inlines): inlines.flatMap(consumed)
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(consumed) }
    case .quote(let blocks): blocks.flatMap(consumed)
    case .callout(let callout):
      [callout.kind] + callout.title.flatMap(consumed)
        + callout.blocks.flatMap(consumed)
    case .table(let table):
      ([table.header] + table.rows).flatMap { $0.flatMap { $0.flatMap(consumed) } }
    case .code(_, let info): [info]
    case .html, .thematicBreak: []
    }
  }

  private static func consumed(by inline: Inline) -> [String] {
    switch inline {
    case .wikiLink(let link): [link.target, link.heading ?? ""]
    case .footnoteReference(let label): [label]
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .highlight(let content):
      content.flatMap(consumed)
    case .link(let link): link.content.flatMap(consumed)
    default: []
    }
  }

  /// The words of HTML outside of tags and comments.
  ///
  /// Entities part words.
  private static func shown(by html: String) -> Set<String> {
    let bytes = Array(html.utf8)
    var visible: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let isComment = bytes[index...].prefix(4).elementsEqual("<!--".utf8)
      let end: UInt8? =
        switch bytes[index] {
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        case UInt8(ascii: "&"): UInt8(ascii: ";")
        default: nil
        }
      guard let end else {
        visible.append(bytes[index])
        index += 1
        continue
      }
      let start = index
      repeat {
        index = bytes[(index + 1)...].firstIndex(of: end) ?? bytes.count - 1
      } while isComment && index < bytes.count - 1
        && !bytes[start..<index].suffix(2).elementsEqual("--".utf8)
      index += 1
      visible.append(UInt8(ascii: " "))
    }
    return words(visible)
  }

  /// Runs of ASCII letters and digits and of all other characters that are not ASCII.
  private static func words(_ bytes: [UInt8]) -> Set<String> {
    let runs = bytes.split { byte in
      let folded = byte | 0x20
      return !(byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(folded))
    }
    return Set(runs.map { String(decoding: $0, as: UTF8.self) })
  }
}
