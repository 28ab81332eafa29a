internal import HTML
internal import KnowledgeBase
internal import Markdown
internal import Notes

/// Writes what a note says as HTML: its blocks, with links that lead to pages and terms that open their
/// definitions.
struct NoteMarkup {
  let site: SiteContext
  let number: Int
  let page: PagePath

  /// What was written.
  var writer: HTMLWriter

  /// The pictures that the page shows, by path below the content folder.
  var images: [String] = []

  /// The terms whose definitions the page holds, in the order of their first occurrence.
  private(set) var definedTerms: [Int] = []
  private var defined: Set<Int> = []

  /// The terms that the present section has named.
  var sectionTerms: Set<Int> = []

  /// The place of the present section in `Note.sections`.
  private var section = -1

  var footnotes: FootnoteList
  private var takenIDs: Set<String>
  var isInLink = false

  var note: Note { site.notes[number] }

  /// Begins a page.
  ///
  /// - Parameters:
  ///   - site: What all pages are made from.
  ///   - number: The place of the note in `KnowledgeBase.notes`.
  ///   - footnotes: The note's footnotes.
  ///   - page: The page that is written, if it is not the note's own.
  init(site: SiteContext, number: Int, footnotes: [Footnote], page: PagePath? = nil) {
    (self.site, self.number) = (site, number)
    self.page = page ?? site.plan.notePages[number]
    self.footnotes = FootnoteList(footnotes)
    let note = site.notes[number]
    takenIDs = Set(note.sections.map(\.anchor))
    writer = HTMLWriter(capacity: 1 << 15)
  }

  /// Writes a document below its title.
  ///
  /// - Parameter document: The note's tree.
  mutating func write(_ document: Document) {
    let levels = HeadingLevels(note)
    section = document.blocks.first.map { if case .heading = $0.content { -1 } else { 0 } } ?? -1
    for block in document.blocks {
      if case .heading(_, let title, _) = block.content {
        section += 1
        sectionTerms = []
        writeHeading(title, level: levels.level(ofSection: section))
      } else {
        write(block)
      }
    }
    writeFootnotes()
  }

  private mutating func writeHeading(_ title: [Inline], level: Int?) {
    guard section < note.sections.count else { return }
    let own = note.sections[section]
    for alias in own.anchorAliases where !alias.isEmpty && takenIDs.insert(alias).inserted {
      writer.element("span", .id(alias)) { _ in }
    }
    // The title of the note stands above everything already.
    guard let level else {
      writer.element("span", .id(own.anchor)) { _ in }
      return
    }
    let names: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
    let name = names[level - 1]
    writer.start(name, [.id(own.anchor)])
    isInLink = true
    write(title)
    isInLink = false
    writer.text(" ")
    writer.element(
      "a", .class("anchor"), .href(percentEncoded("#" + own.anchor)),
      .label(site.language("Lien vers « \(own.name) »", "Link to “\(own.name)”"))
    ) { $0.markup("#") }
    writer.end(name)
  }

  // MARK: - Blocks

  mutating func write(_ blocks: [Block]) { for block in blocks { write(block) } }

  mutating func write(_ block: Block) {
    switch block.content {
    case .heading(_, let title, _):
      // Inside a quote or a list a heading is no section.
      writer.start("p", [.class("heading")])
      write(title)
      writer.end("p")
    case .paragraph(let inlines):
      writer.start("p")
      write(inlines)
      writer.end("p")
    case .list(let list): write(list)
    case .quote(let blocks):
      writer.start("blockquote")
      write(blocks)
      writer.end("blockquote")
    case .callout(let callout): write(callout)
    case .code(let code, let info): writeCode(code, info: info, to: &writer)
    case .html(let html): write(html: html)
    case .table(let table): write(table)
    case .thematicBreak: writer.void("hr")
    }
  }

  private mutating func write(_ list: List) {
    if isQuestion(list) { return writeQuestion(list) }
    let isTasks = list.items.contains { $0.isDone != nil }
    let name: StaticString = list.start == nil ? "ul" : "ol"
    let start = list.start.flatMap { $0 == 1 ? nil : String($0) }
    writer.start(name, [Attribute("start", start), .class(isTasks ? "tasks" : nil)])
    for item in list.items {
      writer.start("li")
      if let isDone = item.isDone {
        writer.void(
          "input", Attribute("type", "checkbox"), Attribute("disabled", if: true),
          Attribute("checked", if: isDone),
          .label(isDone ? site.language("fait", "done") : site.language("à faire", "to do")))
        writer.text(" ")
      }
      for block in item.blocks {
        if list.isTight, case .paragraph(let inlines) = block.content {
          write(inlines)
        } else {
          write(block)
        }
      }
      writer.end("li")
    }
    writer.end(name)
  }

