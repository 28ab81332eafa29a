internal import Cards
internal import HTML
internal import KnowledgeBase
internal import Notes
internal import ServiceMap

/// The pages of services: everything that all notes say about one.
struct ServicePage {
  let site: SiteContext
  /// The place of the service in `Glossary.terms`.
  let place: Int

  private var term: Term { site.base.glossary.terms[place] }
  private var name: String { term.names[0] }
  private var language: SiteLanguage { site.language }

  var page: PagePath { site.page(ofTerm: place) }

  private static let mostPassages = 20
  private static let mostCards = 40

  /// Writes the page.
  func file() -> [UInt8] {
    let definition = site.definition(ofTerm: place)
    let head = PageHead(
      page: page,
      title: language("\(name)\u{A0}: l’essentiel de toutes les notes", "\(name) in all notes"),
      description: shortened(
        definition?.text
          ?? language(
            "Tout ce que les notes disent de \(name).", "All that the notes say of \(name)."),
        to: 160),
      style: "service")
    return PageFrame(site: site).page(head) { main in
      Breadcrumbs(site: site).write(
        for: page, below: [(FixedPage.services.path, language(FixedPage.services.title))], to: &main
      )
      main.element("article") { article in
        writeHead(definition, to: &article)
        writeNeighbourhood(to: &article)
        writeFacts(to: &article)
        writePorts(to: &article)
        writePassages(to: &article)
        writeLinks(to: &article)
        writeCards(to: &article)
      }
    }
  }

  private func writeHead(_ definition: Definition?, to html: inout HTMLWriter) {
    html.element("header", .class("head")) { head in
      if let category = term.category {
        head.element("p", .class("kicker tint-\(site.tint(of: category))")) {
          $0.element(
            "a", .href(page.link(to: site.terms.page(ofCategory: category))), text: category)
        }
      }
      head.element("h1", text: name)
      if term.names.count > 1 {
        head.element("p", .class("names")) { line in
          for (place, name) in term.names.dropFirst().enumerated() {
            if place > 0 { line.text(" · ") }
            line.element("span", .lang(site.terms.language(of: name, in: language)), text: name)
          }
        }
      }
      if let definition {
        head.element("p", .class("lead")) { $0.prose(sentenceCased(definition.text), in: language) }
      }
      if let note = term.note {
        head.element("p", .class("meta")) {
          $0.element(
            "a", .href(page.link(to: site.plan.notePages[note])),
            text: language("Lire la note", "Read the note"))
        }
      }
    }
  }

  private func writeNeighbourhood(to html: inout HTMLWriter) {
    let related = site.related(toService: place)
    guard !related.isEmpty else { return }
    html.element("section", Attribute("aria-labelledby", "voisins")) { section in
      section.element("h2", .id("voisins"), text: language("Services liés", "Related services"))
      let caption = MapLayout.Caption(
        title: language("Voisins de \(name)", "Neighbours of \(name)"),
        description: language(
          "\(name) et les services que les notes lui lient.",
          "\(name) and the services that the notes link to it."))
      if let map = site.relations.neighbourhood(of: place, on: page, caption) {
        section.trusted(map)
      }
      section.element("ul", .class("chips")) { list in
        for other in related {
          let term = site.base.glossary.terms[other]
          list.element("li", .class("tint-\(site.tint(of: term.category))")) {
            $0.element(
              "a",
              .href(page.link(to: site.page(ofTerm: other), anchor: site.anchor(ofTerm: other))),
              text: term.names[0])
          }
        }
      }
    }
  }

  private func writeFacts(to html: inout HTMLWriter) {
    let facts = site.statements.facts[place].filter { !$0.isCell }
    guard !facts.isEmpty else { return }
    html.element("section", Attribute("aria-labelledby", "faits")) { section in
      section.element("h2", .id("faits"), text: language("En bref", "In short"))
      section.element("dl") { list in
        for fact in facts.prefix(Self.mostPassages) {
          list.element("dt") { $0.prose(fact.label, in: language) }
          list.element("dd") { $0.prose(fact.text, in: language) }
        }
      }
    }
  }

