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

  /// How many neighbours the map of a node shows.
  public static let mostNeighbours = 12

  /// A node and the nodes nearest to it, with all edges between them.
  ///
  /// - Parameters:
  ///   - node: The place of the node in `nodes`; in the result it is the first, and the centre.
  ///   - limit: How many neighbours to keep: those of the greatest weight, then those with the most edges.
  /// - Returns: Nothing but the node where it has no neighbours.
  /// - Precondition: The node exists.
  /// - Complexity: O(nodes · log nodes + edges · log edges)
  public func neighbourhood(of node: Int, limit: Int = mostNeighbours) -> RelationGraph {
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

  /// The nodes of a group, and the nodes of others that are nearest to them.
  ///
  /// - Parameters:
  ///   - group: The place of the group in `groups`.
  ///   - limit: How many nodes of other groups to keep: those of the greatest weight towards the group.
  /// - Returns: Only edges with an end in the group; no node where the group has none.
  /// - Complexity: O(nodes · log nodes + edges · log edges)
  public func surroundings(ofGroup group: Int, limit: Int = 12) -> RelationGraph {
    let isMember = nodes.map { $0.group == group }
    var weights: [Int: Int] = [:]
    for edge in edges where isMember[edge.from] != isMember[edge.to] {
      weights[isMember[edge.from] ? edge.to : edge.from, default: 0] += edge.weight
    }
    let nearest = weights.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    let outside = Set(nearest.prefix(max(0, limit)).map(\.key))
    let own = RelationGraph(
      nodes: nodes, groups: groups,
      edges: edges.filter { isMember[$0.from] || isMember[$0.to] })
    return own.keeping(nodes.indices.filter { isMember[$0] || outside.contains($0) })
  }

  /// The groups that have nodes as the nodes of a graph of their own, related as closely as their nodes are.
  ///
  /// - Parameter detail: What a node says of its group beside its name, given how many nodes the group has.
  /// - Returns: A node for each group that has an address; each stands in an area of its own, without a name.
  /// - Complexity: O(nodes + edges · log edges)
  public func ofGroups(detail: (Int) -> String) -> RelationGraph {
    var counts = [Int](repeating: 0, count: groups.count)
    for node in nodes { counts[node.group] += 1 }
    var places = [Int?](repeating: nil, count: groups.count)
    var kept: [Node] = []
    for (place, group) in groups.enumerated() where counts[place] > 0 {
      guard let address = group.address else { continue }
      places[place] = kept.count
      kept.append(
        Node(
          label: group.name, address: address, group: kept.count, detail: detail(counts[place])))
    }
    return RelationGraph(
      nodes: kept,
      groups: groups.indices.filter { places[$0] != nil }.map {
        Group(name: "", tint: groups[$0].tint)
      },
      edges: edges.compactMap { edge in
        guard let from = places[nodes[edge.from].group], let to = places[nodes[edge.to].group]
        else { return nil }
        return Edge(from: from, to: to, weight: edge.weight)
      })
  }

  /// The strongest edges of each node: a map of all would be read by nobody.
  ///
  /// - Parameter count: How many of each node's edges to keep; among equals, the first.
  /// - Returns: All nodes; an edge stays where it is among the strongest of one of its ends.
  /// - Complexity: O(edges · log edges)
  public func thinned(to count: Int) -> RelationGraph {
    var strongest: [[Edge]] = nodes.map { _ in [] }
    for edge in edges {
      strongest[edge.from].append(edge)
      strongest[edge.to].append(edge)
    }
    var kept: Set<Edge> = []
    for edges in strongest {
      kept.formUnion(
        edges.sorted { ($1.weight, $0.from, $0.to) < ($0.weight, $1.from, $1.to) }.prefix(count))
    }
    return RelationGraph(
      nodes: nodes, groups: groups, edges: edges.filter(kept.contains), centre: centre)
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

  /// Some of the nodes, in this order, and their groups.
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
    // What a map takes to lay out grows with the square of its groups.
    let used = Set(nodes.map(\.group)).sorted()
    var numbers = [Int](repeating: 0, count: groups.count)
    for (number, group) in used.enumerated() { numbers[group] = number }
    for place in nodes.indices { nodes[place].group = numbers[nodes[place].group] }
    groups = used.map { groups[$0] }
    return RelationGraph(
      nodes: nodes, groups: groups,
      edges: edges.compactMap { edge in
        guard let from = places[edge.from], let to = places[edge.to] else { return nil }
        return Edge(from: from, to: to, weight: edge.weight)
      }, centre: centre)
  }
}
