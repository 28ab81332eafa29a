/// One document of a term on its way into an index.
struct Posting {
  /// The number of the document in its segment.
  var document: UInt32
  /// 1…255: what the term counts in it.
  var impact: UInt32
}

/// Lays out ``PostingList``s and their positions, one after another.
struct PostingWriter {
  private(set) var lists = ByteWriter()
  private(set) var positions = ByteWriter()
  private var records = ByteWriter()
  private var blocks = ByteWriter()
  private var documentGaps: [UInt32] = []
  private var impacts: [UInt32] = []
  private var blockPositions = PositionWriter()

  private var firstPosition = 0
  private var previous: UInt32 = .max
  private var count = 0
  private var histogram = [UInt32](repeating: 0, count: 256)
  private var hasPositions = false

  /// Adds a document and where the term stands in it; documents ascend.
  ///
  /// - Parameters:
  ///   - posting: The document.
  ///   - occurrences: Where the term stands, ascending; none if that is not to be known.
  mutating func add(_ posting: Posting, occurrences: ArraySlice<Occurrence>) {
    documentGaps.append(posting.document &- previous &- 1)
    impacts.append(posting.impact)
    histogram[Int(posting.impact & 0xFF)] += 1
    previous = posting.document
    count += 1
    if !occurrences.isEmpty {
      hasPositions = true
      blockPositions.add(occurrences)
    }
    if documentGaps.count == PostingList.blockSize { endBlock() }
  }

  private mutating func endBlock() {
    records.append(previous)
    records.append(UInt32(blocks.count))
    records.append(UInt32(positions.count - firstPosition))
    let widths = packBlock()
    let peak = impacts.max() ?? 0
    records.append(
      peak | UInt32(widths.documents) << 8 | UInt32(widths.impacts) << 16 | widths.least << 24)
    if hasPositions { blockPositions.end(in: &positions) }
    documentGaps.removeAll(keepingCapacity: true)
    impacts.removeAll(keepingCapacity: true)
  }

  private mutating func packBlock() -> (documents: Int, impacts: Int, least: UInt32) {
    let widths = blockWidths()
    blocks.append(packed: documentGaps[...], width: widths.documents)
    for place in impacts.indices { impacts[place] -= widths.least }
    blocks.append(packed: impacts[...], width: widths.impacts)
    for place in impacts.indices { impacts[place] += widths.least }
    return widths
  }

  private func blockWidths() -> (documents: Int, impacts: Int, least: UInt32) {
    let least = impacts.min() ?? 0
    return (
      BitPacking.width(of: documentGaps.max() ?? 0),
      BitPacking.width(of: (impacts.max() ?? 0) - least), least
    )
  }

  /// Ends a list and writes it behind those before.
  ///
  /// - Parameter flags: What else the list tells.
  mutating func endList(_ flags: PostingList.Flags) {
    let rest = documentGaps.count
    let restPositions = positions.count - firstPosition
    if rest >= PostingList.fewest {
      let widths = blockWidths()
      blocks.append(byte: UInt8(widths.documents))
      blocks.append(byte: UInt8(widths.impacts))
      blocks.append(byte: UInt8(widths.least))
      _ = packBlock()
    } else {
      for place in 0..<rest {
        blocks.append(varint: documentGaps[place])
        blocks.append(byte: UInt8(impacts[place]))
      }
    }
    if rest > 0, hasPositions { blockPositions.end(in: &positions) }
    writeHead(hasPositions ? flags.union(.hasPositions) : flags, restPositions: restPositions)
    lists.append(records.bytes)
    lists.append(blocks.bytes)
    restart()
  }

  private mutating func writeHead(_ flags: PostingList.Flags, restPositions: Int) {
    lists.append(varint: UInt32(count))
    lists.append(byte: flags.rawValue)
    lists.append(byte: UInt8(histogram.lastIndex { $0 > 0 } ?? 0))
    if count >= PostingList.crowd { lists.append(byte: crowdImpact) }
    if flags.contains(.hasPositions), count >= PostingList.blockSize {
      lists.append(varint: UInt32(restPositions))
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
    documentGaps.removeAll(keepingCapacity: true)
    impacts.removeAll(keepingCapacity: true)
    previous = .max
    count = 0
    hasPositions = false
    firstPosition = positions.count
  }
}