  private mutating func write(_ callout: Callout) {
    let kind = CalloutKind(callout.kind)
    writer.start("aside", [.class("callout callout-\(kind.style)")])
    writer.start("p", [.class("callout-title")])
    if callout.title.isEmpty {
      writer.text(site.language(kind.title))
    } else {
      write(callout.title)
    }
    writer.end("p")
    write(callout.blocks)
    writer.end("aside")
  }

  private mutating func write(_ table: Table) {
    // A table that scrolls is reached by keyboard, so that it needs a name; a landmark each would be too many.
    writer.start(
      "div",
      [
        .class("table"), Attribute("role", "group"), .label(tableLabel), Attribute("tabindex", "0"),
      ])
    writer.start("table")
    writer.start("thead")
    write(table.header, table.alignments, isHead: true)
    writer.end("thead")
    if !table.rows.isEmpty {
      writer.start("tbody")
      for row in table.rows { write(row, table.alignments, isHead: false) }
      writer.end("tbody")
    }
    writer.end("table")
    writer.end("div")
  }

  /// What a table is called: by the section that it stands in.
  private var tableLabel: String {
    let label = site.language("Tableau", "Table")
    guard note.sections.indices.contains(section), !note.sections[section].name.isEmpty else {
      return label
    }
    return spaced(label + site.language(" : ", ": ") + note.sections[section].name)
  }

  private mutating func write(
    _ row: [[Inline]], _ alignments: [Table.Alignment], isHead: Bool
  ) {
    writer.start("tr")
    for (place, cell) in row.enumerated() {
      let alignment = place < alignments.count ? alignments[place] : .natural
      // A head without text would be no head for who hears the table.
      let isHeader = isHead && !cell.plainText.isEmpty
      let name: StaticString = isHeader ? "th" : "td"
      writer.start(
        name, [Attribute("scope", isHeader ? "col" : nil), .class(alignment.style)])
      write(cell)
      writer.end(name)
    }
    writer.end("tr")
  }

  // MARK: - Inlines

  mutating func write(_ inlines: [Inline]) {
    var tags = HTMLTags(inlines)
    for (place, inline) in inlines.enumerated() {
      switch inline {
      case .text(let text): write(text: text)
      case .code(let code): writer.element("code", text: code)
      case .emphasis(let content): write(content, in: "em")
      case .strong(let content): write(content, in: "strong")
      case .strikethrough(let content): write(content, in: "s")
      case .highlight(let content): write(content, in: "mark")
      case .link(let link): write(link)
      case .image(let image):
        writeImage(image.source, alternative: image.alternative.plainText, title: image.title)
      case .wikiLink(let link): write(link)
      case .html(let html): tags.write(html, at: place, in: &self)
      case .footnoteReference(let label): writeReference(label)
      case .softBreak: writer.markup("\n")
      case .lineBreak: writer.void("br")
      }
    }
  }

  private mutating func write(_ content: [Inline], in name: StaticString) {
    writer.start(name)
    write(content)
    writer.end(name)
  }

  /// Text with its terms marked, outside of links and headings.
  private mutating func write(text: String) {
    guard !isInLink else { return writer.text(spaced(text)) }
    let bytes = Array(text.utf8)
    var start = 0
    var term: MarkedTerm?
    for match in site.knowledge.matcher.matches(in: bytes) where isMarked(match.term) {
      sectionTerms.insert(match.term)
      if defined.insert(match.term).inserted { definedTerms.append(match.term) }
      let between = spaced(String(decoding: bytes[start..<match.range.lowerBound], as: UTF8.self))
      let name = String(decoding: bytes[match.range], as: UTF8.self)
      let left = write(term, and: between)
      let lead = MarkedTerm.lead(of: name, in: left)
      writer.text(String(left.dropLast(lead.count)))
      term = MarkedTerm(number: match.term, name: name, lead: String(lead))
      start = match.range.upperBound
    }
    let left = write(term, and: spaced(String(decoding: bytes[start...], as: UTF8.self)))
    writer.text(String(left))
  }

