/// Draws the edges as smooth curves.
struct PathDrawer {
  private let placer: Placer
  private let arrangement: Arrangement
  private let strands: [[Strand]]
  /// For each gutter and pair of groups, the middle height of the edges between them, which draws them together.
  private var bundles: [[Int]: Double] = [:]
  /// For each column and height, the edges that pass there, in the order of their lanes.
  private var passages: [[Double]: [Int]] = [:]

  /// The length of the longest bow of its kind: for each column, within groups and between them.
  private var longestBows: [[Int]: Double] = [:]

  /// How far edges between the same groups are drawn together: 0 not at all, 1 to a point.
  private static let bundling = 0.4

  init(_ placer: Placer) {
    self.placer = placer
    arrangement = placer.arrangement
    strands = placer.arrangement.graph.edges.map { placer.arrangement.strands(of: $0) }
    gather()
  }

  private mutating func gather() {
    var sums: [[Int]: (sum: Double, count: Double)] = [:]
    for (number, strands) in strands.enumerated() {
      for (index, strand) in strands.enumerated() {
        guard strand.shape == .across else {
          let kind = bowKind(number, strand)
          longestBows[kind] = max(longestBows[kind] ?? 0, strand.second - strand.first)
          continue
        }
        let key = key(number, strand)
        let old = sums[key] ?? (0, 0)
        sums[key] = (old.sum + (strand.first + strand.second) / 2, old.count + 1)
        guard index + 1 < strands.count else { continue }
        passages[[Double(strand.gutter), strand.second], default: []].append(number)
      }
    }
    bundles = sums.mapValues { $0.sum / $0.count }
    for (key, edges) in passages {
      // Edges that come from above run above.
      passages[key] = edges.sorted { one, other in
        let (first, second) = (slope(one), slope(other))
        return (first, one) < (second, other)
      }
    }
  }

  private func bowKind(_ edge: Int, _ strand: Strand) -> [Int] {
    [strand.gutter, Int(strand.shape.rawValue), isInside(edge) ? 1 : 0]
  }

  private func isInside(_ edge: Int) -> Bool { arrangement.isInside(arrangement.graph.edges[edge]) }

  private func slope(_ edge: Int) -> Double {
    (strands[edge].first?.first ?? 0) + (strands[edge].last?.second ?? 0)
  }

  private func key(_ edge: Int, _ strand: Strand) -> [Int] {
    let nodes = arrangement.graph.nodes
    let edge = arrangement.graph.edges[edge]
    let groups = [nodes[edge.from].group, nodes[edge.to].group].sorted()
    return [strand.gutter] + groups
  }

  /// The paths of all edges.
  var paths: [MapLayout.Path] { arrangement.graph.edges.indices.map(path) }

  private func path(_ edge: Int) -> MapLayout.Path {
    let strands = strands[edge]
    if let strand = strands.first, strand.shape != .across { return bow(edge, strand) }
    var start = MapLayout.Point(x: 0, y: 0)
    var curves: [MapLayout.Curve] = []
    for (index, strand) in strands.enumerated() {
      let isFirst = index == 0
      let isLast = index == strands.count - 1
      let left = strand.gutter - 1
      let from = MapLayout.Point(
        x: isFirst
          ? placer.boxLefts[left] + placer.boxWidths[left] : placer.areaSides[left].upperBound,
        y: isFirst ? strand.first : lane(edge, strands[index - 1]))
      let to = MapLayout.Point(
        x: isLast ? placer.boxLefts[left + 1] : placer.areaSides[left + 1].lowerBound,
        y: isLast ? strand.second : lane(edge, strand))
      if isFirst {
        start = from
      } else if let end = curves.last?.end {
        // Straight past a column.
        curves.append(MapLayout.Curve(control1: end, control2: from, end: from))
      }
      curves.append(across(from, to, isFree: isFirst && isLast, bundle: bundles[key(edge, strand)]))
    }
    return MapLayout.Path(start: start, curves: curves)
  }

  /// Where an edge passes a column, beside the others that pass there.
  private func lane(_ edge: Int, _ strand: Strand) -> Double {
    let edges = passages[[Double(strand.gutter), strand.second]] ?? []
    let place = Double(edges.firstIndex(of: edge) ?? 0) - Double(edges.count - 1) / 2
    return strand.second + place * min(3, (Measures.areaGap - 8) / Double(max(1, edges.count)))
  }

  private func across(
    _ from: MapLayout.Point, _ to: MapLayout.Point, isFree: Bool, bundle: Double?
  ) -> MapLayout.Curve {
    let reach = (to.x - from.x) / 2
    let strength = isFree ? Self.bundling : 0
    let middle = bundle ?? (from.y + to.y) / 2
    return MapLayout.Curve(
      control1: MapLayout.Point(x: from.x + reach, y: from.y + (middle - from.y) * strength),
      control2: MapLayout.Point(x: to.x - reach, y: to.y + (middle - to.y) * strength), end: to)
  }

  // MARK: - Bows

  /// A bow: the longer, the further out, so that one within another does not touch it.
  private func bow(_ edge: Int, _ strand: Strand) -> MapLayout.Path {
    let relation = arrangement.graph.edges[edge]
    let column = arrangement.columns[relation.from]
    let isLeft = strand.shape == .bowRight
    let x = isLeft ? placer.boxLefts[column] : placer.boxLefts[column] + placer.boxWidths[column]
    let side = placer.areaSides[column]
    let toBorder = isLeft ? x - side.lowerBound : side.upperBound - x
    let reach: ClosedRange<Double> =
      if isInside(edge) {
        9...max(9, toBorder - 4)
      } else {
        toBorder + 6...toBorder + max(8, room(strand.gutter) - 3)
      }
    let longest = longestBows[bowKind(edge, strand)] ?? 1
    let share = ((strand.second - strand.first) / max(longest, 1)).squareRoot()
    let out = reach.lowerBound + (reach.upperBound - reach.lowerBound) * share * share.squareRoot()
    // The apex of the curve is three quarters out to its control points.
    let control = isLeft ? x - out / 0.75 : x + out / 0.75
    return MapLayout.Path(
      start: MapLayout.Point(x: x, y: strand.first),
      curves: [
        MapLayout.Curve(
          control1: MapLayout.Point(x: control, y: strand.first),
          control2: MapLayout.Point(x: control, y: strand.second),
          end: MapLayout.Point(x: x, y: strand.second))
      ])
  }

  /// How far bows may run into a gutter.
  private func room(_ gutter: Int) -> Double {
    if gutter == 0 { return placer.outside.left }
    return gutter == placer.boxLefts.count ? placer.outside.right : placer.gutter * 0.45
  }
}
