/// Where everything stands from top to bottom, before it is drawn: groups in columns, nodes in groups.
struct Arrangement {
  let graph: RelationGraph
  let grouping: Grouping
  /// The column of each node.
  let columns: [Int]
  /// The height of each node's box.
  let boxHeights: [Double]
  /// The nodes of each group, from top to bottom.
  private(set) var members: [[Int]]
  /// The middle of each node's box.
  private(set) var middles: [Double]
  /// The top and bottom of each group's area.
  private(set) var areas: [ClosedRange<Double>]
  private(set) var height = 0.0

  init(_ graph: RelationGraph, grouping: Grouping, boxHeights: [Double], members: [[Int]]) {
    self.graph = graph
    self.grouping = grouping
    self.boxHeights = boxHeights
    self.members = members
    let columnsOfGroups = grouping.columnsOfGroups(count: graph.groups.count)
    columns = graph.nodes.map { columnsOfGroups[$0.group] ?? 0 }
    middles = [Double](repeating: 0, count: graph.nodes.count)
    areas = [ClosedRange<Double>](repeating: 0...0, count: graph.groups.count)
    stack()
  }

  /// How high a group's area is.
  static func areaHeight(_ name: String, boxes: [Double]) -> Double {
    let gaps = Double(max(0, boxes.count - 1)) * Measures.boxGap
    let above = name.isEmpty ? Measures.areaPadding : Measures.nameHeight
    return above + boxes.reduce(0, +) + gaps + Measures.areaPadding
  }

  private func areaHeight(_ group: Int) -> Double {
    Self.areaHeight(graph.groups[group].name, boxes: members[group].map { boxHeights[$0] })
  }

  /// Stacks the areas of each column, columns centred on each other, and the boxes in each area.
  private mutating func stack() {
    let heights = grouping.columns.map { groups in
      groups.reduce(0) { $0 + areaHeight($1) }
        + Double(max(0, groups.count - 1)) * Measures.areaGap
    }
    height = heights.max() ?? 0
    for (column, groups) in grouping.columns.enumerated() {
      var y = ((height - heights[column]) / 2).rounded()
      for group in groups {
        areas[group] = y...y + areaHeight(group)
        place(group)
        y = areas[group].upperBound + Measures.areaGap
      }
    }
  }

  private mutating func place(_ group: Int) {
    let hasName = !graph.groups[group].name.isEmpty
    var y = areas[group].lowerBound + (hasName ? Measures.nameHeight : Measures.areaPadding)
    for node in members[group] {
      middles[node] = y + boxHeights[node] / 2
      y += boxHeights[node] + Measures.boxGap
    }
  }

  // MARK: - Changing

  /// Puts the nodes of a group into another order.
  mutating func reorder(_ group: Int, _ order: [Int]) {
    members[group] = order
    place(group)
  }

  /// Exchanges two nodes of a group whose boxes are of one height.
  mutating func swap(_ group: Int, _ first: Int, _ second: Int) {
    let (one, other) = (members[group][first], members[group][second])
    members[group].swapAt(first, second)
    (middles[one], middles[other]) = (middles[other], middles[one])
  }

  // MARK: - Strands

  /// Where edges that pass a column may do so nearest to a height.
  func passage(through column: Int, near y: Double) -> Double {
    var best = y
    var distance = Double.infinity
    var top = -Double.infinity
    let groups = grouping.columns[column]
    for index in 0...groups.count {
      let isLast = index == groups.count
      let bottom = isLast ? Double.infinity : areas[groups[index]].lowerBound
      let inset = Measures.areaGap / 2
      let nearest = min(max(y, top + inset), bottom - inset)
      if abs(nearest - y) < distance { (best, distance) = (nearest, abs(nearest - y)) }
      top = isLast ? top : areas[groups[index]].upperBound
    }
    return best
  }

  /// The pieces of an edge, from left to right.
  ///
  /// Their number and gutters depend on the grouping alone.
  func strands(of edge: RelationGraph.Edge) -> [Strand] {
    var (left, right) = (edge.from, edge.to)
    if columns[left] > columns[right] { swap(&left, &right) }
    let (from, to) = (middles[left], middles[right])
    if columns[left] == columns[right] {
      let (gutter, shape) = side(of: edge)
      return [Strand(gutter: gutter, shape: shape, first: min(from, to), second: max(from, to))]
    }
    var strands: [Strand] = []
    var y = from
    for column in columns[left] + 1...columns[right] {
      let next = column == columns[right] ? to : passage(through: column, near: (from + to) / 2)
      strands.append(Strand(gutter: column, shape: .across, first: y, second: next))
      y = next
    }
    return strands
  }

  /// Whether an edge stays within a group.
  func isInside(_ edge: RelationGraph.Edge) -> Bool {
    graph.nodes[edge.from].group == graph.nodes[edge.to].group
  }

  /// The side on which an edge within a column runs: outside where the column has an outside.
  ///
  /// In a single column, edges within a group keep to the right, edges between groups to the left; around a
  /// centre, its edges to the left and all others to the right.
  func side(of edge: RelationGraph.Edge) -> (gutter: Int, shape: Strand.Shape) {
    let column = columns[edge.from]
    let isOnLeft =
      if grouping.columns.count > 1 {
        column == 0
      } else if let centre = graph.centre {
        edge.from == centre || edge.to == centre
      } else {
        !isInside(edge)
      }
    return isOnLeft ? (column, .bowRight) : (column + 1, .bowLeft)
  }

  private func swap(_ one: inout Int, _ other: inout Int) { (one, other) = (other, one) }
}
