import ServiceMap
import Testing

@Suite struct GraphTests {
  @Test func makesOneEdgeOfAllBetweenTheSameNodes() {
    let edges = [
      RelationGraph.Edge(from: 1, to: 0, weight: 2), .init(from: 0, to: 1), .init(from: 0, to: 0),
      .init(from: 0, to: 9), .init(from: -1, to: 0), .init(from: 1, to: 2, weight: 0),
    ]
    let graph = RelationGraph(nodes: graph([0, 0, 0], []).nodes, groups: [], edges: edges)
    #expect(graph.edges == [.init(from: 0, to: 1, weight: 3), .init(from: 1, to: 2)])
  }

  @Test func putsNodesOfUnknownGroupsIntoTheNearest() {
    let node = { RelationGraph.Node(label: "a", address: "b", group: $0) }
    let graph = RelationGraph(nodes: [node(-3), node(7)], groups: [], edges: [])
    #expect(graph.nodes.map(\.group) == [0, 0])
    #expect(graph.groups.count == 1)
  }

  @Test func keepsTheMostLinkedNodesAndTheirEdges() {
    let all = graph([0, 1, 0, 1], [(1, 0), (1, 2), (1, 3), (3, 2)])
    let kept = all.mostLinked(3)
    #expect(kept.nodes.map(\.label) == ["N1", "N2", "N3"])
    #expect(kept.edges == [.init(from: 0, to: 1), .init(from: 0, to: 2), .init(from: 1, to: 2)])
    #expect(all.mostLinked(4) == all)
  }

  @Test func drawsNoMoreNodesThanOneCanRead() {
    let big = graph([Int](repeating: 0, count: 300), (0..<299).map { ($0, $0 + 1) })
    #expect(MapLayout(big, width: 900).boxes.count == RelationGraph.mostNodes)
  }

  @Test func findsTheNeighboursOfGreatestWeight() {
    let nodes = graph([0, 1, 1, 0], []).nodes
    let edges = [
      RelationGraph.Edge(from: 2, to: 0, weight: 1), .init(from: 2, to: 1, weight: 5),
      .init(from: 3, to: 2, weight: 3), .init(from: 1, to: 3), .init(from: 0, to: 1),
    ]
    let groups = [RelationGraph.Group(name: "A", tint: 4), .init(name: "B", tint: 5)]
    let graph = RelationGraph(nodes: nodes, groups: groups, edges: edges)
    let near = graph.neighbourhood(of: 2, limit: 2)
    #expect(near.nodes.map(\.label) == ["N2", "N1", "N3"])
    #expect(near.centre == 0)
    #expect(near.groups.last == .init(name: "", tint: 5))
    #expect(near.nodes.map(\.group) == [2, 1, 0])
    #expect(near.edges.count == 3)
  }

  @Test func showsAGroupWithTheNearestOfOthers() {
    let all = graph([0, 0, 1, 1, 2], [(0, 1), (1, 2), (1, 2), (0, 3), (2, 3), (0, 4), (1, 4)])
    let near = all.surroundings(ofGroup: 0, limit: 2)
    #expect(near.nodes.map(\.label) == ["N0", "N1", "N2", "N4"])
    #expect(
      near.edges == [
        .init(from: 0, to: 1), .init(from: 0, to: 3), .init(from: 1, to: 2, weight: 2),
        .init(from: 1, to: 3),
      ])
    #expect(all.surroundings(ofGroup: 7).nodes.isEmpty)
  }

  @Test func makesOneNodeOfEachGroup() {
    let small = graph([0, 0, 2], [(0, 1), (0, 2), (1, 2)])
    let groups = small.groups.enumerated().map {
      RelationGraph.Group(name: $1.name, address: "g\($0)/", tint: $1.tint)
    }
    let overview = RelationGraph(nodes: small.nodes, groups: groups, edges: small.edges)
      .ofGroups { "\($0) services" }
    #expect(overview.nodes.map(\.label) == ["G0", "G2"])
    #expect(overview.nodes.map(\.address) == ["g0/", "g2/"])
    #expect(overview.nodes.map(\.detail) == ["2 services", "1 services"])
    #expect(overview.groups.map(\.tint) == [0, 2])
    #expect(overview.edges == [.init(from: 0, to: 1, weight: 2)])
  }

  @Test func keepsAnEdgeThatIsAmongTheStrongestOfOneOfItsEnds() {
    let star = graph([0, 0, 0, 0], [(0, 1), (0, 2), (0, 3), (0, 3), (1, 2), (1, 2), (1, 2)])
    let kept = star.thinned(to: 1).edges
    #expect(kept == [.init(from: 0, to: 3, weight: 2), .init(from: 1, to: 2, weight: 3)])
  }

  @Test func leavesANodeWithoutNeighboursAlone() {
    let near = graph([0, 1], []).neighbourhood(of: 1)
    #expect(near.nodes.count == 1)
    #expect(MapLayout(near, width: 360).boxes.count == 1)
  }
}