  /// Writes a term with what touches it in the text after it.
  ///
  /// - Returns: The rest of that text.
  private mutating func write(_ term: MarkedTerm?, and text: String) -> Substring {
    guard let term else { return text[...] }
    let trail = term.trail(in: text)
    let isHeld = !term.lead.isEmpty || !trail.isEmpty
    if isHeld { writer.start("span", [.class("held")]) }
    writer.text(term.lead)
    writer.element(
      "button", Attribute("type", "button"), .class("term"),
      Attribute("popovertarget", definitionID(of: term.number)),
      .lang(site.terms.language(of: term.name, in: site.language)), text: term.name)
    writer.text(String(trail))
    if isHeld { writer.end("span") }
    return text[trail.endIndex...]
  }

  /// Whether a term opens its definition here: it has one elsewhere, and was not named in this section.
  private func isMarked(_ term: Int) -> Bool {
    guard !sectionTerms.contains(term),
      let place = site.base.glossary.terms[term].definitions.first
    else { return false }
    return place.note != number
  }

  /// The element that holds a term's definition.
  func definitionID(of term: Int) -> String { "def--" + site.terms.anchors[term] }

  private func spaced(_ text: String) -> String {
    site.language == .french ? frenchSpaced(text) : text
  }

  private mutating func write(_ link: Link) {
    let (target, fragment) = parts(of: link.destination)
    let key = LinkKey(isWiki: false, target: target, fragment: fragment)
    let content = link.content.isEmpty ? [.text(link.destination)] : link.content
    writeLink(
      to: site.knowledge.destinations[number][key] ?? .external, address: link.destination,
      title: link.title.isEmpty ? nil : link.title, content)
  }

  private mutating func write(_ link: WikiLink) {
    let key = LinkKey(isWiki: true, target: link.target, fragment: link.heading)
    let destination = site.knowledge.destinations[number][key] ?? .missing
    if link.isEmbed, case .file(let path) = destination, isPicture(path) {
      return writeImage(path: path, alternative: link.alias ?? "", title: "")
    }
    guard destination != .missing else {
      writer.element(
        "a", .class("missing"),
        .href(page.link(to: FixedPage.missing.path, anchor: addressWord(link.target))),
        Attribute("title", site.language("Note à écrire", "Note to write")), text: link.text)
      return
    }
    writeLink(to: destination, address: link.target, title: nil, [.text(link.text)])
  }

  private mutating func writeLink(
    to destination: LinkDestination, address: String, title: String?, _ content: [Inline]
  ) {
    // A link in a link is none.
    guard !isInLink else { return write(content) }
    isInLink = true
    defer { isInLink = false }
    switch destination {
    case .section(let place):
      let note = site.notes[place.note]
      let anchor = place.section > 0 ? note.sections[place.section].anchor : ""
      let target = site.plan.notePages[place.note]
      writer.start(
        "a", [.href(page.link(to: target, anchor: anchor)), Attribute("title", title)])
    case .missingSection(let note):
      writer.start(
        "a", [.href(page.link(to: site.plan.notePages[note])), Attribute("title", title)])
    case .file(let path):
      images.append(path)
      writer.start("a", [.href(page.link(toFile: copiedName(of: path)))])
    case .external where safeAddress(address) != nil:
      let isWeb = address.contains("://")
      writer.start(
        "a",
        [
          .href(safeAddress(address)), Attribute("rel", isWeb ? "noopener external" : nil),
          Attribute("title", title),
        ])
    case .external, .missing:
      let reason = site.language("Lien sans destination\u{A0}: ", "Link that leads nowhere: ")
      writer.start("span", [.class("broken"), Attribute("title", reason + address)])
      write(content)
      writer.end("span")
      return
    }
    write(content)
    writer.end("a")
  }

  private func parts(of destination: String) -> (target: String, fragment: String?) {
    guard let mark = destination.firstIndex(of: "#") else { return (destination, nil) }
    let fragment = destination[destination.index(after: mark)...]
    return (String(destination[..<mark]), fragment.isEmpty ? nil : String(fragment))
  }
}
