import ServiceMap
import Testing

@Suite struct CrossingTests {
  /// Graphs that can be drawn without a crossing in two columns.
  @Test(arguments: [4, 8, 12])
  func drawsALadderWithoutACrossing(count: Int) {
    // The steps join the first of one group with the last of the other.
    let ladder = graph(
      [Int](repeating: 0, count: count) + [Int](repeating: 1, count: count),
      (0..<count).map { ($0, 2 * count - 1 - $0) })
    let layout = MapLayout(ladder, width: 720)
    #expect(layout.columns.count == (count > 4 ? 2 : 1))
    #expect(layout.crossings == 0)
  }

  @Test func drawsAChainWithinAGroupWithoutACrossing() {
    let order = [0, 5, 2, 7, 1, 6, 3, 4]
    let chain = graph([Int](repeating: 0, count: 8), zip(order, order.dropFirst()).map { ($0, $1) })
    #expect(MapLayout(chain, width: 360).crossings == 0)
  }

  @Test func drawsACentreAndItsNeighboursWithoutACrossing() {
    let star = graph([0, 0, 0, 1, 1, 2, 2], (1..<7).map { (0, $0) }).neighbourhood(of: 0)
    for width in [360, 720] { #expect(MapLayout(star, width: width).crossings == 0) }
  }

  @Test func countsWhatMustCross() {
    // Four nodes in a column, each linked with each: two of the six bows overlap.
    let complete = graph([0, 0, 0, 0], [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])
    #expect(MapLayout(complete, width: 360).crossings == 1)
  }

  @Test func putsLinkedGroupsNextToEachOther() {
    // A chain of groups of five nodes each, given out of order.
    let place = [2, 0, 3, 1]
    let nodes = (0..<20).map { place[$0 / 5] }
    let first = { (group: Int) in place.firstIndex(of: group)! * 5 }
    let edges = (0..<3).flatMap { group in
      (0..<5).map { (first(group) + $0, first(group + 1) + $0) }
    }
    let layout = MapLayout(graph(nodes, edges), width: 360)
    #expect(layout.columns == [[0, 1, 2, 3]] || layout.columns == [[3, 2, 1, 0]])
  }
}
