internal import HTML
internal import KnowledgeBase
internal import Markdown
internal import Notes

/// The page of a note.
struct NotePage {
  let site: SiteContext
  let number: Int

  private var note: Note { site.notes[number] }
  private var page: PagePath { site.plan.notePages[number] }
  private var language: SiteLanguage { site.language }

  /// The most passages of other notes that are shown at once.
  private static let mostPassages = 24

  /// Writes the page.
  ///
  /// - Parameter document: The note's tree.
  /// - Returns: The file, and the files of the content folder that it shows.
  func file(_ document: Document) -> (bytes: [UInt8], images: [String]) {
    var markup = NoteMarkup(site: site, number: number, footnotes: document.footnotes)
    markup.write(document)
    let head = PageHead(
      page: page, title: title, description: description, isArticle: true, style: "note")
    let side = { (html: inout HTMLWriter) in
      SectionNav(site: site, page: page, folder: folder, note: number).write(to: &html)
    }
    let outline = { (html: inout HTMLWriter) in writeOutline(to: &html) }
    let content = { (main: inout HTMLWriter) in
      Breadcrumbs(site: site).write(for: page, folder: folder, to: &main)
      main.element("article") { article in
        writeHead(to: &article)
        article.element("div", .class("text")) { $0.append(markup.writer) }
        writePassages(to: &article)
      }
      writePager(to: &main)
      for term in markup.definedTerms { writeDefinition(term, markup, to: &main) }
    }
    let bytes = PageFrame(site: site).page(head, side: side, outline: outline, content: content)
    return (bytes, markup.images)
  }

  private var folder: FolderPlan { site.plan.folders[site.plan.folderOfNote[number]] }

  /// The title, and the folder where several notes have it.
  private var title: String {
    guard site.sharedTitles.contains(note.title) else { return note.title }
    let place = folder.path.isEmpty ? note.path : folder.path
    return "\(note.title) · \(place.split(separator: "/").suffix(2).joined(separator: " › "))"
  }

  private var description: String {
    let text =
      note.definitions.first?.text ?? note.sections.lazy.compactMap(\.text.first?.text).first
    return shortened(text ?? note.title, to: 160)
  }

  // MARK: - Head

  private func writeHead(to html: inout HTMLWriter) {
    html.element("header", .class("head")) { head in
      if let category = note.metadata.category {
        head.element("p", .class("kicker tint-\(site.tint(of: category))")) {
          $0.element(
            "a", .href(page.link(to: site.terms.page(ofCategory: category))), text: category)
        }
      }
      head.element("h1") { $0.prose(note.title, in: language) }
      writeNames(to: &head)
      head.element("p", .class("meta")) { writeMeta(to: &$0) }
    }
  }

  private func writeNames(to html: inout HTMLWriter) {
    let metadata = note.metadata
    let names = [metadata.name].compactMap(\.self) + metadata.frenchNames + metadata.aliases
    let others = names.filter { $0 != note.title }
    guard !others.isEmpty else { return }
    html.element("p", .class("names")) { line in
      for (place, name) in others.enumerated() {
        if place > 0 { line.text(" · ") }
        line.element("span", .lang(site.terms.language(of: name, in: language)), text: name)
      }
    }
  }

  private func writeMeta(to html: inout HTMLWriter) {
    let minutes = Swift.max(1, (note.wordCount + 110) / 220)
    html.element(
      "span", text: language("Lecture\u{A0}: \(minutes)\u{A0}min", "\(minutes) min read"))
    if let seconds = site.changes[note.path] {
      let date = CivilDate(secondsSince1970: seconds)
      html.text(" ")
      html.element("span") { item in
        item.text(language("Modifiée le ", "Changed "))
        item.element("time", Attribute("datetime", date.iso), text: date.text(in: language))
      }
    }
    let cards = site.cardCount(ofNote: note.path)
    if cards > 0 {
      html.text(" ")
      html.element(
        "a",
        .href(page.link(to: FixedPage.quiz.path) + "?note=" + percentEncoded(note.path)),
        text: language.count(cards, Wording("carte", "card")))
    }
    if let repository = site.settings.site.repository {
      html.text(" ")
      html.element(
        "a", .href(percentEncoded(repository + note.path)), Attribute("rel", "noopener external"),
        text: language("Modifier", "Edit"))
    }
  }

