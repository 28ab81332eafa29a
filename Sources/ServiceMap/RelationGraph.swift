/// Services and what relates them: what a map is drawn from.
public struct RelationGraph: Hashable, Sendable {
  /// What the map shows as a box of its own: a service.
  public struct Node: Hashable, Sendable {
    /// The name, short enough for a box.
    public var label: String
    /// Where the box leads.
    public var address: String
    /// Its group's place in `groups`.
    public var group: Int
    /// More than the label says, shown when the pointer rests on the box: the name in full.
    public var detail: String?

    /// Creates a node.
    public init(label: String, address: String, group: Int, detail: String? = nil) {
      self.label = label
      self.address = address
      self.group = group
      self.detail = detail
    }
  }

  /// Nodes that are shown together: a category.
  public struct Group: Hashable, Sendable {
    /// The name, shown above the boxes; none where it is empty.
    public var name: String
    /// Where the name leads, if anywhere.
    public var address: String?
    /// The number of its tint, which becomes the class `map-tint-3`.
    public var tint: Int

    /// Creates a group.
    public init(name: String, address: String? = nil, tint: Int) {
      self.name = name
      self.address = address
      self.tint = tint
    }
  }

  /// A relation between two nodes; it has no direction.
  public struct Edge: Hashable, Sendable {
    /// The place of one end in `nodes`.
    public var from: Int
    /// The place of the other.
    public var to: Int
    /// How close the relation is, from 1.
    public var weight: Int

    /// Creates an edge.
    public init(from: Int, to: Int, weight: Int = 1) {
      self.from = from
      self.to = to
      self.weight = weight
    }
  }

  /// The nodes.
  public let nodes: [Node]
  /// The groups; one may be empty.
  public let groups: [Group]
  /// The edges, one for a pair, in ascending order of their ends.
  public let edges: [Edge]
  /// The node that all others are shown around, in a neighbourhood.
  public let centre: Int?

  /// Creates a graph.
  ///
  /// Edges between the same nodes become one, of the sum of their weights; loops, and edges that lead nowhere,
  /// are dropped. A node whose group does not exist goes to the nearest that does.
  ///
  /// - Complexity: O(nodes + edges · log edges)
  public init(nodes: [Node], groups: [Group], edges: [Edge]) {
    self.init(nodes: nodes, groups: groups, edges: edges, centre: nil)
  }

  init(nodes: [Node], groups: [Group], edges: [Edge], centre: Int?) {
    self.groups = groups.isEmpty ? [Group(name: "", tint: 0)] : groups
    let last = self.groups.count - 1
    self.nodes = nodes.map { node in
      var node = node
      node.group = min(max(node.group, 0), last)
      return node
    }
    var weights: [[Int]: Int] = [:]
    for edge in edges
    where edge.from != edge.to && nodes.indices.contains(edge.from)
      && nodes.indices.contains(edge.to)
    {
      weights[[min(edge.from, edge.to), max(edge.from, edge.to)], default: 0] += max(1, edge.weight)
    }
    self.edges = weights.map { Edge(from: $0.key[0], to: $0.key[1], weight: $0.value) }
      .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    self.centre = centre
  }
}
