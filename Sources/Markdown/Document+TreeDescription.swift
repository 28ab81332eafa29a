extension Document {
  /// The tree as text, a line a node: `└─ Paragraph @1-2`.
  public var treeDescription: String {
    var printer = TreePrinter()
    if let frontMatter {
      printer.add("FrontMatter @\(frontMatter.firstLine) \(frontMatter.text.quoted)")
    }
    for block in blocks { printer.add(block) }
    for footnote in footnotes {
      printer.add("Footnote \(footnote.label) @\(footnote.lines.place)") { printer in
        for block in footnote.blocks { printer.add(block) }
      }
    }
    return "Document\n" + printer.description
  }
}

/// Prints nodes with the lines that join them.
private struct TreePrinter {
  private var lines: [(depth: Int, text: String)] = []
  private var depth = 0

  mutating func add(_ text: String, children: (inout TreePrinter) -> Void = { _ in }) {
    lines.append((depth, text))
    depth += 1
    children(&self)
    depth -= 1
  }

  /// Drawn from the last line up: what stands below tells whether a branch goes on.
  var description: String {
    var drawn: [String] = []
    var goesOn: [Bool] = []
    for (depth, text) in lines.reversed() {
      while goesOn.count <= depth { goesOn.append(false) }
      goesOn.removeLast(goesOn.count - depth - 1)
      let trunk = goesOn[..<depth].map { $0 ? "│  " : "   " }.joined()
      drawn.append(trunk + (goesOn[depth] ? "├─ " : "└─ ") + text)
      goesOn[depth] = true
    }
    return drawn.reversed().joined(separator: "\n")
  }

  // MARK: - Blocks

  mutating func add(_ block: Block) {
    let place = "@\(block.lines.place)"
    switch block.content {
    case .heading(let level, let inlines, let id):
      let id = id.map { " #\($0)" } ?? ""
      add("Heading \(level)\(id) \(place)") { $0.add(inlines) }
    case .paragraph(let inlines):
      add("Paragraph \(place)") { $0.add(inlines) }
    case .list(let list):
      add(list, place: place)
    case .quote(let blocks):
      add("Quote \(place)") { printer in
        for block in blocks { printer.add(block) }
      }
    case .callout(let callout):
      add("Callout \(callout.kind) \(place)") { printer in
        if !callout.title.isEmpty { printer.add("Title") { $0.add(callout.title) } }
        for block in callout.blocks { printer.add(block) }
      }
    case .code(let text, let info):
      add("Code \(info.isEmpty ? "" : "\(info) ")\(place) \(text.quoted)")
    case .html(let text):
      add("HTML \(place) \(text.quoted)")
    case .table(let table):
      add(table, place: place)
    case .thematicBreak:
      add("ThematicBreak \(place)")
    }
  }

  private mutating func add(_ list: List, place: String) {
    let kind = list.start.map { "numbered from \($0)" } ?? "bulleted"
    add("List \(kind)\(list.isTight ? "" : " loose") \(place)") { printer in
      for item in list.items {
        let box = item.isDone.map { $0 ? "[x] " : "[ ] " } ?? ""
        printer.add("Item \(box)@\(item.lines.place)") { printer in
          for block in item.blocks { printer.add(block) }
        }
      }
    }
  }

  private mutating func add(_ table: Table, place: String) {
    let alignments = table.alignments.map { "\($0)" }.joined(separator: " ")
    add("Table \(alignments) \(place)") { printer in
      for (index, row) in ([table.header] + table.rows).enumerated() {
        printer.add(index == 0 ? "Header" : "Row") { printer in
          for cell in row { printer.add("Cell") { $0.add(cell) } }
        }
      }
    }
  }

  // MARK: - Inlines

  mutating func add(_ inlines: [Inline]) {
    for inline in inlines { add(inline) }
  }

  private mutating func add(_ inline: Inline) {
    switch inline {
    case .text(let text): add("Text \(text.quoted)")
    case .code(let text): add("Code \(text.quoted)")
    case .html(let text): add("HTML \(text.quoted)")
    case .emphasis(let content): add("Emphasis") { $0.add(content) }
    case .strong(let content): add("Strong") { $0.add(content) }
    case .strikethrough(let content): add("Strikethrough") { $0.add(content) }
    case .highlight(let content): add("Highlight") { $0.add(content) }
    case .link(let link):
      let name = link.isAutolink ? "Autolink" : "Link"
      add("\(name) @\(link.line) \(Self.address(link.destination, title: link.title))") {
        $0.add(link.content)
      }
    case .image(let image):
      add("Image @\(image.line) \(Self.address(image.source, title: image.title))") {
        $0.add(image.alternative)
      }
    case .wikiLink(let link):
      add(
        "\(link.isEmbed ? "Embed" : "WikiLink") @\(link.line) \(link.target.quoted)"
          + (link.heading.map { " heading: \($0.quoted)" } ?? "")
          + (link.alias.map { " alias: \($0.quoted)" } ?? ""))
    case .footnoteReference(let label): add("FootnoteReference \(label)")
    case .softBreak: add("SoftBreak")
    case .lineBreak: add("LineBreak")
    }
  }

  private static func address(_ address: String, title: String) -> String {
    address.quoted + (title.isEmpty ? "" : " title: \(title.quoted)")
  }
}

extension ClosedRange<Int> {
  /// `3` or `3-5`.
  fileprivate var place: String {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)-\(upperBound)"
  }
}

extension String {
  /// The text between quotation marks, on one line.
  fileprivate var quoted: String {
    reduce(into: "\"") { result, character in
      switch character {
      case "\"", "\\": result += "\\\(character)"
      case "\n": result += "\\n"
      default: result.append(character)
      }
    } + "\""
  }
}
