internal import HTML
internal import KnowledgeBase
internal import ServiceMap

/// The map of services, and the same in words.
struct MapPage {
  let site: SiteContext

  private var language: SiteLanguage { site.language }

  /// What the map is called and shows.
  static func caption(_ site: SiteContext) -> MapLayout.Caption {
    MapLayout.Caption(
      title: site.language(FixedPage.map.title),
      description: site.relations.isOverview
        ? site.language(
          "Les catégories, et les plus forts des liens que les notes font entre leurs services. Les liens de chaque service se trouvent en mots sur la page de la carte.",
          "The categories, and the strongest of the links that the notes make between their services. The map’s page tells those of each service in words."
        )
        : site.language(
          "Les services par catégorie, et les liens que les notes font entre eux. La même chose en mots se trouve sur la page de la carte.",
          "The services by category, and the links that the notes make between them. The map’s page says the same in words."
        ))
  }

  /// Writes the page.
  func file() -> [UInt8] {
    let page = FixedPage.map.path
    let head = PageHead(
      page: page, title: language(FixedPage.map.title),
      description: language(
        "Les services et leurs liens, en dessin et en mots.",
        "The services and their links, drawn and in words."), style: "list map-page")
    return PageFrame(site: site).page(head) { main in
      Breadcrumbs(site: site).write(for: page, below: [], to: &main)
      main.element("h1", text: language(FixedPage.map.title))
      if site.relations.isMap {
        main.trusted(site.relations.whole(on: page, Self.caption(site), id: "carte"))
        if site.relations.isOverview {
          main.element("p") {
            $0.prose(
              language(
                "La page de chaque catégorie montre ses services et leurs voisins.",
                "The page of each category shows its services and their neighbours."), in: language)
          }
        }
        main.element("h2", .id("liste"), text: language("En mots", "In words"))
        writeList(on: page, to: &main)
      } else {
        main.element("p") {
          $0.prose(
            language(
              "Les notes ne relient pas encore assez de services pour une carte.",
              "The notes do not link enough services for a map yet."), in: language)
        }
      }
    }
  }

  private func writeList(on page: PagePath, to html: inout HTMLWriter) {
    let graph = site.relations.graph
    var neighbours: [[Int]] = graph.nodes.map { _ in [] }
    for edge in graph.edges {
      neighbours[edge.from].append(edge.to)
      neighbours[edge.to].append(edge.from)
    }
    for (number, group) in graph.groups.enumerated() {
      let members = graph.nodes.indices.filter { graph.nodes[$0].group == number }
      guard !members.isEmpty else { continue }
      html.element("section", .class("tint-\(group.tint)")) { section in
        section.element("h3", text: group.name)
        section.element("ul", .class("entries")) { list in
          for member in members {
            list.element("li") { item in
              item.element(
                "a", .href(page.root + graph.nodes[member].address), text: graph.nodes[member].label
              )
              guard !neighbours[member].isEmpty else { return }
              item.element("p") { line in
                for (place, other) in neighbours[member].enumerated() {
                  if place > 0 { line.text(", ") }
                  line.element(
                    "a", .href(page.root + graph.nodes[other].address),
                    text: graph.nodes[other].label)
                }
              }
            }
          }
        }
      }
    }
  }
}
