internal import HTML
internal import KnowledgeBase
internal import Notes

/// All terms with their definitions, from A to Z.
struct GlossaryPage {
  let site: SiteContext

  /// The terms that are defined, by letter and in the order of the alphabet.
  let letters: [(letter: String, terms: [Int])]

  /// Puts the terms of a site in order.
  ///
  /// - Complexity: O(*n* log *n*) in the number of terms.
  init(site: SiteContext) {
    self.site = site
    let terms = site.base.glossary.terms
    let defined = terms.indices.filter { site.definition(ofTerm: $0) != nil }
    letters = Dictionary(grouping: defined) { Self.letter(of: terms[$0].names[0]) }
      .sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.sortedAlphabetically { terms[$0].names[0] }) }
  }

  private var language: SiteLanguage { site.language }

  /// Up to so many terms stand on one page.
  static let mostTerms = 300

  /// The page of a letter.
  static func page(of letter: String) -> PagePath {
    FixedPage.glossary.path.appending(name(of: letter))
  }

  /// The page where a term and its definition stand.
  static func page(ofTerm term: Int, in site: SiteContext) -> PagePath {
    site.terms.isGlossaryLong
      ? page(of: letter(of: site.base.glossary.terms[term].names[0])) : FixedPage.glossary.path
  }

  /// Writes the page: all terms, or where they have pages of their own, their names.
  func file() -> [UInt8] {
    let page = FixedPage.glossary.path
    let count = letters.reduce(0) { $0 + $1.terms.count }
    let head = PageHead(
      page: page, title: language(FixedPage.glossary.title),
      description: language(
        "\(count) termes avec leurs définitions et leurs noms en français et en anglais.",
        "\(count) terms with their definitions, and their names in French and English."),
      style: "glossary")
    return PageFrame(site: site).page(head) { main in
      Breadcrumbs(site: site).write(for: page, below: [], to: &main)
      main.element("h1", text: language(FixedPage.glossary.title))
      writeLetters(letters.map(\.letter), on: page, to: &main)
      for (letter, terms) in letters {
        let heading = "lettre-\(Self.name(of: letter))"
        main.element("section", Attribute("aria-labelledby", heading)) { section in
          section.element("h2", .id(heading), text: letter)
          if site.terms.isGlossaryLong {
            writeNames(terms, on: page, to: &section)
          } else {
            write(terms, on: page, to: &section)
          }
        }
      }
    }
  }

  /// Writes the page of a letter.
  func file(of letter: String) -> [UInt8] {
    let page = Self.page(of: letter)
    let terms = letters.first { $0.letter == letter }?.terms ?? []
    let title = language("\(letter) · Glossaire", "\(letter) · Glossary")
    let head = PageHead(
      page: page, title: title,
      description: language(
        "\(terms.count) termes qui commencent par \(letter), avec leurs définitions.",
        "\(terms.count) terms that begin with \(letter), with their definitions."),
      style: "glossary")
    return PageFrame(site: site).page(head) { main in
      let above = (page: FixedPage.glossary.path, title: language(FixedPage.glossary.title))
      Breadcrumbs(site: site).write(for: page, below: [above], to: &main)
      main.element("h1", text: title)
      writeLetters(letters.map(\.letter), on: page, to: &main)
      write(terms, on: page, to: &main)
    }
  }

  private func writeLetters(
    _ letters: [String], on page: PagePath, to html: inout HTMLWriter
  ) {
    html.element("nav", .class("letters"), .label(language("Lettres", "Letters"))) { nav in
      nav.element("ul") { list in
        for letter in letters {
          let target = Self.page(of: letter)
          let address =
            site.terms.isGlossaryLong ? page.link(to: target) : "#lettre-\(Self.name(of: letter))"
          list.element("li") {
            $0.element(
              "a", .href(address), Attribute("aria-current", target == page ? "page" : nil),
              text: letter)
          }
        }
      }
    }
  }

  private func write(_ terms: [Int], on page: PagePath, to html: inout HTMLWriter) {
    html.element("dl") { list in
      for place in terms { write(place, on: page, to: &list) }
    }
  }

  private func writeNames(_ terms: [Int], on page: PagePath, to html: inout HTMLWriter) {
    html.element("ul", .class("names")) { list in
      for place in terms {
        let target = Self.page(ofTerm: place, in: site)
        list.element("li") {
          $0.element(
            "a", .href(page.link(to: target, anchor: site.terms.anchors[place])),
            text: site.base.glossary.terms[place].names[0])
        }
      }
    }
  }

  /// The first letter without its accent; `0–9` and signs together.
  private static func letter(of name: String) -> String {
    let word = addressWord(name)
    guard let first = word.first, first.isLetter else { return "#" }
    return String(first).uppercased()
  }

  private static func name(of letter: String) -> String {
    letter == "#" ? "0" : letter.lowercased()
  }

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
