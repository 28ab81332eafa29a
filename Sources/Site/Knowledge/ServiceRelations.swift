internal import KnowledgeBase
internal import Notes
internal import ServiceMap
internal import Synchronization

/// How services are related, and the maps of them.
struct ServiceRelations: Sendable {
  /// The services and what is between them; addresses begin at the root of the site.
  let graph: RelationGraph

  /// The place in `graph.nodes` of each term that is a service.
  let nodes: [Int: Int]

  /// For each service, by its place in `Glossary.terms`, those that its map shows, the nearest first.
  let neighbours: [Int: [Int]]

  /// The categories and what is between their services.
  private let overview: RelationGraph

  private let wide = Cached<MapLayout>()
  private let narrow = Cached<MapLayout>()

  /// What a note says in its front matter counts more than a link in its text.
  private static let relatedWeight = 4

  /// Widths of the two maps of all services, in pixels.
  private static let wideWidth = 1000
  private static let narrowWidth = 360

  /// Gathers the relations.
  ///
  /// - Complexity: O(*n*) in the number of links.
  init(
    _ base: KnowledgeBase, _ index: TermIndex, _ knowledge: SiteKnowledge, language: SiteLanguage
  ) {
    let terms = base.glossary.terms
    let categories = index.categories
    var nodes: [Int: Int] = [:]
    var list: [RelationGraph.Node] = []
    for service in index.services {
      guard let page = index.servicePages[service] else { continue }
      nodes[service] = list.count
      let category = terms[service].category.flatMap(index.number)
      list.append(
        RelationGraph.Node(
          label: terms[service].names[0], address: PagePath.home.link(to: page),
          group: category ?? categories.count,
          detail: terms[service].names.count > 1 ? terms[service].names[1] : nil))
    }
    var groups = categories.enumerated().map { place, name in
      RelationGraph.Group(
        name: name, address: PagePath.home.link(to: index.page(ofCategory: name)),
        tint: place % SiteContext.tintCount + 1)
    }
    groups.append(RelationGraph.Group(name: language("Autres", "Others"), tint: 0))
    var edges: [RelationGraph.Edge] = []
    var serviceOfNote: [Int: Int] = [:]
    for (service, node) in nodes {
      if let note = terms[service].note { serviceOfNote[note] = node }
    }
    for (service, node) in nodes.sorted(by: { $0.value < $1.value }) {
      guard let note = terms[service].note else { continue }
      for name in base.notes[note].metadata.related {
        if let other = base.glossary.place(of: name).flatMap({ nodes[$0] }) {
          edges.append(.init(from: node, to: other, weight: Self.relatedWeight))
        }
      }
      for passage in knowledge.backlinks[note] {
        if let other = serviceOfNote[passage.note] {
          edges.append(.init(from: other, to: node, weight: 1))
        }
      }
    }
    let graph = RelationGraph(nodes: list, groups: groups, edges: edges)
    let services = nodes.sorted { $0.value < $1.value }.map(\.key)
    var neighbours: [Int: [Int]] = [:]
    let order = graph.edges.sorted { (-$0.weight, $0.from, $0.to) < (-$1.weight, $1.from, $1.to) }
    for edge in order {
      neighbours[services[edge.from], default: []].append(services[edge.to])
      neighbours[services[edge.to], default: []].append(services[edge.from])
    }
    self.graph = graph
    self.nodes = nodes
    self.neighbours = neighbours.mapValues { Array($0.prefix(RelationGraph.mostNeighbours)) }
    overview = graph.ofGroups { language.count($0, Wording("service", "service")) }
  }

  /// Whether there is enough for a map.
  var isMap: Bool { graph.nodes.count > 2 && !graph.edges.isEmpty }

  /// Whether there are more services than one map can show: it shows their categories instead, and the page of each
  /// category has a map of its own.
  var isOverview: Bool { graph.nodes.count > Self.mostShown && overview.nodes.count > 2 }

  /// Beyond so many services, the lines of a map can no longer be followed.
  private static let mostShown = 60

  /// Both maps of all services, or of their categories, of which the style shows the one that fits.
  ///
  /// - Parameters:
  ///   - page: The page on which they stand.
  ///   - caption: What they are called.
  ///   - id: Begins the ids in them.
  /// - Returns: An element with two `svg` elements.
  func whole(on page: PagePath, _ caption: MapLayout.Caption, id: String) -> [UInt8] {
    let graph = (isOverview ? overview : graph).mostLinked(Self.mostShown)
      .thinned(to: isOverview ? Self.edgesPerGroup : Self.edgesPerNode)
    let wide = wide.value { MapLayout(graph, width: Self.wideWidth) }
    let narrow = narrow.value { MapLayout(graph, width: Self.narrowWidth) }
    return pair(
      wide.svg(caption, id: id + "-large", root: page.root),
      narrow.svg(caption, id: id + "-etroite", root: page.root))
  }

  /// The maps of a category and the services nearest to it; `nil` where all services are on one map, or nothing in
  /// the category is related.
  ///
  /// - Parameters:
  ///   - group: The place of the category in `TermIndex.categories`.
  ///   - page: The page on which they stand.
  ///   - caption: What they are called.
  /// - Returns: An element with two `svg` elements.
  func surroundings(
    ofCategory group: Int, on page: PagePath, _ caption: MapLayout.Caption
  ) -> [UInt8]? {
    guard isOverview else { return nil }
    let near = graph.surroundings(ofGroup: group).mostLinked(Self.mostShown)
      .thinned(to: Self.edgesPerNode)
    guard near.nodes.count > 1, !near.edges.isEmpty else { return nil }
    return pair(
      MapLayout(near, width: 820).svg(caption, id: "carte-large", root: page.root),
      MapLayout(near, width: Self.narrowWidth).svg(caption, id: "carte-etroite", root: page.root))
  }

  /// The maps of a service and its neighbours; `nil` where it has none.
  func neighbourhood(
    of service: Int, on page: PagePath, _ caption: MapLayout.Caption
  ) -> [UInt8]? {
    guard let node = nodes[service] else { return nil }
    let near = graph.neighbourhood(of: node)
    guard near.nodes.count > 1 else { return nil }
    return pair(
      MapLayout(near, width: 680).svg(caption, id: "voisins-large", root: page.root),
      MapLayout(near, width: Self.narrowWidth).svg(caption, id: "voisins-etroite", root: page.root))
  }

  private func pair(_ wide: [UInt8], _ narrow: [UInt8]) -> [UInt8] {
    Array("<div class=\"maps\"><div class=\"wide\">".utf8) + wide
      + Array("</div><div class=\"narrow\">".utf8) + narrow + Array("</div></div>".utf8)
  }

  private static let edgesPerNode = 4
  private static let edgesPerGroup = 2
}

/// A value that is made when it is first asked for, once, by whichever thread asks.
final class Cached<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    stored.withLock { stored in
      if let stored { return stored }
      let made = make()
      stored = made
      return made
    }
  }
}
