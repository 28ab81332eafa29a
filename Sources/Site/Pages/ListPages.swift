internal import HTML
internal import KnowledgeBase
internal import Notes
internal import ServiceMap

/// Lists of notes with the sentence that says what each is about.
struct NoteList {
  let site: SiteContext
  let page: PagePath

  /// Writes notes by their places in `KnowledgeBase.notes`; nothing where there are none.
  func write(_ numbers: some Collection<Int>, to html: inout HTMLWriter) {
    guard !numbers.isEmpty else { return }
    html.element("ul", .class("entries")) { list in
      for number in numbers {
        list.element("li", .class(tint(of: number))) { item in
          item.element("a", .href(page.link(to: site.plan.notePages[number]))) {
            $0.prose(site.notes[number].title, in: site.language)
          }
          if let summary = Self.summary(of: site.notes[number]) {
            item.element("p") { $0.prose(shortened(summary, to: 180), in: site.language) }
          }
        }
      }
    }
  }

  private func tint(of number: Int) -> String? {
    let tint = site.tint(of: site.category(ofNote: number))
    return tint == 0 ? nil : "tint-\(tint)"
  }

  /// What a note is about: its first definition, or else its first line.
  static func summary(of note: Note) -> String? {
    if let definition = note.definitions.first { return sentenceCased(definition.text) }
    return note.sections.lazy.compactMap(\.text.first?.text).first
  }
}

/// A page that lists notes below its title.
struct ListPage {
  let site: SiteContext
  let page: PagePath
  let title: String
  let description: String
  /// The title among those of other pages; by default the one on the page.
  var headTitle: String?
  var isListed = true

  /// Writes the page.
  ///
  /// - Parameters:
  ///   - above: The pages between the home page and this one.
  ///   - folder: The folder whose notes stand beside it, if it is the page of one.
  ///   - content: Writes what stands below the title.
  /// - Returns: The file.
  func file(
    below above: [(page: PagePath, title: String)] = [], folder: FolderPlan? = nil,
    content: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    let head = PageHead(
      page: page, title: headTitle ?? title, description: description, isListed: isListed,
      style: "list")
    let side = folder.map { folder in
      { (html: inout HTMLWriter) in
        SectionNav(site: site, page: page, folder: folder).write(to: &html)
      }
    }
    return PageFrame(site: site).page(head, side: side) { main in
      if let folder {
        Breadcrumbs(site: site).write(for: page, folder: folder, to: &main)
      } else {
        Breadcrumbs(site: site).write(for: page, below: above, to: &main)
      }
      main.element("h1") { $0.prose(title, in: site.language) }
      content(&main)
    }
  }
}

/// The page of a folder without a note of its own.
struct FolderPage {
  let site: SiteContext
  let folder: FolderPlan

  /// Writes the page.
  func file() -> [UInt8] {
    let language = site.language
    let page = folder.page
    let count = language.count(folder.notes.count, Wording("note", "note"))
    return ListPage(
      site: site, page: page, title: folder.title,
      description: language("\(folder.title)\u{A0}: \(count).", "\(folder.title): \(count).")
    ).file(folder: folder) { main in
      if !folder.folders.isEmpty {
        main.element("ul", .class("chips")) { list in
          for path in folder.folders {
            guard let child = site.folder(path) else { continue }
            list.element("li") {
              $0.element("a", .href(page.link(to: child.page)), text: child.title)
            }
          }
        }
      }
      NoteList(site: site, page: page).write(folder.notes, to: &main)
    }
  }
}

/// The pages of categories, and the list of them.
struct CategoryPages {
  let site: SiteContext

  /// Writes the list of categories.
  func list() -> [UInt8] {
    let language = site.language
    let page = FixedPage.categories.path
    return ListPage(
      site: site, page: page, title: language(FixedPage.categories.title),
      description: language("Les notes par catégorie.", "The notes by category.")
    ).file { main in
      if site.terms.categories.isEmpty {
        main.element(
          "p",
          text: language(
            "Aucune note ne dit sa catégorie. Ajoutez « categorie » à leur en-tête.",
            "No note tells its category. Add “category” to their front matter."))
      }
      main.element("ul", .class("entries")) { list in
        for category in site.terms.categories {
          list.element("li", .class("tint-\(site.tint(of: category))")) { item in
            item.element(
              "a", .href(page.link(to: site.terms.page(ofCategory: category))), text: category)
            item.element(
              "p", text: language.count(notes(of: category).count, Wording("note", "note")))
          }
        }
      }
    }
  }

  /// Writes the page of a category.
  func file(_ category: String) -> [UInt8] {
    let language = site.language
    let page = site.terms.page(ofCategory: category)
    let numbers = notes(of: category)
    return ListPage(
      site: site, page: page, title: category,
      description: language(
        "Les notes de la catégorie \(category).", "The notes of the category \(category)."),
      headTitle: language("Catégorie \(category)", "Category \(category)")
    ).file(below: [(FixedPage.categories.path, language(FixedPage.categories.title))]) { main in
      main.element("p") {
        $0.element(
          "a", .class("button"),
          .href(page.link(to: FixedPage.quiz.path) + "?categorie=" + percentEncoded(category)),
          text: language("Réviser cette catégorie", "Quiz me on this category"))
      }
      NoteList(site: site, page: page).write(numbers, to: &main)
      writeMap(of: category, on: page, to: &main)
    }
  }

  private func writeMap(of category: String, on page: PagePath, to html: inout HTMLWriter) {
    let language = site.language
    let caption = MapLayout.Caption(
      title: language("Carte\u{A0}: \(category)", "Map: \(category)"),
      description: language(
        "Les services de la catégorie et ceux que les notes leur lient le plus. Les mêmes liens se trouvent en mots sur la page de la carte.",
        "The services of the category and those that the notes link to them most. The map’s page tells the same links in words."
      ))
    guard let group = site.terms.number(ofCategory: category),
      let map = site.relations.surroundings(ofCategory: group, on: page, caption)
    else { return }
    html.element("section", Attribute("aria-labelledby", "carte")) { section in
      section.element("h2", .id("carte"), text: language("Services liés", "Related services"))
      section.trusted(map)
    }
  }

  private func notes(of category: String) -> [Int] { site.terms.notes(ofCategory: category) }
}
