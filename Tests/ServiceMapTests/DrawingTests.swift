import ServiceMap
import Testing

@Suite struct DrawingTests {
  private static let caption = MapLayout.Caption(title: "Carte <1>", description: "R & D")

  private func drawing(_ graph: RelationGraph, width: Int = 720) -> String {
    String(decoding: MapLayout(graph, width: width).svg(Self.caption, id: "map"), as: UTF8.self)
  }

  @Test func opensAndClosesEveryElement() {
    for seed in 0..<8 as Range<UInt64> {
      var open: [Substring] = []
      for piece in drawing(randomGraph(seed)).split(separator: "<") {
        guard let end = piece.firstIndex(of: ">") else { continue }
        let tag = piece[..<end]
        let name = tag.prefix { $0 != " " && $0 != "/" }
        if tag.hasPrefix("/") {
          #expect(open.popLast() == tag.dropFirst())
        } else if !tag.hasSuffix("/") {
          open.append(name)
        }
      }
      #expect(open.isEmpty)
    }
  }

  @Test func makesEveryNodeALinkWithItsText() {
    let graph = randomGraph(3)
    let text = drawing(graph)
    #expect(text.split(separator: "<a class=\"map-node").count - 1 == graph.nodes.count)
    for node in graph.nodes { #expect(text.contains("href=\"\(node.address)\"")) }
    #expect(drawing(ServiceMapTests.graph([0], [])).contains(">N0</text></a>"))
  }

  @Test func hasNoStyleAndNoScript() {
    let text = drawing(randomGraph(5))
    for word in ["style", "<script", " on", "javascript:", "url("] { #expect(!text.contains(word)) }
  }

  @Test func escapesWhatItIsGiven() {
    let node = RelationGraph.Node(
      label: "<b>\"&\u{1}", address: "a\"><script>", group: 0, detail: "</title>'")
    let group = RelationGraph.Group(name: "\"<g>", address: "\"", tint: 0)
    let text = drawing(RelationGraph(nodes: [node], groups: [group], edges: []))
    for piece in ["&lt;b&gt;&quot;&amp; </text>", "a&quot;&gt;&lt;script&gt;", "&lt;/title&gt;'"] {
      #expect(text.contains(piece), "\(text)")
    }
    #expect(!text.contains("<script") && !text.contains("\u{1}"))
    #expect(text.contains(">Carte &lt;1&gt;</title>") && text.contains(">R &amp; D</desc>"))
  }

  @Test func givesEveryIDOnce() {
    let ids = drawing(randomGraph(7)).split(separator: " id=\"").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("map-") })
  }

  @Test(
    arguments: [
      ("EC2", ["EC2"]),
      ("Application Load Balancer Gateway", ["Application Load", "Balancer Gateway"]),
      ("Anticonstitutionnellementissime", ["Anticonstitutionnelle…"]),
    ])
  func breaksLongLabels(_ label: String, _ lines: [String]) {
    let node = RelationGraph.Node(label: label, address: "#", group: 0)
    let groups = (0..<2).map { RelationGraph.Group(name: "G", tint: $0) }
    let others = (0..<20).map { RelationGraph.Node(label: "N", address: "#", group: $0 % 2) }
    let layout = MapLayout(
      RelationGraph(nodes: [node] + others, groups: groups, edges: []), width: 720)
    #expect(layout.boxes[0].lines == lines)
    let isCut = lines.joined(separator: " ") != label
    let text = String(decoding: layout.svg(Self.caption, id: "m"), as: UTF8.self)
    #expect(text.contains("<title>\(label)</title>") == isCut)
  }
}
