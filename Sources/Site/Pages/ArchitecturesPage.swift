internal import HTML
internal import KnowledgeBase
internal import Markdown
internal import Notes

/// The page of architectures: what each is for, the services it is made of, and its diagram where it has one.
struct ArchitecturesPage {
  let site: SiteContext

  /// Notes whose category, folder, title or tags say that they describe an architecture.
  let numbers: [Int]

  private var language: SiteLanguage { site.language }
  private let page = FixedPage.architectures.path

  private static let mostServices = 16

  /// Of more architectures than these the diagrams stand in their notes only: the page does not grow without end.
  private static let mostDiagrams = 24

  init(_ site: SiteContext) {
    self.site = site
    numbers = site.notes(about: ["architecture"])
  }

  /// Writes the page.
  ///
  /// - Parameter document: Reads the tree of a note.
  /// - Returns: The file, and the files of the content folder that it shows.
  /// - Throws: ``SiteError`` if a note cannot be read.
  func file(
    _ document: (Note) throws(SiteError) -> Document
  ) throws(SiteError) -> SiteFile.Content {
    var diagrams: [Int: NoteMarkup] = [:]
    for number in numbers.prefix(Self.mostDiagrams) {
      diagrams[number] = diagram(of: number, in: try document(site.notes[number]))
    }
    let bytes = ListPage(
      site: site, page: page, title: language(FixedPage.architectures.title),
      description: language(
        "Des solutions entières, composant par composant.",
        "Whole solutions, component by component.")
    ).file { main in
      if numbers.isEmpty {
        main.element(
          "p",
          text: language(
            "Aucune note ne décrit encore d’architecture.",
            "No note describes an architecture yet."))
      }
      for number in numbers {
        main.element("section", .class("architecture")) { write(number, diagrams[number], to: &$0) }
      }
    }
    return SiteFile.Content(bytes: bytes, copies: numbers.flatMap { diagrams[$0]?.images ?? [] })
  }

  private func write(_ number: Int, _ diagram: NoteMarkup?, to html: inout HTMLWriter) {
    let note = site.notes[number]
    html.element("h2", .id(addressWord(note.path))) { heading in
      heading.element("a", .href(page.link(to: site.plan.notePages[number]))) {
        $0.prose(note.title, in: language)
      }
    }
    let summary = note.sections.lazy.compactMap(\.text.first?.text).first
    if let summary {
      html.element("p") { $0.prose(shortened(summary, to: 400), in: language) }
    }
    let services = services(of: number)
    if !services.isEmpty {
      html.element("ul", .class("chips"), .label(language("Services employés", "Services used"))) {
        list in
        for place in services.prefix(Self.mostServices) { writeService(place, to: &list) }
      }
    }
    if let diagram { html.append(diagram.writer) }
  }

  private func writeService(_ place: Int, to html: inout HTMLWriter) {
    let term = site.base.glossary.terms[place]
    html.element("li", .class("tint-\(site.tint(of: term.category))")) {
      $0.element(
        "a", .href(page.link(to: site.page(ofTerm: place), anchor: site.anchor(ofTerm: place))),
        text: term.names[0])
    }
  }

  /// The services that a note says it is about, then those that it links to, by category as everywhere.
  private func services(of number: Int) -> [Int] {
    let note = site.notes[number]
    var found = note.metadata.related.compactMap { site.base.glossary.place(of: $0) }
    for destination in site.knowledge.destinations[number].values {
      guard case .section(let place) = destination, place.note != number else { continue }
      found += site.termsOfNote[place.note] ?? []
    }
    let rank = { (place: Int) in
      site.base.glossary.terms[place].category.flatMap(site.terms.number) ?? .max
    }
    return Set(found).filter { site.terms.servicePages[$0] != nil }
      .sorted { (rank($0), $0) < (rank($1), $1) }
  }

  // MARK: - Diagrams

  /// The first picture or drawing of a note, written for this page.
  private func diagram(of number: Int, in document: Document) -> NoteMarkup? {
    var markup = NoteMarkup(site: site, number: number, footnotes: [], page: page)
    for block in document.blocks {
      switch block.content {
      case .code(let code, let info) where isDrawing(code, info):
        markup.write(block)
        return markup
      case .paragraph(let inlines):
        guard inlines.count == 1, case .image(let image) = inlines[0],
          case .file = site.resolver.image(image.source, in: number)
        else { continue }
        markup.write(block)
        return markup
      default: continue
      }
    }
    return nil
  }

  /// Whether code draws: in Mermaid, or in lines and arrows.
  private func isDrawing(_ code: String, _ info: String) -> Bool {
    if info.hasPrefix("mermaid") { return true }
    guard info.isEmpty || info.hasPrefix("text") || info.hasPrefix("ascii") else { return false }
    return Site.isDrawing(code) || code.contains("-->") || code.contains("+--")
  }
}

extension SiteContext {
  /// The notes whose title, folder, category or tags hold one of some words.
  ///
  /// - Parameter words: Words in lower case without accents; their plural counts as well.
  /// - Returns: The places of the notes.
  func notes(about words: [String]) -> [Int] {
    notes.indices.filter { number in
      let note = notes[number]
      let folder = note.path.split(separator: "/").dropLast().joined(separator: " ")
      let texts = [note.title, folder, note.metadata.category ?? ""] + note.metadata.tags
      return texts.contains { isNamed($0, words) }
    }
  }
}

/// Whether a text holds one of some words, or its plural.
func isNamed(_ text: String, _ words: [String]) -> Bool {
  let named = addressWord(text).utf8.split(separator: UInt8(ascii: "-"))
  return named.contains { word in
    words.contains { wanted in
      // Few differ after their first letter.
      guard word.first == wanted.utf8.first else { return false }
      return word.elementsEqual(wanted.utf8)
        || word.last == UInt8(ascii: "s") && word.dropLast().elementsEqual(wanted.utf8)
    }
  }
}
