/// One document of a term on its way into an index.
struct Posting {
  /// The number of the document in its segment.
  var document: UInt32
  /// What the term counts in it: 1…``Impacts/most``.
  var impact: UInt32
  /// A bound of the positions in it: see ``Extent``.
  var extent: UInt32
}

/// Lays out ``PostingList``s, one after another.
struct PostingWriter {
  private(set) var lists = ByteWriter()
  private var records = ByteWriter()
  private var blocks = ByteWriter()
  private var positions = ByteWriter()
  private var gaps: [UInt32] = []
  private var impacts: [UInt32] = []
  private var blockPositions = PositionWriter()

  private var previous: UInt32 = .max
  private var count = 0
  private var occurrenceCount = 0
  private var histogram = [UInt32](repeating: 0, count: Int(Impacts.most) + 1)
  private var hasPositions = false

  /// Adds a document and where the term stands in it; documents ascend.
  ///
  /// - Parameters:
  ///   - posting: The document.
  ///   - places: Where the term stands, ascending; none if that is not to be known.
  mutating func add(_ posting: Posting, places: Places) {
    gaps.append(posting.document &- previous &- 1)
    impacts.append(posting.impact)
    histogram[Int(posting.impact)] += 1
    previous = posting.document
    count += 1
    occurrenceCount += Swift.max(1, places.positions.count)
    if !places.isEmpty {
      hasPositions = true
      blockPositions.add(places, extent: posting.extent)
    }
    if gaps.count == PostingList.blockSize { endBlock() }
  }

  private mutating func endBlock() {
    records.append(previous)
    records.append(UInt32(blocks.count))
    records.append(UInt32(positions.count))
    let shape = BlockShape.append(gaps: gaps, impacts: impacts, to: &blocks)
    records.append(shape.rawValue)
    if hasPositions { blockPositions.end(in: &positions) }
    gaps.removeAll(keepingCapacity: true)
    impacts.removeAll(keepingCapacity: true)
  }

  /// Ends a list and writes it behind those before.
  ///
  /// - Parameter near: The terms that a query for this one also finds, by their distances.
  mutating func endList(near: [Int]) {
    var head: PostingList.Head = hasPositions ? .hasPositions : []
    if !near.isEmpty { head.insert(.hasNear) }
    head.formUnion(PostingList.Head(repetition: occurrenceCount, in: count))
    if count > 0, count <= Int(PostingList.Head.few) {
      lists.append(byte: head.rawValue | UInt8(count))
      write(near)
      for gap in gaps { lists.append(varint: gap) }
      lists.append(packed: impacts, width: Impacts.bits) { $0 }
    } else {
      writeLong(head, near: near)
    }
    if hasPositions, !gaps.isEmpty { blockPositions.end(in: &positions) }
    lists.append(positions.bytes)
    restart()
  }

  private mutating func writeLong(_ head: PostingList.Head, near: [Int]) {
    if !gaps.isEmpty {
      if count > gaps.count { records.append(varint: UInt32(positions.count)) }
      var rest = ByteWriter()
      let shape = BlockShape.append(gaps: gaps, impacts: impacts, to: &rest)
      blocks.append(shape.rawValue)
      blocks.append(rest.bytes)
    }
    lists.append(byte: head.rawValue)
    write(near)
    lists.append(varint: UInt32(count))
    lists.append(byte: UInt8(histogram.lastIndex { $0 > 0 } ?? 0))
    if count >= PostingList.crowd { lists.append(byte: crowdImpact) }
    lists.append(varint: UInt32(records.count + blocks.count))
    lists.append(records.bytes)
    lists.append(blocks.bytes)
  }

  private mutating func write(_ near: [Int]) {
    guard !near.isEmpty else { return }
    lists.append(byte: UInt8(near.count))
    for distance in near {
      let distance = Int32(distance)
      lists.append(varint: UInt32(bitPattern: distance << 1 ^ distance >> 31))
    }
  }

  /// The impact that ``PostingList/crowd`` documents reach.
  private var crowdImpact: UInt8 {
    var reached = 0
    for impact in histogram.indices.reversed() {
      reached += Int(histogram[impact])
      if reached >= PostingList.crowd { return UInt8(impact) }
    }
    return 0
  }

  private mutating func restart() {
    for impact in histogram.indices { histogram[impact] = 0 }
    records.removeAll()
    blocks.removeAll()
    positions.removeAll()
    gaps.removeAll(keepingCapacity: true)
    impacts.removeAll(keepingCapacity: true)
    previous = .max
    count = 0
    occurrenceCount = 0
    hasPositions = false
  }
}
