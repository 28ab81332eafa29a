import Markdown

/// Renders a tree as libcmark renders its own, so that the two can be compared byte for byte.
///
/// What libcmark does not know gets made-up tags, which cases of inlines are written in.
struct HTMLRenderer {
  private var html = ""

  static func html(of blocks: [Block]) -> String {
    var renderer = HTMLRenderer()
    for block in blocks { renderer.add(block, isTight: false) }
    return renderer.html
  }

  /// Parses a text of one paragraph and renders what it holds.
  static func inlines(of source: String) throws -> String {
    let html = html(of: try Document(parsing: source).blocks)
    return html.hasPrefix("<p>") ? String(html.dropFirst(3).dropLast(5)) : html
  }

  // MARK: - Blocks

  private mutating func beginLine() {
    if !html.isEmpty, html.utf8.last != UInt8(ascii: "\n") { html += "\n" }
  }

  private mutating func add(_ block: Block, isTight: Bool) {
    if case .paragraph(let inlines) = block.content, isTight {
      add(inlines)
      return
    }
    beginLine()
    switch block.content {
    case .heading(let level, let inlines, _):
      html += "<h\(level)>"
      add(inlines)
      html += "</h\(level)>\n"
    case .paragraph(let inlines):
      html += "<p>"
      add(inlines)
      html += "</p>\n"
    case .list(let list): add(list)
    case .quote(let blocks): add(blocks, in: "blockquote")
    case .callout(let callout): add(callout.blocks, in: "aside")
    case .code(let text, let info):
      let language = info.utf8.prefix { !" \t\n".utf8.contains($0) }
      let name = String(decoding: language, as: UTF8.self)
      html += name.isEmpty ? "<pre><code>" : "<pre><code class=\"language-\(Self.escaped(name))\">"
      html += "\(Self.escaped(text))</code></pre>\n"
    case .html(let text):
      html += text
      beginLine()
    case .table: html += "<table></table>\n"
    case .thematicBreak: html += "<hr />\n"
    }
  }

  private mutating func add(_ blocks: [Block], in element: String) {
    html += "<\(element)>\n"
    for block in blocks { add(block, isTight: false) }
    beginLine()
    html += "</\(element)>\n"
  }

  private mutating func add(_ list: List) {
    switch list.start {
    case nil: html += "<ul>\n"
    case 1?: html += "<ol>\n"
    case let start?: html += "<ol start=\"\(start)\">\n"
    }
    for item in list.items {
      beginLine()
      html += "<li>"
      for block in item.blocks { add(block, isTight: list.isTight) }
      html += "</li>\n"
    }
    html += list.start == nil ? "</ul>\n" : "</ol>\n"
  }

  // MARK: - Inlines

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines { add(inline) }
  }

  private mutating func add(_ inline: Inline) {
    switch inline {
    case .text(let text): html += Self.escaped(text)
    case .code(let text): html += "<code>\(Self.escaped(text))</code>"
    case .html(let text): html += text
    case .emphasis(let content): add(content, in: "em")
    case .strong(let content): add(content, in: "strong")
    case .strikethrough(let content): add(content, in: "del")
    case .highlight(let content): add(content, in: "mark")
    case .link(let link):
      html += "<a href=\"\(Self.address(link.destination))\"\(Self.title(link.title))>"
      add(link.content)
      html += "</a>"
    case .image(let image):
      html += "<img src=\"\(Self.address(image.source))\" alt=\""
      html += Self.escaped(Self.alternative(image.alternative))
      html += "\"\(Self.title(image.title)) />"
    case .wikiLink(let link):
      let heading = link.heading.map { "#\($0)" } ?? ""
      let name = link.isEmbed ? "embed" : "wiki"
      html += "<\(name) \(link.target)\(heading)>\(link.alias ?? "")</\(name)>"
    case .footnoteReference(let label): html += "<sup>\(Self.escaped(label))</sup>"
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br />\n"
    }
  }

  private mutating func add(_ content: [Inline], in element: String) {
    html += "<\(element)>"
    add(content)
    html += "</\(element)>"
  }

  private static func alternative(_ inlines: [Inline]) -> String {
    inlines.reduce(into: "") { text, inline in
      if case .html(let tag) = inline { text += tag } else { text += inline.plainText }
    }
  }

  // MARK: - Escaping

  private static func title(_ title: String) -> String {
    title.isEmpty ? "" : " title=\"\(escaped(title))\""
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func address(_ address: String) -> String {
    let kept = Set("!#$%()*+,-./:;=?@_~".utf8)
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    return address.utf8.reduce(into: "") { result, byte in
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;"
      case UInt8(ascii: "'"): result += "&#x27;"
      case let byte
      where kept.contains(byte) || (byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter)
        || (0x30...0x39).contains(byte):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
