/// Builds nodes out of events, within the ``Limits``.
struct Composer: ~Copyable {
  /// A value with its size, for the limits.
  private struct Measured {
    let node: Node

    /// The number of nodes, this one included.
    let size: Int

    /// The levels of sequences and mappings, this one included; 0 for a scalar.
    let height: Int
  }

  private var reader: EventReader

  /// What complete anchored values hold; a value is not yet here while it is being read, so
  /// that none can contain itself.
  private var anchors: [String: Measured] = [:]

  /// The number of nodes composed so far, aliases counted with all they stand for.
  private var nodeCount = 0

  init(_ text: String, firstLine: Int) throws(YAMLError) {
    reader = try EventReader(text, firstLine: firstLine)
  }

  /// Composes the first document, or returns `nil` if the text holds none.
  mutating func firstDocument() throws(YAMLError) -> Node? {
    while true {
      let event = try reader.next()
      switch event.kind {
      case .boundary: continue
      case .streamEnd: return nil
      default:
        let node = try compose(event, depth: 0).node
        try checkEnd()
        return node
      }
    }
  }

  /// Reads on to the end of the stream or the mark of another document, the only two things that
  /// may follow a document.
  private mutating func checkEnd() throws(YAMLError) {
    _ = try reader.next()
    _ = try reader.next()
  }

  private mutating func compose(_ event: Event, depth: Int) throws(YAMLError) -> Measured {
    if let anchor = event.anchor { anchors[anchor] = nil }
    let composed =
      switch event.kind {
      case .alias(let anchor): try resolve(anchor, at: event.line, depth: depth)
      case .sequenceStart: try composeSequence(at: event.line, depth: depth)
      case .mappingStart: try composeMapping(at: event.line, depth: depth)
      case .scalar(let text, let isQuoted):
        try measure(.scalar(text, isQuoted: isQuoted), at: event.line, size: 1, height: 0)
      case .sequenceEnd, .mappingEnd, .streamEnd, .boundary:
        throw YAMLError(line: event.line, problem: "did not find a value", kind: .syntax)
      }
    if let anchor = event.anchor { anchors[anchor] = composed }
    return composed
  }

  private mutating func composeSequence(
    at line: Int, depth: Int
  ) throws(YAMLError) -> Measured {
    try checkDepth(depth + 1, at: line)
    var (nodes, size, height): ([Node], Int, Int) = ([], 1, 0)
    while true {
      let event = try reader.next()
      if case .sequenceEnd = event.kind { break }
      let item = try compose(event, depth: depth + 1)
      nodes.append(item.node)
      size += item.size
      height = max(height, item.height)
    }
    return try measure(.sequence(nodes), at: line, size: size, height: height + 1)
  }

  private mutating func composeMapping(
    at line: Int, depth: Int
  ) throws(YAMLError) -> Measured {
    try checkDepth(depth + 1, at: line)
    var (entries, size, height): ([Node.Entry], Int, Int) = ([], 1, 0)
    var keys: Set<String> = []
    while true {
      let event = try reader.next()
      if case .mappingEnd = event.kind { break }
      let key = try compose(event, depth: depth + 1)
      guard case .scalar(let name, _) = key.node.value else {
        throw YAMLError(line: event.line, problem: "a key must be text", kind: .keyIsNotScalar)
      }
      guard keys.insert(name).inserted else {
        let problem = "found the key \"\(name)\" twice"
        throw YAMLError(line: event.line, problem: problem, kind: .duplicateKey(name))
      }
      let item = try compose(try reader.next(), depth: depth + 1)
      entries.append(Node.Entry(key: name, keyLine: event.line, value: item.node))
      size += key.size + item.size
      height = max(height, item.height)
    }
    return try measure(.mapping(entries), at: line, size: size, height: height + 1)
  }

  private mutating func resolve(
    _ anchor: String, at line: Int, depth: Int
  ) throws(YAMLError) -> Measured {
    guard let original = anchors[anchor] else {
      let problem = "found the undefined alias \"\(anchor)\""
      throw YAMLError(line: line, problem: problem, kind: .unknownAnchor(anchor))
    }
    try checkDepth(depth + original.height, at: line)
    try countNodes(original.size, at: line)
    let node = Node(original.node.value, line: line)
    return Measured(node: node, size: original.size, height: original.height)
  }
}

// MARK: - Limits

extension Composer {
  private mutating func measure(
    _ value: Node.Value, at line: Int, size: Int, height: Int
  ) throws(YAMLError) -> Measured {
    try countNodes(1, at: line)
    return Measured(node: Node(value, line: line), size: size, height: height)
  }

  private mutating func countNodes(_ count: Int, at line: Int) throws(YAMLError) {
    nodeCount += count
    if nodeCount > Limits.nodeCount {
      throw YAMLError(line: line, problem: "there are too many values", kind: .tooManyNodes)
    }
  }

  private func checkDepth(_ depth: Int, at line: Int) throws(YAMLError) {
    if depth > Limits.depth {
      let problem = "values are nested too deeply"
      throw YAMLError(line: line, problem: problem, kind: .nestingTooDeep)
    }
  }
}
