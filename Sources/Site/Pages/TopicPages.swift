internal import HTML
internal import KnowledgeBase
internal import Notes

/// Pages that gather notes of one kind wherever they lie.
struct TopicPages {
  let site: SiteContext

  private var language: SiteLanguage { site.language }

  // MARK: - À ne pas confondre

  /// Writes the page of what is easily confused: whole notes, and sections that compare.
  func confusables() -> [UInt8] {
    let page = FixedPage.confusables.path
    let words = ["confondre", "comparaison", "comparatif", "comparison", "vs"]
    let headings = words + ["difference", "differences"]
    let numbers = site.notes(about: words)
    let whole = Set(numbers)
    var passages: [SiteKnowledge.Passage] = []
    for (number, note) in site.notes.enumerated() where !whole.contains(number) {
      for (place, section) in note.sections.enumerated() where isNamed(section.title, headings) {
        passages.append(
          SiteKnowledge.Passage(
            note: number, section: place,
            sentence: sentence(of: section.text.first?.text ?? section.name, around: ""),
            line: section.line))
      }
    }
    return ListPage(
      site: site, page: page, title: language(FixedPage.confusables.title),
      description: language(
        "Les services que l’on prend l’un pour l’autre, côte à côte.",
        "Services that are taken for each other, side by side.")
    ).file { main in
      if numbers.isEmpty, passages.isEmpty {
        main.element(
          "p",
          text: language(
            "Aucune note ne compare encore de services.", "No note compares services yet."))
      }
      NoteList(site: site, page: page).write(numbers, to: &main)
      PassageList(site: site, page: page).write(
        passages, titled: language("Dans les notes", "In the notes"), id: "passages", most: 60,
        to: &main)
    }
  }

  // MARK: - Notes à écrire

  /// Writes the page of names that notes link to and that no note has.
  func missing() -> [UInt8] {
    let page = FixedPage.missing.path
    let links = site.knowledge.broken.filter(\.isWiki)
    let groups = Dictionary(grouping: links) { addressWord($0.target) }
    let order = groups.keys.sorted {
      (-(groups[$0]?.count ?? 0), $0) < (-(groups[$1]?.count ?? 0), $1)
    }
    return ListPage(
      site: site, page: page, title: language(FixedPage.missing.title),
      description: language(
        "Les notes que d’autres attendent.", "The notes that others are waiting for."),
      isListed: false
    ).file { main in
      main.element("p") {
        $0.prose(
          order.isEmpty
            ? language("Chaque lien entre notes mène à une note.", "Every link leads to a note.")
            : language(
              "Ces noms sont écrits comme des liens, et aucune note ne les porte encore.",
              "These names are written as links, and no note has them yet."), in: language)
      }
      for name in order {
        guard let group = groups[name], let first = group.first else { continue }
        main.element("section", .id(name)) { section in
          section.element("h2", text: first.target)
          section.element("ul") { list in
            for link in group.prefix(20) { write(link, on: page, to: &list) }
          }
        }
      }
    }
  }

  private func write(
    _ link: SiteKnowledge.BrokenLink, on page: PagePath, to html: inout HTMLWriter
  ) {
    let note = site.notes[link.note]
    html.element("li") { item in
      item.element("a", .href(page.link(to: site.plan.notePages[link.note]))) {
        $0.prose(note.title, in: language)
      }
      item.text(", ")
      item.text(language("ligne \(link.line)", "line \(link.line)"))
    }
  }
}

/// The sheet that is printed: each service with its definition and what is said of it in short.
struct RevisionSheet {
  let site: SiteContext

  private static let mostFacts = 4

  /// Writes the page.
  func file() -> [UInt8] {
    let language = site.language
    let page = FixedPage.revision.path
    let terms = site.base.glossary.terms
    let shown = terms.indices.filter {
      site.definition(ofTerm: $0) != nil
        && (terms[$0].note != nil || site.terms.servicePages[$0] != nil)
    }
    let groups = Dictionary(grouping: shown) { terms[$0].category ?? "" }
    return ListPage(
      site: site, page: page, title: language(FixedPage.revision.title),
      description: language(
        "L’essentiel de chaque service sur une feuille à imprimer.",
        "The essentials of each service, on a sheet to print.")
    ).file { main in
      main.element("p", .class("no-print")) {
        $0.prose(
          language(
            "Imprimez cette page\u{A0}: la mise en page s’adapte au papier.",
            "Print this page: its layout is made for paper."), in: language)
      }
      main.element("div", .class("sheet")) { sheet in
        for category in site.terms.categories + [""] {
          guard let places = groups[category] else { continue }
          sheet.element("section") { section in
            section.element(
              "h2", text: category.isEmpty ? language("Autres", "Others") : category)
            section.element("dl") { list in
              for place in places { write(place, to: &list) }
            }
          }
        }
      }
    }
  }

  private func write(_ place: Int, to html: inout HTMLWriter) {
    let term = site.base.glossary.terms[place]
    guard let definition = site.definition(ofTerm: place) else { return }
    html.element("dt") { TermNames(site: site).write(term, to: &$0) }
    html.element("dd") { item in
      item.element("p") { $0.prose(sentenceCased(definition.text), in: site.language) }
      let facts = term.note.map { note in
        site.notes[note].facts.filter { !$0.isCell && $0.text != definition.text }
      }
      guard let facts, !facts.isEmpty else { return }
      item.element("ul") { list in
        for fact in facts.prefix(Self.mostFacts) {
          list.element("li") { $0.prose("\(fact.label) : \(fact.text)", in: site.language) }
        }
      }
    }
  }
}
