import Testing

@testable import ServiceMap

@Suite struct LayoutTests {
  /// Random graphs and neighbourhoods at the widths of a telephone, a column of text and a page.
  static let layouts: [MapLayout] = (0..<36 as Range<UInt64>).map { seed in
    var graph = randomGraph(seed)
    if seed % 3 == 0 { graph = graph.neighbourhood(of: graph.nodes.count / 2) }
    return MapLayout(graph, width: [360, 720, 1100][Int(seed / 3) % 3])
  }

  @Test func holdsEveryBoxInTheAreaOfItsGroup() {
    for layout in Self.layouts {
      for (node, box) in zip(layout.graph.nodes, layout.boxes) {
        let area = layout.areas[node.group]
        #expect(area.map { $0.holds(box.frame) } == true)
      }
    }
  }

  @Test func holdsEverythingInTheMap() {
    for layout in Self.layouts {
      let map = MapLayout.Frame(x: 0, y: 0, width: layout.width, height: layout.height)
      for area in layout.areas { #expect(area.map { map.holds($0) } ?? true) }
      for point in layout.paths.flatMap({ $0.points }) {
        #expect(map.holds(.init(x: point.x, y: point.y, width: 0, height: 0)))
      }
    }
  }

  @Test func letsNoTwoBoxesAndNoTwoAreasOverlap() {
    for layout in Self.layouts {
      for frames in [layout.boxes.map(\.frame), layout.areas.compactMap { $0 }] {
        for (index, frame) in frames.enumerated() {
          #expect(!frames[..<index].contains { $0.overlaps(frame) })
        }
      }
    }
  }

  /// What makes labels readable: edges end at the sides of boxes and run beside them.
  @Test func letsNoEdgePassALabel() {
    for layout in Self.layouts {
      for path in layout.paths {
        for point in path.points {
          #expect(!layout.boxes.contains { $0.frame.holdsInside(point) })
        }
      }
    }
  }

  @Test func endsEdgesAtTheSidesOfTheirBoxes() {
    for layout in Self.layouts {
      for (edge, path) in zip(layout.graph.edges, layout.paths) {
        let ends = [path.start, path.curves.last?.end ?? path.start]
        for node in [edge.from, edge.to] {
          let frame = layout.boxes[node].frame
          #expect(
            ends.contains { ($0.x == frame.x || $0.x == frame.right) && $0.y == frame.middle })
        }
      }
    }
  }

  @Test func fitsTheWidthItWasAskedFor() {
    for (number, layout) in Self.layouts.enumerated() {
      #expect(layout.width <= [360, 720, 1100][number / 3 % 3])
      // Shown at 360 pixels, labels of 13 units keep at least 12.
      #expect(layout.columns.count > 1 || layout.width * 12 / 13 <= 360 || number / 3 % 3 > 0)
    }
  }

  @Test func isTheSameEachTime() {
    for seed in 0..<3 as Range<UInt64> {
      let graph = randomGraph(seed)
      #expect(MapLayout(graph, width: 720) == MapLayout(graph, width: 720))
    }
  }

  @Test(arguments: [0, 1, 320, 5000])
  func makesAMapOfNothing(width: Int) {
    let layout = MapLayout(RelationGraph(nodes: [], groups: [], edges: []), width: width)
    #expect(layout.boxes.isEmpty && layout.width >= 0 && layout.height >= 0)
  }
}

extension MapLayout.Frame {
  fileprivate func holds(_ other: Self) -> Bool {
    x <= other.x && y <= other.y && other.right <= right && other.bottom <= bottom
  }

  fileprivate func overlaps(_ other: Self) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  fileprivate func holdsInside(_ point: MapLayout.Point) -> Bool {
    x + 0.01 < point.x && point.x < right - 0.01 && y < point.y && point.y < bottom
  }
}

extension MapLayout.Path {
  /// Places along the path, close to each other.
  fileprivate var points: [MapLayout.Point] {
    var points: [MapLayout.Point] = []
    var start = start
    for curve in curves {
      for step in 0...24 {
        let t = Double(step) / 24
        let s = 1 - t
        let (a, b, c, d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        points.append(
          MapLayout.Point(
            x: a * start.x + b * curve.control1.x + c * curve.control2.x + d * curve.end.x,
            y: a * start.y + b * curve.control1.y + c * curve.control2.y + d * curve.end.y))
      }
      start = curve.end
    }
    return points
  }
}