  // MARK: - Outline

  private func writeOutline(to html: inout HTMLWriter) {
    let levels = HeadingLevels(note)
    let shown = note.sections.indices.filter {
      (levels.level(ofSection: $0) ?? 9) <= 3 && !note.sections[$0].anchor.isEmpty
    }
    guard shown.count > 1 else { return }
    html.element("nav", .class("outline"), .label(language("Dans cette note", "In this note"))) {
      nav in
      nav.element("p", .class("nav-title"), text: language("Dans cette note", "In this note"))
      nav.element("ul") { list in
        for place in shown {
          let section = note.sections[place]
          let isLower = levels.level(ofSection: place) == 3
          list.element("li", .class(isLower ? "lower" : nil)) {
            $0.element("a", .href(percentEncoded("#" + section.anchor))) {
              $0.prose(section.name.isEmpty ? section.title : section.name, in: language)
            }
          }
        }
      }
    }
  }

  // MARK: - What others say

  private func writePassages(to html: inout HTMLWriter) {
    let quoting = site.knowledge.backlinks[number]
    PassageList(site: site, page: page).write(
      quoting, titled: language("Notes qui mènent ici", "Notes that lead here"), id: "citations",
      most: Self.mostPassages, to: &html)
    let linked = Set(quoting.map(\.note))
    var mentioning: [SiteKnowledge.Passage] = []
    var seen: Set<Int> = []
    for term in site.termsOfNote[number] ?? [] {
      for passage in site.knowledge.mentions[term]
      where passage.note != number && !linked.contains(passage.note)
        && seen.insert(passage.note).inserted
      {
        mentioning.append(passage)
      }
    }
    PassageList(site: site, page: page).write(
      mentioning, titled: language("Nommée aussi dans", "Also named in"), id: "mentions",
      most: Self.mostPassages, to: &html)
  }

  // MARK: - Before and after

  private func writePager(to html: inout HTMLWriter) {
    guard folder.notes.count > 1 else { return }
    let place = site.plan.placeInFolder[number]
    html.element("nav", .class("pager"), .label(language("Notes voisines", "Neighbouring notes"))) {
      nav in
      if place > 0 {
        writeNeighbour(folder.notes[place - 1], language("Précédente", "Previous"), "prev", &nav)
      }
      if place + 1 < folder.notes.count {
        writeNeighbour(folder.notes[place + 1], language("Suivante", "Next"), "next", &nav)
      }
    }
  }

  private func writeNeighbour(
    _ other: Int, _ label: String, _ relation: String, _ html: inout HTMLWriter
  ) {
    html.element(
      "a", .class(relation), Attribute("rel", relation),
      .href(page.link(to: site.plan.notePages[other]))
    ) { link in
      link.element("span", .class("label"), text: label)
      link.text(" ")
      link.element("span") { $0.prose(site.notes[other].title, in: language) }
    }
  }

  // MARK: - Definitions

  private func writeDefinition(
    _ number: Int, _ markup: NoteMarkup, to html: inout HTMLWriter
  ) {
    let term = site.base.glossary.terms[number]
    guard let place = term.definitions.first else { return }
    html.element(
      "aside", .class("definition"), .id(markup.definitionID(of: number)),
      Attribute("popover", "auto"), .label(term.names[0])
    ) { box in
      box.append(
        site.definitionTexts.writer(ofTerm: number) { text in
          text.element("p", .class("definition-names")) {
            TermNames(site: site).write(term, to: &$0)
          }
          let definition = site.base.definition(at: place)
          text.element("p") { $0.prose(sentenceCased(definition.text), in: language) }
        })
      box.element("p", .class("more")) {
        $0.element(
          "a", .href(page.link(to: site.page(ofTerm: number), anchor: site.anchor(ofTerm: number))),
          text: language("Tout sur \(term.names[0])", "All about \(term.names[0])"))
      }
    }
  }
}
