internal import HTML
internal import KnowledgeBase

/// Pages that a script fills: search, quiz, mock exam; and the page that a server shows where there is none.
struct AppPages {
  let site: SiteContext

  private var language: SiteLanguage { site.language }

  /// Writes the page of search results.
  func search() -> [UInt8] {
    app(
      .search, id: "search-page",
      description: language("Chercher dans toutes les notes.", "Search all notes."),
      without: language(
        "La recherche demande JavaScript. Sans lui, le glossaire et la liste des notes mènent partout.",
        "Searching needs JavaScript. Without it, the glossary and the list of notes lead everywhere."
      ),
      links: [.glossary, .allNotes, .services])
  }

  /// Writes the page of the quiz.
  func quiz() -> [UInt8] {
    app(
      .quiz, id: "quiz",
      description: language(
        "Des questions tirées des notes, posées au bon moment.",
        "Questions from the notes, asked at the right moment."),
      without: language(
        "Les questions se posent avec JavaScript. Sans lui, chaque page de service montre les siennes.",
        "Questions are asked with JavaScript. Without it, the page of each service shows its own."),
      links: [.services, .revision])
  }

  /// Writes the page of the mock exam.
  func exam() -> [UInt8] {
    app(
      .exam, id: "exam",
      description: language(
        "Un examen aux nombres et aux durées du vrai.",
        "An exam with the numbers and times of the real one."),
      without: language(
        "L’examen se passe avec JavaScript.", "The exam is taken with JavaScript."),
      links: [.services, .revision])
  }

  /// Writes the page that tells what this browser keeps for reading without a network.
  func offline() -> [UInt8] {
    app(
      .offline, id: "offline",
      description: language(
        "Ce que ce navigateur garde pour lire sans réseau.",
        "What this browser keeps for reading without a network."),
      without: language(
        "La lecture hors ligne demande JavaScript et une adresse en https.",
        "Reading offline needs JavaScript and an address with https."),
      links: [.allNotes, .glossary, .quiz])
  }

  private func app(
    _ fixed: FixedPage, id: String, description: String, without: String, links: [FixedPage]
  ) -> [UInt8] {
    let head = PageHead(
      page: fixed.path, title: language(fixed.title), description: description, style: "app")
    return PageFrame(site: site).page(head) { main in
      main.element("h1", text: language(fixed.title))
      let deck = site.deckFile.map { fixed.path.link(toFile: $0) }
      main.element(
        "div", .id(id), Attribute("data-deck", [.quiz, .exam].contains(fixed) ? deck : nil)
      ) { box in
        box.element("noscript") { $0.element("p") { $0.prose(without, in: language) } }
      }
      writeLinks(links, from: fixed.path, to: &main)
    }
  }

  private func writeLinks(_ links: [FixedPage], from page: PagePath, to html: inout HTMLWriter) {
    html.element("ul", .class("chips")) { list in
      for link in links {
        list.element("li") {
          $0.element("a", .href(page.link(to: link.path)), text: language(link.title))
        }
      }
    }
  }

  /// Writes the page for addresses that lead nowhere; its script searches for the words of the address.
  ///
  /// It is shown at any depth, so that its links begin at the root of the server.
  func notFound() -> [UInt8] {
    let page = PagePath("", absoluteRoot: rootOnServer)
    let head = PageHead(
      page: page, title: language("Page introuvable", "Page not found"),
      description: language("Cette page n’existe pas.", "There is no such page."), isListed: false,
      style: "app not-found")
    return PageFrame(site: site).page(head) { main in
      main.element("h1", text: language("Page introuvable", "Page not found"))
      main.element("p") {
        $0.prose(
          language(
            "Rien à cette adresse. Cherchez ce que vous vouliez lire, ou reprenez au début.",
            "Nothing is at this address. Search for what you wanted to read, or start over."),
          in: language)
      }
      main.element("div", .id("not-found")) { _ in }
      writeLinks([.home, .allNotes, .glossary, .services], from: page, to: &main)
    }
  }

  /// The path of the site's address; the root where there is no address.
  private var rootOnServer: String {
    guard let address = site.settings.site.address,
      let colon = address.firstIndex(of: ":"),
      let slash = address[colon...].dropFirst(3).firstIndex(of: "/")
    else { return "/" }
    return String(address[slash...])
  }
}
