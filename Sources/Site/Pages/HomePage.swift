internal import Cards
internal import HTML
internal import KnowledgeBase
internal import Notes
internal import ServiceMap

/// The first page: search, where to begin, what is due, the categories.
struct HomePage {
  let site: SiteContext

  private var language: SiteLanguage { site.language }

  private static let mostNotes = 8

  /// Writes the page.
  ///
  /// - Parameter introduction: What the content folder's own `index.md` says, if there is one.
  /// - Returns: The file.
  func file(introduction: HTMLWriter?) -> [UInt8] {
    let page = PagePath.home
    let count = language.count(site.notes.count, Wording("note", "note"))
    let head = PageHead(
      page: page, title: site.settings.title,
      description: language(
        "\(site.settings.title)\u{A0}: \(count), avec recherche, glossaire et questions.",
        "\(site.settings.title): \(count), with search, glossary and questions."), style: "home")
    return PageFrame(site: site).page(head) { main in
      main.element("header", .class("hero")) { hero in
        hero.element("h1", text: site.settings.title)
        writeSearch(to: &hero)
        writeCounts(to: &hero)
      }
      if let introduction {
        main.element("div", .class("text")) { $0.append(introduction) }
      }
      writeStart(to: &main)
      writeDue(to: &main)
      writeCategories(to: &main)
      if site.relations.isMap {
        main.element("section", Attribute("aria-labelledby", "carte")) { section in
          section.element("h2", .id("carte"), text: language(FixedPage.map.title))
          section.trusted(
            site.relations.whole(on: page, MapPage.caption(site), id: "carte-accueil"))
          section.element("p") {
            $0.element(
              "a", .href(page.link(to: FixedPage.map.path)),
              text: site.relations.isOverview
                ? language(
                  "Voir les \(site.relations.graph.nodes.count) services et leurs liens",
                  "See the \(site.relations.graph.nodes.count) services and their relations")
                : language("La carte en mots", "The map in words"))
          }
        }
      }
    }
  }

  private func writeSearch(to html: inout HTMLWriter) {
    html.element("search") { search in
      search.element(
        "form", .class("search search-large"), Attribute("role", "search"),
        Attribute("action", PagePath.home.link(to: FixedPage.search.path)),
        .label(language("Chercher dans toutes les notes", "Search all notes"))
      ) { form in
        form.element("label") { label in
          label.element(
            "span", .class("unseen"),
            text: language("Que cherchez-vous ?", "What are you looking for?"))
          label.void(
            "input", Attribute("type", "search"), Attribute("name", "q"),
            Attribute("placeholder", example), Attribute("autocomplete", "off"),
            Attribute("spellcheck", "false"))
        }
        form.element("button", Attribute("type", "submit"), text: language("Chercher", "Search"))
      }
    }
  }

  /// Something that these very notes answer.
  private var example: String {
    let terms = site.base.glossary.terms
    let links = { (service: Int) in
      terms[service].note.map { site.knowledge.backlinks[$0].count } ?? 0
    }
    let services = site.terms.services.sorted { (-links($0), $0) < (-links($1), $1) }
    let names = services.prefix(8).map { terms[$0].names[0] }
    let short = names.filter { $0.count <= 16 }
    guard let first = short.first else { return language("Un mot, un sigle", "A word, an acronym") }
    let other = short.count > 1 ? ", \(short[1])" : ""
    return "\(first)\(other)…"
  }

  private func writeCounts(to html: inout HTMLWriter) {
    let items: [(String, FixedPage)] = [
      (language.count(site.notes.count, Wording("note", "note")), .allNotes),
      (language.count(site.terms.services.count, Wording("service", "service")), .services),
      (
        language.count(
          site.base.glossary.terms.count { !$0.definitions.isEmpty }, Wording("terme", "term")),
        .glossary
      ),
      (
        language.count(site.deck.cards.count, Wording("question", "question")), .quiz
      ),
    ]
    html.element("ul", .class("counts")) { list in
      for (text, target) in items {
        list.element("li") {
          $0.element("a", .href(PagePath.home.link(to: target.path)), text: text)
        }
      }
    }
  }

  /// Where to begin: the notes that most others lead to.
  private func writeStart(to html: inout HTMLWriter) {
    let weights = site.notes.indices.map { site.knowledge.backlinks[$0].count }
    // The note that this page is made of leads nowhere else.
    let others = site.notes.indices.filter { site.plan.notePages[$0] != .home }
    let best = others.filter { weights[$0] > 0 }.sorted {
      (-weights[$0], $0) < (-weights[$1], $1)
    }
    let shown = best.isEmpty ? Array(others.prefix(Self.mostNotes)) : best
    html.element("section", Attribute("aria-labelledby", "debut")) { section in
      section.element("h2", .id("debut"), text: language("Par où commencer", "Where to begin"))
      NoteList(site: site, page: .home).write(shown.prefix(Self.mostNotes), to: &section)
    }
  }

  /// What is due today is known in the reader's browser only: the script fills it in.
  private func writeDue(to html: inout HTMLWriter) {
    guard !site.deck.cards.isEmpty else { return }
    html.element("section", .class("due"), Attribute("aria-labelledby", "revision")) { section in
      section.element("h2", .id("revision"), text: language("Réviser", "Quiz"))
      section.element("p", .id("due")) {
        let cards = language.count(
          site.deck.cards.count, Wording("question tirée", "question"),
          Wording("questions tirées", "questions"))
        $0.prose(
          language(
            "\(cards) des notes, posées au moment où vous alliez les oublier.",
            "\(cards) from the notes, asked when you were about to forget."), in: language)
      }
      section.element("p") { line in
        line.element(
          "a", .class("button"), .href(PagePath.home.link(to: FixedPage.quiz.path)),
          text: language("Commencer", "Begin"))
        line.text(" ")
        line.element(
          "a", .href(PagePath.home.link(to: FixedPage.exam.path)),
          text: language("Passer un examen blanc", "Take a mock exam"))
      }
    }
  }

  private func writeCategories(to html: inout HTMLWriter) {
    let folders = site.plan.folders.filter { !$0.notes.isEmpty && !$0.path.isEmpty }
    guard !site.terms.categories.isEmpty || !folders.isEmpty else { return }
    html.element("section", Attribute("aria-labelledby", "rayons")) { section in
      section.element("h2", .id("rayons"), text: language("Par thème", "By topic"))
      section.element("ul", .class("chips")) { list in
        if site.terms.categories.isEmpty {
          for folder in folders.prefix(60) {
            list.element("li") {
              $0.element("a", .href(PagePath.home.link(to: folder.page)), text: folder.title)
            }
          }
        }
        for category in site.terms.categories {
          list.element("li", .class("tint-\(site.tint(of: category))")) {
            $0.element(
              "a", .href(PagePath.home.link(to: site.terms.page(ofCategory: category))),
              text: category)
          }
        }
      }
    }
  }
}
