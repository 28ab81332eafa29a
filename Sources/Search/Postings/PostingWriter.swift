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
  private var positionBytes = ByteWriter()
  /// Where each block begins, and where its positions do.
  private var blockStarts: [UInt32] = []
  private var positionStarts: [UInt32] = []
  private var gaps: [UInt32] = []
  private var impacts: [UInt32] = []
  /// Where the term stands in the documents of the block.
  private(set) var positions = PositionWriter()

  private var previous: UInt32 = .max
  private var count = 0
  private var occurrenceCount = 0
  /// How many documents have each impact.
  private var histogram: InlineArray<16, UInt32> = .init(repeating: 0)
  private var hasPositions = false

  /// Makes room for so many bytes of lists.
  mutating func reserve(_ count: Int) { lists.reserve(count) }

  /// Tells where the term stands in the document that is ended next; places ascend.
  @inline(__always)
  mutating func append(_ place: UInt32, form: UInt8) { positions.append(place, form: form) }

  /// Forgets where the term stands in the document that is ended next.
  mutating func dropPlaces() { positions.dropPlaces() }

  /// Adds a document, in which the term stands where it was told; documents ascend.
  ///
  /// - Parameter posting: The document.
  mutating func end(_ posting: Posting) {
    let placeCount = positions.placeCount
    gaps.append(posting.document &- previous &- 1)
    impacts.append(posting.impact)
    histogram[Int(posting.impact)] += 1
    previous = posting.document
    count += 1
    occurrenceCount += Swift.max(1, placeCount)
    if placeCount > 0 {
      hasPositions = true
      positions.endDocument(extent: posting.extent)
    }
    if gaps.count == PostingList.blockSize { endBlock() }
  }

  private mutating func endBlock() {
    beginPlaces()
    records.append(previous)
    let shape = BlockShape.append(gaps: gaps, impacts: impacts, to: &blocks)
    records.append(shape.rawValue)
    if hasPositions { positions.end(in: &positionBytes) }
    gaps.removeAll(keepingCapacity: true)
    impacts.removeAll(keepingCapacity: true)
  }

  /// Notes where the next block and its positions begin.
  private mutating func beginPlaces() {
    blockStarts.append(UInt32(blocks.count))
    positionStarts.append(UInt32(positionBytes.count))
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
      if hasPositions {
        positions.end(behind: impacts, in: &lists)
      } else {
        lists.append(packed: impacts, width: Impacts.bits) { $0 }
      }
    } else {
      writeLong(head, near: near)
    }
    restart()
  }

  private mutating func writeLong(_ head: PostingList.Head, near: [Int]) {
    if !gaps.isEmpty {
      beginPlaces()
      var rest = ByteWriter()
      let shape = BlockShape.append(gaps: gaps, impacts: impacts, to: &rest)
      for byte in 0..<PostingList.restShape {
        blocks.append(byte: UInt8(truncatingIfNeeded: shape.rawValue >> UInt32(8 * byte)))
      }
      blocks.append(rest.bytes)
      if hasPositions { positions.end(in: &positionBytes) }
    }
    lists.append(byte: head.rawValue)
    write(near)
    lists.append(varint: UInt32(count))
    let peak = UInt8(histogram.indices.last { histogram[$0] > 0 } ?? 0)
    lists.append(byte: peak | crowdImpact << 4)
    let widths = PlaceWidths(blocks: blockStarts, positions: positionStarts)
    if count >= PostingList.blockSize { widths.append(to: &lists) }
    lists.append(records.bytes)
    widths.append(blocks: blockStarts, positions: positionStarts, to: &lists)
    lists.append(blocks.bytes)
    lists.append(positionBytes.bytes)
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
    histogram = .init(repeating: 0)
    records.removeAll()
    blocks.removeAll()
    positionBytes.removeAll()
    blockStarts.removeAll(keepingCapacity: true)
    positionStarts.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
    impacts.removeAll(keepingCapacity: true)
    previous = .max
    count = 0
    occurrenceCount = 0
    hasPositions = false
  }
}
