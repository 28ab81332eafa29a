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
  private(set) var section = -1

  /// The lines of the file on which marks of cards stand.
  let cardLines: Set<Int>

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
    cardLines = Set(note.writtenCards.map(\.line))
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
    case .paragraph(let inlines): writeParagraph(inlines, of: block)
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

  func spaced(_ text: String) -> String {
    site.language == .french ? frenchSpaced(text) : text
  }
}
