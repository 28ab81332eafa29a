extension RelationGraph {
  /// The most nodes that one map shows.
  public static let mostNodes = 250

  /// The graph of the nodes with the most edges, and of the edges between them.
  ///
  /// - Parameter count: How many nodes to keep; among equals, the first.
  /// - Returns: The nodes in their order; the graph itself where it has no more.
  /// - Complexity: O(nodes · log nodes + edges · log edges)
  public func mostLinked(_ count: Int = mostNodes) -> RelationGraph {
    guard nodes.count > count else { return self }
    let degrees = degrees
    let order = nodes.indices.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
    return keeping(order.prefix(max(0, count)).sorted())
  }

  /// A node and the nodes nearest to it, with all edges between them.
  ///
  /// - Parameters:
  ///   - node: The place of the node in `nodes`; in the result it is the first, and the centre.
  ///   - limit: How many neighbours to keep: those of the greatest weight, then those with the most edges.
  /// - Returns: Nothing but the node where it has no neighbours.
  /// - Precondition: The node exists.
  /// - Complexity: O(nodes · log nodes + edges · log edges)
  public func neighbourhood(of node: Int, limit: Int = 12) -> RelationGraph {
    precondition(nodes.indices.contains(node), "no such node")
    let degrees = degrees
    var weights: [Int: Int] = [:]
    for edge in edges {
      if edge.from == node { weights[edge.to] = edge.weight }
      if edge.to == node { weights[edge.from] = edge.weight }
    }
    let nearest = weights.sorted {
      (-$0.value, -degrees[$0.key], $0.key) < (-$1.value, -degrees[$1.key], $1.key)
    }
    let kept = [node] + nearest.prefix(max(0, limit)).map(\.key).sorted()
    return keeping(kept, centre: 0)
  }

  /// How many edges each node has.
  var degrees: [Int] {
    var degrees = [Int](repeating: 0, count: nodes.count)
    for edge in edges {
      degrees[edge.from] += 1
      degrees[edge.to] += 1
    }
    return degrees
  }

  /// Some of the nodes, in this order.
  ///
  /// A centre gets a group of its own, which has no name.
  private func keeping(_ kept: [Int], centre: Int? = nil) -> RelationGraph {
    var places = [Int?](repeating: nil, count: nodes.count)
    for (place, node) in kept.enumerated() { places[node] = place }
    var nodes = kept.map { self.nodes[$0] }
    var groups = groups
    if let centre {
      groups.append(Group(name: "", tint: groups[nodes[centre].group].tint))
      nodes[centre].group = groups.count - 1
    }
    return RelationGraph(
      nodes: nodes, groups: groups,
      edges: edges.compactMap { edge in
        guard let from = places[edge.from], let to = places[edge.to] else { return nil }
        return Edge(from: from, to: to, weight: edge.weight)
      }, centre: centre)
  }
}
