internal import HTML
internal import KnowledgeBase
internal import Notes

/// All terms with their definitions, from A to Z.
struct GlossaryPage {
  let site: SiteContext

  private var language: SiteLanguage { site.language }

  /// Writes the page.
  func file() -> [UInt8] {
    let page = FixedPage.glossary.path
    let terms = site.base.glossary.terms.indices.filter { site.definition(ofTerm: $0) != nil }
    let letters = Dictionary(grouping: terms) { letter(of: $0) }
    let order = letters.keys.sorted()
    let head = PageHead(
      page: page, title: language(FixedPage.glossary.title),
      description: language(
        "\(terms.count) termes avec leurs définitions et leurs noms en français et en anglais.",
        "\(terms.count) terms with their definitions, and their names in French and English."),
      style: "glossary")
    return PageFrame(site: site).page(head) { main in
      Breadcrumbs(site: site).write(for: page, below: [], to: &main)
      main.element("h1", text: language(FixedPage.glossary.title))
      main.element("nav", .class("letters"), .label(language("Lettres", "Letters"))) { nav in
        nav.element("ul") { list in
          for letter in order {
            list.element("li") {
              $0.element("a", .href("#lettre-\(name(of: letter))"), text: letter)
            }
          }
        }
      }
      for letter in order {
        main.element("section", Attribute("aria-labelledby", "lettre-\(name(of: letter))")) {
          section in
          section.element("h2", .id("lettre-\(name(of: letter))"), text: letter)
          section.element("dl") { list in
            for place in letters[letter] ?? [] { write(place, on: page, to: &list) }
          }
        }
      }
    }
  }

  /// The first letter without its accent; `0–9` and signs together.
  private func letter(of place: Int) -> String {
    let word = addressWord(site.base.glossary.terms[place].names[0])
    guard let first = word.first, first.isLetter else { return "#" }
    return String(first).uppercased()
  }

  private func name(of letter: String) -> String { letter == "#" ? "0" : letter.lowercased() }

  private func write(_ place: Int, on page: PagePath, to html: inout HTMLWriter) {
    let term = site.base.glossary.terms[place]
    guard let definition = site.definition(ofTerm: place), let source = term.definitions.first
    else { return }
    html.element("dt", .id(site.terms.anchors[place])) {
      TermNames(site: site).write(term, to: &$0)
    }
    html.element("dd") { item in
      item.prose(sentenceCased(definition.text), in: language)
      item.text(" ")
      let note = site.notes[source.note]
      item.element(
        "a", .class("source"),
        .href(
          page.link(
            to: site.plan.notePages[source.note],
            anchor: note.sections[definition.section].anchor))
      ) { $0.prose(note.title, in: language) }
      if let service = site.terms.servicePages[place] {
        item.text(" · ")
        item.element(
          "a", .class("source"), .href(page.link(to: service)),
          text: language("tout sur \(term.names[0])", "all about \(term.names[0])"))
      }
    }
  }
}
