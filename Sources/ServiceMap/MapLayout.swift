/// Where everything of a map is drawn, in units of a pixel at full size; down and to the right is positive.
///
/// Groups are areas in columns, nodes are boxes one below the other in them, and edges run only beside boxes: in
/// the gutters between columns, outside of them, and between areas. No edge ever passes a label.
///
/// The layout is made here rather than by Graphviz: Debian has no static archive of libgvc, and the program is
/// one static executable.
public struct MapLayout: Hashable, Sendable {
  /// A rectangle.
  public struct Frame: Hashable, Sendable {
    /// The left side, the top, and the size.
    public var x, y, width, height: Double
    /// The right side.
    public var right: Double { x + width }
    /// The lower side.
    public var bottom: Double { y + height }
    /// The height halfway down.
    public var middle: Double { y + height / 2 }
  }

  /// A place.
  public struct Point: Hashable, Sendable {
    /// To the right, and down.
    public var x, y: Double
  }

  /// A node's box and its label in one line or two.
  public struct Box: Hashable, Sendable {
    /// Where the box is.
    public var frame: Frame
    /// The label; cut short, it ends with an ellipsis.
    public var lines: [String]
  }

  /// A cubic Bézier curve to a point.
  public struct Curve: Hashable, Sendable {
    /// The points that it heads for and comes from, and where it ends.
    public var control1, control2, end: Point
  }

  /// The way of an edge: curves, each beginning where the one before ends.
  public struct Path: Hashable, Sendable {
    /// Where it begins: at the side of a box.
    public var start: Point
    /// The curves; the last ends at the side of a box.
    public var curves: [Curve]
  }

  /// What was laid out; at most `RelationGraph.mostNodes` of the nodes that were given.
  public let graph: RelationGraph
  /// The size of the map; the width is at most what was asked for, unless that is below 320.
  public internal(set) var width, height: Double
  /// The boxes, in the order of `graph.nodes`.
  public internal(set) var boxes: [Box]
  /// The areas, in the order of `graph.groups`; `nil` where a group has no nodes.
  public internal(set) var areas: [Frame?]
  /// The ways of the edges, in the order of `graph.edges`.
  public internal(set) var paths: [Path]
  /// The nodes of each group, from top to bottom.
  public internal(set) var members: [[Int]]
  /// The groups that have nodes, column by column, from top to bottom.
  public internal(set) var columns: [[Int]]
  /// How many pairs of edges cross.
  public internal(set) var crossings: Int
}

extension MapLayout {
  /// Lays a graph out.
  ///
  /// The same graph and width give the same map on every machine.
  ///
  /// - Parameters:
  ///   - graph: The nodes, groups and edges; of more than `RelationGraph.mostNodes` nodes, the most linked.
  ///   - width: The width in pixels in which the map will be shown. Below about 560 there is one column, whose
  ///     labels can be read on a telephone at 360; wider maps have up to four.
  /// - Complexity: bounded: about 0.1 s for 110 nodes and 400 edges.
  public init(_ graph: RelationGraph, width: Int) {
    self = Drafter(graph.mostLinked(), width: max(320, Double(width))).layout
  }
}
