internal import Memory

/// Orders the nodes within their groups so that few edges cross and edges are short.
struct NodeSorter {
  private(set) var arrangement: Arrangement
  /// The strands of all edges, gutter by gutter, each with its edge.
  private var gutters: [[(strand: Strand, edge: Int)]]
  /// Where the strands of an edge are.
  private var places: [[(gutter: Int, index: Int)]] = []
  /// The edges of each node.
  private var edgesOfNodes: [[Int]]

  /// What a unit of length costs beside a crossing: a box's height and gap are worth a sixth of one.
  private static let lengthCost = 1 / 6 / (Measures.boxHeight + Measures.boxGap)

  init(_ arrangement: Arrangement) {
    self.arrangement = arrangement
    let graph = arrangement.graph
    gutters = Array(repeating: [], count: arrangement.grouping.columns.count + 1)
    edgesOfNodes = Array(repeating: [], count: graph.nodes.count)
    for (number, edge) in graph.edges.enumerated() {
      edgesOfNodes[edge.from].append(number)
      edgesOfNodes[edge.to].append(number)
    }
    sortByBarycentre(rounds: 6)
    index()
  }

  private mutating func index() {
    places = []
    for gutter in gutters.indices { gutters[gutter] = [] }
    for (number, edge) in arrangement.graph.edges.enumerated() {
      places.append(
        arrangement.strands(of: edge).map { strand in
          gutters[strand.gutter].append((strand, number))
          return (strand.gutter, gutters[strand.gutter].count - 1)
        })
    }
  }

  // MARK: - Costs

  /// How many pairs of edges cross.
  ///
  /// - Complexity: O(edges²)
  var crossings: Int {
    gutters.reduce(0) { sum, strands in
      sum
        + strands.indices.reduce(0) { sum, index in
          sum + strands[..<index].count { $0.strand.crosses(strands[index].strand) }
        }
    }
  }

  /// Crossings, and the length of edges.
  var cost: Double {
    Double(crossings) + arrangement.graph.edges.indices.reduce(0) { $0 + length(of: $1) }
  }

  private func length(of edge: Int) -> Double {
    places[edge].reduce(0) { sum, place in
      let strand = gutters[place.gutter][place.index].strand
      return sum + abs(strand.first - strand.second) * Self.lengthCost
    }
  }

  /// What some edges cost: their length, their crossings with others and among themselves.
  private func cost(of edges: [Int], marks: [Bool]) -> Double {
    var crossings = 0
    var shared = 0
    var length = 0.0
    for edge in edges {
      length += self.length(of: edge)
      for place in places[edge] {
        let strand = gutters[place.gutter][place.index].strand
        for other in gutters[place.gutter] where strand.crosses(other.strand) {
          if marks[other.edge] { shared += 1 } else { crossings += 1 }
        }
      }
    }
    return Double(crossings) + Double(shared) / 2 + length
  }

  // MARK: - Sorting

  /// Sorts each group by the mean height of what its nodes are linked with.
  private mutating func sortByBarycentre(rounds: Int) {
    for _ in 0..<rounds {
      for group in arrangement.members.indices where arrangement.members[group].count > 1 {
        let keys = arrangement.members[group].map { node in
          let edges = edgesOfNodes[node]
          guard !edges.isEmpty else { return (y: arrangement.middles[node], node: node) }
          let sum = edges.reduce(0.0) { sum, number in
            let edge = arrangement.graph.edges[number]
            return sum + arrangement.middles[edge.from == node ? edge.to : edge.from]
          }
          return (y: sum / Double(edges.count), node: node)
        }
        arrangement.reorder(group, keys.sorted { ($0.y, $0.node) < ($1.y, $1.node) }.map(\.node))
      }
    }
  }

  /// Exchanges nodes of a group at random, and keeps what is better or hardly worse.
  ///
  /// - Complexity: O(steps · edges of a node · edges); the steps are so many that this stays below a bound.
  mutating func anneal(using generator: inout SplitMix64) {
    let groups = arrangement.members.indices.filter { arrangement.members[$0].count > 1 }
    let graph = arrangement.graph
    guard !groups.isEmpty, !graph.edges.isEmpty else { return }
    let work = 8 * graph.edges.count * graph.edges.count / graph.nodes.count / gutters.count
    let steps = min(60 * graph.nodes.count, 12_000_000 / (work + 100))
    var marks = [Bool](repeating: false, count: graph.edges.count)
    for step in 0..<steps {
      let group = groups[generator.next(below: groups.count)]
      let count = arrangement.members[group].count
      let first = generator.next(below: count)
      let second = (first + 1 + generator.next(below: min(4, count - 1))) % count
      let threshold = 3 * Double(steps - step) / Double(steps) - 0.5
      exchange(group, first, second, threshold: max(0, threshold), marks: &marks)
    }
  }

  private mutating func exchange(
    _ group: Int, _ first: Int, _ second: Int, threshold: Double, marks: inout [Bool]
  ) {
    let one = arrangement.members[group][first]
    let other = arrangement.members[group][second]
    guard arrangement.boxHeights[one] == arrangement.boxHeights[other] else { return }
    var edges = edgesOfNodes[one]
    for edge in edges { marks[edge] = true }
    for edge in edgesOfNodes[other] where !marks[edge] {
      marks[edge] = true
      edges.append(edge)
    }
    let before = cost(of: edges, marks: marks)
    arrangement.swap(group, first, second)
    update(edges)
    if cost(of: edges, marks: marks) > before + threshold - 1e-9 {
      arrangement.swap(group, first, second)
      update(edges)
    }
    for edge in edges { marks[edge] = false }
  }

  private mutating func update(_ edges: [Int]) {
    for edge in edges {
      let strands = arrangement.strands(of: arrangement.graph.edges[edge])
      for (place, strand) in zip(places[edge], strands) {
        gutters[place.gutter][place.index].strand = strand
      }
    }
  }
}