  private func writePorts(to html: inout HTMLWriter) {
    let ports = site.statements.ports[place]
    guard !ports.isEmpty else { return }
    html.element("section", Attribute("aria-labelledby", "ports")) { section in
      section.element("h2", .id("ports"), text: "Ports")
      section.element(
        "div", .class("table"), Attribute("role", "group"), .label("Ports"),
        Attribute("tabindex", "0")
      ) {
        $0.element("table") { table in
          table.element("thead") {
            $0.element("tr") { row in
              for title in ["Port", language("Usage", "Used by"), "Note"] {
                row.element("th", Attribute("scope", "col"), text: title)
              }
            }
          }
          table.element("tbody") { body in
            for entry in ports.prefix(Self.mostPassages) {
              let (note, port) = (entry.note, entry.port)
              body.element("tr") { row in
                row.element("td", .class("right"), text: port.numbers)
                row.element("td") { $0.prose(usage(of: port, in: note), in: language) }
                row.element("td") { cell in
                  let section = site.notes[note].sections[port.section]
                  cell.element(
                    "a",
                    .href(page.link(to: site.plan.notePages[note], anchor: section.anchor)),
                    text: site.notes[note].title)
                }
              }
            }
          }
        }
      }
    }
  }

  /// Who uses a port; where only the section says so, the line that names it.
  private func usage(of port: Port, in note: Int) -> String {
    guard port.subject == site.notes[note].sections[port.section].name,
      let line = site.notes[note].text(of: port)
    else { return port.subject }
    return sentence(of: line, around: String(port.number))
  }

  /// The passages that name the service: first its own note's, then those that define it, then the others.
  private func writePassages(to html: inout HTMLWriter) {
    let defining = Set(term.definitions.map(\.note))
    let passages = site.knowledge.mentions[place].enumerated().sorted { left, right in
      (rank(left.element, defining), left.offset) < (rank(right.element, defining), right.offset)
    }.map(\.element)
    PassageList(site: site, page: page).write(
      passages, titled: language("Dans les notes", "In the notes"), id: "passages",
      most: Self.mostPassages, to: &html)
  }

  private func rank(_ passage: SiteKnowledge.Passage, _ defining: Set<Int>) -> Int {
    if passage.note == term.note { return 0 }
    return defining.contains(passage.note) ? 1 : 2
  }

  /// Where else to read on: what its note links to outside, then what stands beside its name in others.
  private func writeLinks(to html: inout HTMLWriter) {
    let links = site.outsideLinks(ofService: place)
    guard !links.isEmpty else { return }
    html.element("section", Attribute("aria-labelledby", "ailleurs")) { section in
      section.element("h2", .id("ailleurs"), text: language("Sur le web", "On the web"))
      section.element("ul", .class("entries")) { list in
        for link in links.prefix(Self.mostPassages) { write(link, to: &list) }
      }
    }
  }

  private func write(_ link: SiteKnowledge.OutsideLink, to html: inout HTMLWriter) {
    let note = site.notes[link.note]
    let isBare = link.text.isEmpty || link.text.contains("://")
    html.element("li") { item in
      item.element(
        "a", .href(safeAddress(link.address)), Attribute("rel", "noopener external")
      ) { $0.prose(isBare ? shortAddress(link.address) : link.text, in: language) }
      item.element("p") { line in
        if !isBare { line.text(hostName(link.address) + " · ") }
        line.element(
          "a", .class("source"),
          .href(
            page.link(
              to: site.plan.notePages[link.note], anchor: note.sections[link.section].anchor))
        ) { $0.prose(note.title, in: language) }
      }
    }
  }

  private func writeCards(to html: inout HTMLWriter) {
    guard let note = term.note, let cards = site.cardsOfNote[site.notes[note].path],
      !cards.isEmpty
    else { return }
    html.element("section", .class("cards"), Attribute("aria-labelledby", "cartes")) { section in
      section.element("h2", .id("cartes"), text: language("Questions", "Questions"))
      section.element("p") {
        $0.element(
          "a", .class("button"),
          .href(
            page.link(to: FixedPage.quiz.path) + "?note=" + percentEncoded(site.notes[note].path)),
          text: language("Réviser \(name)", "Quiz me on \(name)"))
      }
      CardList(site: site).write(cards.prefix(Self.mostCards), to: &section)
    }
  }
}
