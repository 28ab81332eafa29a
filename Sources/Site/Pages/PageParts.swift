internal import HTML
internal import KnowledgeBase
internal import Notes

/// The way from the home page to a page.
struct Breadcrumbs {
  let site: SiteContext

  /// Writes the folders above a page.
  func write(for page: PagePath, folder: FolderPlan?, to html: inout HTMLWriter) {
    var path: [(PagePath, String)] = []
    var next = folder
    while let above = next {
      if above.page != page, !above.path.isEmpty { path.insert((above.page, above.title), at: 0) }
      next = above.parent.map { site.plan.folders[$0] }
    }
    write(for: page, below: path, to: &html)
  }

  /// Writes given pages above a page.
  func write(
    for page: PagePath, below path: [(page: PagePath, title: String)], to html: inout HTMLWriter
  ) {
    html.element("nav", .class("crumbs"), .label(site.language("Fil d’Ariane", "Breadcrumbs"))) {
      $0.element("ol") { list in
        let home = (PagePath.home, site.language(FixedPage.home.title))
        for (above, title) in [home] + path {
          list.element("li") {
            $0.element("a", .href(page.link(to: above)), text: title)
          }
        }
      }
    }
  }
}

/// The notes of one folder, as every page of that folder shows them.
struct SectionNav {
  let site: SiteContext
  let page: PagePath
  let folder: FolderPlan

  /// The note whose page it is, if it is one's.
  var note: Int?

  /// The most notes before and after the page's own; a page does not grow with the folder.
  private static let window = 30

  /// The most folders in the folder.
  private static let mostFolders = 60

  /// Writes the list.
  func write(to html: inout HTMLWriter) {
    html.element("nav", .class("section-nav"), .label(title)) { nav in
      nav.element("p", .class("nav-title")) {
        $0.element(
          "a", .href(page.link(to: folder.page)),
          Attribute("aria-current", folder.page == page ? "page" : nil), text: title)
      }
      let listed = folder.listedNotes
      let own = note.flatMap { $0 == folder.ownNote ? nil : place(of: $0) } ?? 0
      let shown = Swift.max(0, own - Self.window)..<Swift.min(listed.count, own + Self.window + 1)
      nav.element("ul") { list in
        for child in folder.folders.prefix(Self.mostFolders) { writeFolder(child, to: &list) }
        if folder.folders.count > Self.mostFolders {
          let count = folder.folders.count - Self.mostFolders
          writeMore(
            site.language("et \(count) autres dossiers", "and \(count) more folders"), to: &list)
        }
        if shown.lowerBound > 0 { writeMore("…", to: &list) }
        for number in listed[shown] {
          let target = site.plan.notePages[number]
          list.element("li") {
            $0.element(
              "a", .href(page.link(to: target)),
              Attribute("aria-current", target == page ? "page" : nil)
            ) { $0.prose(site.notes[number].title, in: site.language) }
          }
        }
        if shown.upperBound < listed.count {
          let count = listed.count - shown.upperBound
          writeMore(site.language("et \(count) autres", "and \(count) more"), to: &list)
        }
      }
    }
  }

  /// The place of a note among those that are listed: the folder's own note is none of them.
  private func place(of note: Int) -> Int {
    let place = site.plan.placeInFolder[note]
    guard let own = folder.ownNote, site.plan.placeInFolder[own] < place else { return place }
    return place - 1
  }

  private var title: String {
    folder.path.isEmpty ? site.language(FixedPage.allNotes.title) : folder.title
  }

  private func writeFolder(_ path: String, to list: inout HTMLWriter) {
    guard let child = site.folder(path) else { return }
    list.element("li", .class("folder")) {
      $0.element("a", .href(page.link(to: child.page)), text: child.title)
    }
  }

  private func writeMore(_ text: String, to list: inout HTMLWriter) {
    list.element("li", .class("more")) {
      $0.element("a", .href(page.link(to: folder.page)), text: text)
    }
  }
}

/// The names of a term, those in another language marked.
struct TermNames {
  let site: SiteContext

  /// Writes the names after each other, the first strongest.
  func write(_ term: Term, to html: inout HTMLWriter) {
    for (place, name) in term.names.prefix(6).enumerated() {
      if place > 0 { html.text(" · ") }
      let language = site.terms.language(of: name, in: site.language)
      if place == 0 {
        html.element("strong", .lang(language), text: name)
      } else {
        html.element("span", .lang(language), text: name)
      }
    }
  }
}

/// Passages of notes, each under a link to its place.
struct PassageList {
  let site: SiteContext
  let page: PagePath

  /// Writes a section; nothing where there is no passage.
  func write(
    _ passages: [SiteKnowledge.Passage], titled title: String, id: String, most: Int,
    to html: inout HTMLWriter
  ) {
    guard !passages.isEmpty else { return }
    html.element("section", .class("passages"), Attribute("aria-labelledby", id)) { section in
      section.element("h2", .id(id), text: title)
      writeList(passages.prefix(most), to: &section)
      let rest = passages.dropFirst(most)
      guard !rest.isEmpty else { return }
      section.element("details") { details in
        details.element(
          "summary",
          text: site.language.count(
            rest.count, Wording("autre passage", "more passage"),
            Wording("autres passages", "more passages")))
        writeList(rest.prefix(Self.mostHidden), to: &details)
      }
    }
  }

  /// The most passages that are held back behind a summary.
  private static let mostHidden = 100

  private func writeList(
    _ passages: ArraySlice<SiteKnowledge.Passage>, to html: inout HTMLWriter
  ) {
    html.element("ul") { list in
      for passage in passages { list.element("li") { write(passage, to: &$0) } }
    }
  }

  private func write(_ passage: SiteKnowledge.Passage, to html: inout HTMLWriter) {
    let note = site.notes[passage.note]
    let section = note.sections[passage.section]
    let path = note.headings(above: passage.section) + [section.name]
    let label = path.filter { !$0.isEmpty }.joined(separator: " › ")
    html.element(
      "a", .href(page.link(to: site.plan.notePages[passage.note], anchor: section.anchor))
    ) { $0.prose(label.isEmpty ? note.title : label, in: site.language) }
    if passage.sentence != section.name {
      html.element("p") { $0.prose(passage.sentence, in: site.language) }
    }
  }
}
