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
    let related = site.statements.related[place]
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
                row.element("td", .class("right"), text: String(port.number))
                row.element("td") { $0.prose(port.subject, in: language) }
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

/// A text that begins with a capital.
func sentenceCased(_ text: String) -> String {
  let words = text.prefix { $0 != " " }
  // What has a capital inside is a name that begins as it does: `eks` is mended, `iSCSI` is not.
  return words.dropFirst().contains { $0.isUppercase }
    ? text : text.prefix(1).uppercased() + text.dropFirst()
}

/// Questions that show their answers when they are opened.
struct CardList {
  let site: SiteContext

  /// Writes cards of the deck.
  func write(_ places: some Sequence<Int>, to html: inout HTMLWriter) {
    for place in places {
      let card = site.deck.cards[place]
      guard card.kind != .cloze else { continue }
      html.element("details", .class("card")) { details in
        details.element("summary") { $0.prose(card.front, in: site.language) }
        if card.choices.isEmpty {
          details.element("p") { $0.prose(card.back, in: site.language) }
        } else {
          details.element("ul") { list in
            for choice in card.choices where choice.isRight {
              list.element("li") { $0.prose(choice.text, in: site.language) }
            }
          }
        }
      }
    }
  }
}

/// The list of all services, by category.
struct ServiceListPage {
  let site: SiteContext

  /// Writes the page.
  func file() -> [UInt8] {
    let language = site.language
    let page = FixedPage.services.path
    let head = PageHead(
      page: page, title: language(FixedPage.services.title),
      description: language(
        "Les services que les notes décrivent, par catégorie.",
        "The services that the notes describe, by category."), style: "list")
    let terms = site.base.glossary.terms
    let groups = Dictionary(grouping: site.terms.services) { terms[$0].category ?? "" }
    return PageFrame(site: site).page(head) { main in
      Breadcrumbs(site: site).write(for: page, below: [], to: &main)
      main.element("h1", text: language(FixedPage.services.title))
      if groups.isEmpty {
        main.element(
          "p",
          text: language(
            "Aucune note ne décrit encore de service.", "No note describes a service yet."))
      }
      for category in site.terms.categories + [""] {
        guard let services = groups[category] else { continue }
        main.element("section", .class("tint-\(site.tint(of: category.isEmpty ? nil : category))"))
        {
          section in
          section.element(
            "h2", text: category.isEmpty ? language("Sans catégorie", "Without category") : category
          )
          section.element("ul", .class("entries")) { list in
            for place in services { writeEntry(place, page, to: &list) }
          }
        }
      }
    }
  }

  private func writeEntry(_ place: Int, _ page: PagePath, to html: inout HTMLWriter) {
    let term = site.base.glossary.terms[place]
    html.element("li") { item in
      item.element("a", .href(page.link(to: site.page(ofTerm: place))), text: term.names[0])
      if let definition = site.definition(ofTerm: place) {
        item.element("p") {
          $0.prose(shortened(sentenceCased(definition.text), to: 180), in: site.language)
        }
      }
    }
  }
}
