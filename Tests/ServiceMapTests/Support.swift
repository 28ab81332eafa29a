import Memory
import ServiceMap

/// A graph of random size and shape; the same for a seed.
func randomGraph(_ seed: UInt64, nodes most: Int = 24) -> RelationGraph {
  var generator = SplitMix64(seed: seed)
  let words = ["S3", "Application", "Load", "Balancer", "IAM", "Élasticité", "Table de routage"]
  let groups = (0...generator.next(below: 6)).map { number in
    RelationGraph.Group(
      name: String(repeating: "Réseau ", count: 1 + generator.next(below: 3)) + "\(number)",
      address: number % 2 == 0 ? "../c/\(number)/" : nil, tint: number)
  }
  let nodes = (0...generator.next(below: most)).map { number in
    let label = (0...generator.next(below: 4)).map { _ in words[generator.next(below: words.count)]
    }
    return RelationGraph.Node(
      label: label.joined(separator: " ") + " \(number)", address: "../\(number)/",
      group: generator.next(below: groups.count))
  }
  let edges = (0..<generator.next(below: 3 * nodes.count)).map { _ in
    RelationGraph.Edge(
      from: generator.next(below: nodes.count), to: generator.next(below: nodes.count),
      weight: 1 + generator.next(below: 5))
  }
  return RelationGraph(nodes: nodes, groups: groups, edges: edges)
}

/// Nodes named by letters, in groups given by number.
func graph(_ groups: [Int], _ edges: [(Int, Int)]) -> RelationGraph {
  RelationGraph(
    nodes: groups.enumerated().map { number, group in
      RelationGraph.Node(label: "N\(number)", address: "#\(number)", group: group)
    },
    groups: (0...(groups.max() ?? 0)).map { RelationGraph.Group(name: "G\($0)", tint: $0) },
    edges: edges.map { RelationGraph.Edge(from: $0.0, to: $0.1) })
}
