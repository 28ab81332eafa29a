internal import HTML
internal import KnowledgeBase
internal import Notes

/// The list of all folders with their notes.
struct AllNotesPage {
  let site: SiteContext

  /// A folder with more notes than this is only named: the page does not grow without end.
  private static let mostNotes = 100

  /// Writes the page.
  func file() -> [UInt8] {
    let language = site.language
    let page = FixedPage.allNotes.path
    return ListPage(
      site: site, page: page, title: language(FixedPage.allNotes.title),
      description: language(
        "Toutes les notes, dossier par dossier.", "All notes, folder by folder.")
    ).file { main in
      let isFew = site.notes.count <= Self.mostNotes * 10
      for folder in site.plan.folders where !folder.notes.isEmpty {
        main.element("section") { section in
          section.element("h2") { heading in
            if folder.page == .home {
              heading.text(language("À la racine", "At the root"))
            } else {
              heading.element("a", .href(page.link(to: folder.page)), text: folder.title)
            }
          }
          let shown =
            isFew ? folder.notes[...] : folder.notes.prefix(folder.page == .home ? .max : 5)
          section.element("ul", .class("columns")) { list in
            for number in shown {
              list.element("li") {
                $0.element("a", .href(page.link(to: site.plan.notePages[number]))) {
                  $0.prose(site.notes[number].title, in: language)
                }
              }
            }
          }
          let rest = folder.notes.count - shown.count
          if rest > 0 {
            section.element("p") {
              $0.element(
                "a", .href(page.link(to: folder.page)),
                text: language("et \(rest) autres", "and \(rest) more"))
            }
          }
        }
      }
    }
  }
}
