internal import Memory

/// Which groups stand in which column, from left to right and from top to bottom.
struct Grouping: Hashable {
  var columns: [[Int]]

  /// The column of each group; `nil` where it has no nodes.
  func columnsOfGroups(count: Int) -> [Int?] {
    var places = [Int?](repeating: nil, count: count)
    for (column, groups) in columns.enumerated() {
      for group in groups { places[group] = column }
    }
    return places
  }
}

/// Finds a good grouping: linked groups near each other, columns of like height.
///
/// Threshold accepting (Dueck and Scheuer, 1990): like simulated annealing, without a logarithm, and the same on
/// every machine.
struct GroupArranger {
  /// Weights of the edges between groups, and how high each group is with the gap below it.
  let weights: [[Double]]
  let heights: [Double]
  /// A group that stands alone: in the middle, or first where there is one column.
  let centre: Int?
  let columnCount: Int
  private let totalWeight: Double

  init(weights: [[Double]], heights: [Double], centre: Int?, columnCount: Int) {
    self.weights = weights
    self.heights = heights
    self.centre = centre
    self.columnCount = columnCount
    totalWeight = weights.lazy.map { $0.reduce(0, +) }.reduce(0, +) / 2
  }

  /// The best grouping that was found.
  ///
  /// - Complexity: O(steps · groups²)
  func arranged(_ groups: [Int], using generator: inout SplitMix64) -> Grouping {
    var state = start(groups)
    let movable = groups.filter { $0 != centre }
    guard movable.count > 1 else { return state }
    var cost = cost(state)
    var (best, bestCost) = (state, cost)
    let steps = min(6000, 60 * movable.count * movable.count)
    let heat = max(cost, 1) * 0.05
    for step in 0..<steps {
      let threshold = heat * Double(steps - step) / Double(steps)
      let next = neighbour(of: state, movable: movable, using: &generator)
      let nextCost = self.cost(next)
      guard nextCost < cost + threshold else { continue }
      (state, cost) = (next, nextCost)
      if cost < bestCost { (best, bestCost) = (state, cost) }
    }
    return best
  }

  /// The groups dealt out, the highest first, each to the lowest column.
  private func start(_ groups: [Int]) -> Grouping {
    var columns = [[Int]](repeating: [], count: columnCount)
    if let centre { columns[columnCount / 2].append(centre) }
    for group in groups.sorted(by: { (-heights[$0], $0) < (-heights[$1], $1) })
    where group != centre {
      let free = columns.indices.filter {
        columnCount == 1 || !columns[$0].contains { $0 == centre }
      }
      let lowest = free.min { height(columns[$0]) < height(columns[$1]) } ?? 0
      columns[lowest].append(group)
    }
    return Grouping(columns: columns)
  }

  private func height(_ column: [Int]) -> Double { column.reduce(0) { $0 + heights[$1] } }

  /// The grouping with one group elsewhere, or two exchanged.
  func neighbour(
    of grouping: Grouping, movable: [Int], using generator: inout SplitMix64
  ) -> Grouping {
    var columns = grouping.columns
    let group = movable[generator.next(below: movable.count)]
    let other = movable[generator.next(below: movable.count)]
    let doesSwap = generator.next(below: 2) == 0
    guard let (column, place) = position(of: group, in: columns) else { return grouping }
    if doesSwap, let (otherColumn, otherPlace) = position(of: other, in: columns) {
      columns[column][place] = other
      columns[otherColumn][otherPlace] = group
    } else {
      columns[column].remove(at: place)
      var target = generator.next(below: columnCount)
      let isTaken = columnCount > 1 && columns[target].contains { $0 == centre }
      if isTaken { target = (target + 1) % columnCount }
      let first = columns[target].first == centre && centre != nil ? 1 : 0
      let count = columns[target].count + 1 - first
      columns[target].insert(group, at: first + generator.next(below: count))
    }
    return Grouping(columns: columns)
  }

  private func position(of group: Int, in columns: [[Int]]) -> (column: Int, place: Int)? {
    for (column, groups) in columns.enumerated() {
      if let place = groups.firstIndex(of: group) { return (column, place) }
    }
    return nil
  }

  /// How far linked groups are from each other, how uneven the columns are.
  func cost(_ grouping: Grouping) -> Double {
    var placed: [(group: Int, column: Int, y: Double)] = []
    var highest = 0.0
    for (column, groups) in grouping.columns.enumerated() {
      var y = -height(groups) / 2
      highest = max(highest, -2 * y)
      for group in groups {
        placed.append((group, column, y + heights[group] / 2))
        y += heights[group]
      }
    }
    var cost = 0.0
    for (index, one) in placed.enumerated() {
      for other in placed[..<index] {
        let weight = weights[one.group][other.group]
        guard weight > 0 else { continue }
        let span = abs(one.column - other.column)
        // Past a column the way is long; within one, bows take more room than lines.
        let across = span == 0 ? 90.0 : span == 1 ? 0 : 260 * Double(span - 1)
        cost += weight * (across + abs(one.y - other.y))
      }
    }
    return cost + (totalWeight + 1) * highest * 0.7
  }
}
