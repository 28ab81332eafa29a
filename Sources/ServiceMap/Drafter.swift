internal import Memory

/// Makes a layout: chooses the columns, arranges groups and nodes, and gives everything its place.
struct Drafter {
  private let graph: RelationGraph
  private let width: Double
  private let lines: [[String]]
  private let columnCount: Int

  init(_ graph: RelationGraph, width: Double) {
    self.graph = graph
    self.width = width
    let counts = graph.nodes.reduce(into: [Int](repeating: 0, count: graph.groups.count)) {
      $0[$1.group] += 1
    }
    let groupCount = counts.count { $0 > 0 }
    let widest = graph.nodes.map { textWidth($0.label) * Measures.font }.max() ?? 0
    let around = 2 * (Measures.boxPadding + Measures.areaPadding) + Measures.bow.upperBound
    let column = min(widest, Measures.widestLabel) + around
    if graph.centre == nil {
      let gutter = Measures.gutter.lowerBound
      let fitting = Int((width - Measures.rail.upperBound + gutter) / (column + gutter))
      // Two columns of five boxes are harder to read than one of ten.
      columnCount = max(1, min(fitting, 4, groupCount, (graph.nodes.count + 6) / 9))
    } else {
      let fits = 3 * column - Measures.bow.upperBound + 2 * Measures.spoke <= width
      columnCount = fits ? min(3, groupCount) : 1
    }
    let limit = columnCount > 1 ? Measures.widestLabel : min(220, width - around - 64)
    lines = graph.nodes.map { labelLines($0.label, width: limit / Measures.font) }
  }

  var layout: MapLayout {
    var generator = SplitMix64(seed: 5)
    let sorter = sorted(using: &generator)
    let placer = Placer(sorter.arrangement, lines: lines, width: width)
    return placer.layout(crossings: sorter.crossings)
  }

  /// The best of a few arrangements of the groups, its nodes in the best order that was found.
  private func sorted(using generator: inout SplitMix64) -> NodeSorter {
    let boxHeights = lines.map { Measures.boxHeight(lines: $0.count) }
    var members = [[Int]](repeating: [], count: graph.groups.count)
    for (number, node) in graph.nodes.enumerated() { members[node.group].append(number) }
    let heights = members.indices.map { group in
      Measures.areaGap
        + Arrangement.areaHeight(
          graph.groups[group].name, boxes: members[group].map { boxHeights[$0] })
    }
    let arranger = GroupArranger(
      weights: weights, heights: heights,
      centre: graph.centre.map { graph.nodes[$0].group }, columnCount: columnCount)
    let groups = members.indices.filter { !members[$0].isEmpty }
    let draft = { (grouping: Grouping) in
      NodeSorter(
        Arrangement(graph, grouping: grouping, boxHeights: boxHeights, members: members))
    }
    var grouping = arranger.arranged(groups, using: &generator)
    var best = draft(grouping)
    var cost = best.cost + arranger.cost(grouping) / 100
    let movable = groups.filter { $0 != arranger.centre }
    // What the groups cost says nothing of crossings: try others near it, with their nodes sorted.
    let tries = min(5 * movable.count * movable.count, 90_000 / (graph.edges.count + 100))
    for _ in 0..<tries where movable.count > 1 {
      let next = arranger.neighbour(of: grouping, movable: movable, using: &generator)
      let sorter = draft(next)
      let nextCost = sorter.cost + arranger.cost(next) / 100
      if nextCost < cost { (best, grouping, cost) = (sorter, next, nextCost) }
    }
    best.anneal(using: &generator)
    return best
  }

  /// The weights of the edges between groups.
  private var weights: [[Double]] {
    let count = graph.groups.count
    var weights = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for edge in graph.edges {
      let (one, other) = (graph.nodes[edge.from].group, graph.nodes[edge.to].group)
      guard one != other else { continue }
      weights[one][other] += Double(edge.weight)
      weights[other][one] += Double(edge.weight)
    }
    return weights
  }
}
