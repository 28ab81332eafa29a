/// Gives an arrangement its places from left to right.
struct Placer {
  let arrangement: Arrangement
  private let lines: [[String]]
  /// Where the boxes of each column begin, and how wide they are.
  private(set) var boxLefts: [Double] = []
  private(set) var boxWidths: [Double] = []
  /// Where the areas of each column begin and end.
  private(set) var areaSides: [ClosedRange<Double>] = []
  /// The room in them for bows, and whether it lies left of the boxes.
  private var bows: [(width: Double, isLeft: Bool)] = []
  /// The room outside of the first and the last column, and between two.
  private(set) var outside: (left: Double, right: Double) = (0, 0)
  private(set) var gutter = 0.0

  init(_ arrangement: Arrangement, lines: [[String]], width: Double) {
    self.arrangement = arrangement
    self.lines = lines
    let count = arrangement.grouping.columns.count
    var widths = [Double](repeating: Measures.narrowestBox, count: count)
    for (node, column) in arrangement.columns.enumerated() {
      let label = lines[node].map { textWidth($0) }.max() ?? 0
      widths[column] = max(
        widths[column], (label * Measures.font + 2 * Measures.boxPadding).rounded(.up))
    }
    for (column, groups) in arrangement.grouping.columns.enumerated() {
      bows.append(Self.bow(beside: groups, arrangement))
      // A name may be as wide as the boxes and the bows.
      for group in groups {
        let name = textWidth(arrangement.graph.groups[group].name) * Measures.nameFont
        let wanted = min(name, Measures.widestLabel + Measures.bow.upperBound)
        widths[column] = max(widths[column], (wanted - bows[column].width).rounded(.up))
      }
    }
    let rails = rails()
    let areas = zip(widths, bows).map { $0 + $1.width + 2 * Measures.areaPadding }
    let free = width - areas.reduce(0, +) - 2 * Measures.margin
    place(widths, areas: areas, rails: rails, free: free)
  }

  /// The room that bows within the groups of a column take, and whether it lies left of the boxes.
  private static func bow(
    beside groups: [Int], _ arrangement: Arrangement
  ) -> (width: Double, isLeft: Bool) {
    var counts: [Int: Int] = [:]
    var isLeft = false
    for edge in arrangement.graph.edges where arrangement.isInside(edge) {
      let group = arrangement.graph.nodes[edge.from].group
      guard groups.contains(group) else { continue }
      counts[group, default: 0] += 1
      isLeft = arrangement.side(of: edge).shape == .bowRight
    }
    guard let most = counts.values.max() else { return (0, false) }
    let width = Measures.bow.lowerBound + 2 * Double(most - 1)
    return (min(width, Measures.bow.upperBound), isLeft)
  }

  /// How many bows between groups run outside of the first column, and of the last.
  private func rails() -> (left: Int, right: Int) {
    var rails = (left: 0, right: 0)
    let last = arrangement.grouping.columns.count
    for edge in arrangement.graph.edges
    where !arrangement.isInside(edge)
      && arrangement.columns[edge.from] == arrangement.columns[edge.to]
    {
      let side = arrangement.side(of: edge)
      if side.gutter == 0 { rails.left += 1 }
      if side.gutter == last { rails.right += 1 }
    }
    return rails
  }

  private mutating func place(
    _ widths: [Double], areas: [Double], rails: (left: Int, right: Int), free: Double
  ) {
    let gutters = Double(widths.count - 1)
    let least = arrangement.graph.centre == nil ? Measures.gutter.lowerBound : Measures.spoke
    let wanted = { (count: Int) in
      count == 0 ? 0 : min(Measures.rail.lowerBound + 6 * Double(count), Measures.rail.upperBound)
    }
    let (left, right) = (wanted(rails.left), wanted(rails.right))
    // Where there is not enough room for both, each gets its part.
    let share = min(1, max(free - gutters * least, 0) / max(left + right, 1))
    outside = ((left * share).rounded(.down), (right * share).rounded(.down))
    if gutters > 0 {
      let gutter = (free - outside.left - outside.right) / gutters
      self.gutter = min(max(gutter, Measures.spoke), Measures.gutter.upperBound)
    }
    var x = Measures.margin + outside.left
    for (column, width) in widths.enumerated() {
      areaSides.append(x...x + areas[column])
      boxLefts.append(x + Measures.areaPadding + (bows[column].isLeft ? bows[column].width : 0))
      boxWidths.append(width)
      x += areas[column] + gutter
    }
  }

  /// The layout, moved so that everything lies within it.
  func layout(crossings: Int) -> MapLayout {
    let graph = arrangement.graph
    let paths = PathDrawer(self).paths
    // A cubic curve lies within its control points.
    let heights = paths.lazy.flatMap { path in
      path.curves.flatMap { [$0.control1.y, $0.control2.y, $0.end.y] }
    }
    let top = min(0, heights.min() ?? 0).rounded(.down) - Measures.margin
    let bottom = max(arrangement.height, heights.max() ?? 0).rounded(.up) + Measures.margin
    var layout = MapLayout(
      graph: graph,
      width: (areaSides.last?.upperBound ?? 0) + outside.right + Measures.margin,
      height: bottom - top, boxes: [],
      areas: graph.groups.indices.map { arrangement.members[$0].isEmpty ? nil : area($0, top) },
      paths: paths.map { $0.moved(down: -top) }, members: arrangement.members,
      columns: arrangement.grouping.columns, crossings: crossings)
    layout.boxes = graph.nodes.indices.map { node in
      let height = arrangement.boxHeights[node]
      let column = arrangement.columns[node]
      return MapLayout.Box(
        frame: MapLayout.Frame(
          x: boxLefts[column], y: arrangement.middles[node] - height / 2 - top,
          width: boxWidths[column], height: height), lines: lines[node])
    }
    return layout
  }

  private func area(_ group: Int, _ top: Double) -> MapLayout.Frame? {
    guard let node = arrangement.members[group].first else { return nil }
    let sides = areaSides[arrangement.columns[node]]
    let heights = arrangement.areas[group]
    return MapLayout.Frame(
      x: sides.lowerBound, y: heights.lowerBound - top,
      width: sides.upperBound - sides.lowerBound, height: heights.upperBound - heights.lowerBound)
  }
}

extension MapLayout.Path {
  fileprivate func moved(down distance: Double) -> Self {
    var path = self
    path.start.y += distance
    for index in path.curves.indices {
      path.curves[index].control1.y += distance
      path.curves[index].control2.y += distance
      path.curves[index].end.y += distance
    }
    return path
  }
}
