internal import HTML
internal import KnowledgeBase
internal import Notes

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
