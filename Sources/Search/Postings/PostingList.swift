/// The documents of one term and what the term counts in each, read in place.
///
/// | bytes | what |
/// |---|---|
/// | 1 | ``Head`` |
/// | … | if the head says so: how many terms are near (1), then the distance to each in the order of terms (varints, 2 × for one behind, 2 × − 1 for one before) |
/// | varint | if the head tells no number: the number of documents |
/// | 1 | the peak: the greatest impact; times 16, the impact that ``crowd`` documents reach, if there are as many |
/// | 2 | if there is a whole block: ``PlaceWidths`` |
/// | 8 a block | for each block of 128 documents a record: the last document (4), its ``BlockShape`` |
/// | … | for each block but the first, and for the rest: where it begins, where its positions begin, packed |
/// | … | the blocks |
/// | … | the rest: its shape without the peak (3) and a block |
/// | … | positions, block by block: see ``PositionWriter`` |
///
/// A term in fewer than eight documents, as most are, has a head and the distances of its documents (varints),
/// then one run of bits: the impacts and the positions.
///
/// Impacts were weighed into the term's fields when the index was built, so that a query multiplies and
/// adds, and reads no field. A block's peak tells what it can add without reading it.
final class PostingList: Sendable {
  /// Documents in a whole block.
  static let blockSize = 128
  /// Documents from which on the list tells the impact that so many of them reach: as many as are
  /// ranked again, so that a search knows at once what the last of them scores at least.
  static let crowd = 20
  /// The bytes that tell of a block.
  static let blockRecord = 8
  /// The bytes of the shape of the documents behind the last whole block.
  static let restShape = 3
  /// Where the shape of a block is in its record.
  static let shapeOffset = 4

  /// The first byte: in its lowest bits the number of documents, if it is 1…7.
  struct Head: OptionSet {
    var rawValue: UInt8
    static let few: UInt8 = 7
    /// There are terms that a query for this one also finds.
    static let hasNear = Head(rawValue: 8)
    /// Where the term stands in its documents is known.
    static let hasPositions = Head(rawValue: 16)

    /// How often the term occurs in a document that has it, in the highest bits: 0…7 for 1…4 times, in
    /// equal steps of the logarithm.
    var repetition: Int { Int(rawValue >> 5) }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The bits of ``repetition``.
    init(repetition occurrences: Int, in documents: Int) {
      let mean = Double(occurrences) / Double(Swift.max(1, documents))
      let steps = mean > 1 ? naturalLogarithm(mean) / Self.repetitionStep : 0
      rawValue = UInt8(Swift.min(7, steps + 0.5)) << 5
    }

    /// The natural logarithm of 4, divided by 7.
    static let repetitionStep = 0.198_042_051_588_555_8
  }

  let bytes: Bytes
  /// What to add to the list's numbers: the first document of its segment.
  let base: UInt32
  /// In how many documents the term occurs.
  let count: Int
  let head: Head
  /// The distances to the terms that a query for this one also finds.
  let near: NearTerms
  /// No document has a greater impact.
  let peak: UInt32
  /// ``crowd`` documents have this impact or more; 0 where there are fewer documents.
  let crowdImpact: UInt32
  let blockCount: Int
  /// Where the bounds of the positions in documents are: see ``Extents``.
  let extents: Range<Int>
  /// Whether documents stand one by one.
  let isShort: Bool
  private let records: Int
  private let blocks: Int
  private let widths: PlaceWidths
  let end: Int

  /// Reads the head of a list.
  ///
  /// - Parameters:
  ///   - bytes: The index.
  ///   - range: Where the list lies.
  ///   - base: The first document of the segment.
  ///   - extents: Where the segment's ``Extents`` are.
  init(_ bytes: Bytes, range: Range<Int>, base: UInt32, extents: Range<Int>) {
    self.bytes = bytes
    self.base = base
    self.extents = extents
    end = range.upperBound
    var place = range.lowerBound
    head = Head(rawValue: range.isEmpty ? 0 : bytes[place])
    place += 1
    near = head.contains(.hasNear) ? NearTerms(bytes, at: &place) : NearTerms()
    let few = Int(head.rawValue & Head.few)
    isShort = few > 0 || range.isEmpty
    guard !isShort else {
      (blockCount, records, blocks, crowdImpact, widths) = (0, place, place, 0, PlaceWidths())
      for _ in 0..<few { _ = bytes.varint(at: &place) }
      let end = place + BitPacking.size(count: few, width: Impacts.bits)
      count = end <= range.upperBound ? few : 0
      peak = count == 0 ? 0 : Self.shortPeak(bytes, at: place, count: few)
      return
    }
    let stated = Swift.max(0, Int(truncatingIfNeeded: bytes.varint(at: &place)))
    peak = UInt32(bytes[place] & 15)
    crowdImpact = UInt32(bytes[place] >> 4)
    place += 1
    let whole = stated / Self.blockSize
    widths = whole > 0 ? PlaceWidths(bytes, at: &place) : PlaceWidths()
    records = place
    let known = widths.size(count: whole &- 1 &+ (stated % Self.blockSize == 0 ? 0 : 1))
    blocks = place &+ whole &* Self.blockRecord &+ known
    // A damaged list is none.
    (count, blockCount) = blocks <= range.upperBound ? (stated, whole) : (0, 0)
  }

  /// Whether all is there but positions.
  ///
  /// - Parameter start: Where the list begins in `bytes`.
  /// - Returns: `true` of an index that is there whole.
  func hasBlocks(from start: Int) -> Bool {
    guard bytes.pieces != nil, !isShort else { return true }
    guard bytes.has(start..<Swift.max(start, blocks)) else { return false }
    let last = self.start(ofBlock: Swift.max(0, allBlockCount - 1))
    guard bytes.has(start..<Swift.max(start, last &+ Self.restShape)) else { return false }
    return bytes.has(start..<Swift.max(start, positions))
  }

  /// What is read of a list before its positions.
  ///
  /// Of an index in pieces it is guessed, so that most lists come at once: short ones whole, of others the first part.
  static func beginning(of list: Range<Int>, in bytes: Bytes) -> Range<Int> {
    guard let pieces = bytes.pieces, list.count > 2 * pieces.size else { return list }
    return list.prefix(list.count / 3)
  }

  private static func shortPeak(_ bytes: Bytes, at offset: Int, count: Int) -> UInt32 {
    var reader = BitReader(bytes, at: offset)
    var peak: UInt32 = 0
    for _ in 0..<count { peak = Swift.max(peak, reader.bits(Impacts.bits)) }
    return peak
  }

  /// The number of blocks, the shorter last one among them.
  var allBlockCount: Int { blockCount &+ (count % Self.blockSize == 0 ? 0 : 1) }
}

// MARK: - Blocks

extension PostingList {
  @inline(__always)
  private func word(_ number: Int, ofBlock block: Int) -> UInt32 {
    bytes.word(at: records &+ block &* Self.blockRecord &+ 4 &* number)
  }

  /// The last document of a block, with the base; the greatest number for the rest, which ends the list.
  @inline(__always)
  func last(ofBlock block: Int) -> UInt32 {
    block < blockCount ? base &+ word(0, ofBlock: block) : .max
  }

  /// No document of a block has a greater impact.
  @inline(__always)
  func peak(ofBlock block: Int) -> UInt32 {
    block < blockCount ? BlockShape(rawValue: word(1, ofBlock: block)).peak : peak
  }

  /// The records of the blocks, which lie in the run.
  var recordMemory: UnsafeRawPointer? {
    unsafe bytes.memory(at: records, count: blockCount &* Self.blockRecord)
  }

  /// Where a block begins in `bytes`; of the rest, where its shape does.
  @inline(__always)
  private func start(ofBlock block: Int) -> Int {
    blocks &+ widths.block(block, bytes, at: places)
  }

  private func shape(ofRestAt start: Int) -> BlockShape {
    BlockShape(rawValue: bytes.word(at: start) & 0xFF_FFFF)
  }

  /// Where the starts of blocks and positions are.
  private var places: Int { records &+ blockCount &* Self.blockRecord }

  /// Where positions begin: behind the last block.
  private var positions: Int {
    let left = count % Self.blockSize
    guard left == 0 else {
      let start = start(ofBlock: blockCount)
      return start &+ Self.restShape &+ shape(ofRestAt: start).size(count: left)
    }
    let last = blockCount &- 1
    let shape = BlockShape(rawValue: word(1, ofBlock: last))
    return start(ofBlock: last) &+ shape.size(count: Self.blockSize)
  }

  /// Where the positions of a block's documents begin in `bytes`; of few documents, their impacts.
  func positionsStart(ofBlock block: Int) -> Int {
    guard isShort else { return positions &+ widths.positions(block, bytes, at: places) }
    var place = blocks
    for _ in 0..<count { _ = bytes.varint(at: &place) }
    return place
  }

  /// Reads a block.
  ///
  /// - Parameters:
  ///   - block: The number of the block, less than `allBlockCount`.
  ///   - documents: Room for 128 numbers: the documents, ascending unless the list is damaged.
  ///   - impacts: Room for 128 bytes; `nil` where they are not asked for.
  /// - Returns: How many documents were read.
  func read(
    block: Int, documents: UnsafeMutablePointer<UInt32>, impacts: UnsafeMutablePointer<UInt8>?
  ) -> Int {
    var document = base &- 1
    if block > 0 { document = base &+ word(0, ofBlock: block &- 1) }
    let read: Int
    if block < blockCount {
      read = unsafe BlockShape(rawValue: word(1, ofBlock: block)).read(
        bytes, at: start(ofBlock: block), end: end, count: Self.blockSize,
        documents: documents, impacts: impacts)
    } else {
      read =
        unsafe isShort
        ? readShort(documents: documents, impacts: impacts)
        : readRest(documents: documents, impacts: impacts)
    }
    unsafe Self.add(documents, count: read, from: document)
    return read
  }

  /// Turns distances less 1 into documents, four at once.
  @inline(__always)
  private static func add(
    _ documents: UnsafeMutablePointer<UInt32>, count: Int, from document: UInt32
  ) {
    // Each number of four gets those before it, first its neighbour, then the two of the other half.
    let steps = SIMD4<UInt32>(1, 2, 3, 4)
    var last = SIMD4(repeating: document)
    var place = 0
    let whole = count & ~3
    while place < whole {
      let address = unsafe UnsafeMutableRawPointer(documents + place)
      var four = unsafe address.loadUnaligned(as: SIMD4<UInt32>.self)
      let halves = unsafe unsafeBitCast(four, to: SIMD2<UInt64>.self)
      unsafe four &+= unsafeBitCast(halves &<< 32, to: SIMD4<UInt32>.self)
      four &+= SIMD4(0, 0, four[1], four[1])
      four &+= last &+ steps
      unsafe address.storeBytes(of: four, as: SIMD4<UInt32>.self)
      last = SIMD4(repeating: four[3])
      place &+= 4
    }
    var document = last[3]
    while place < count {
      document = unsafe document &+ (documents[place] &+ 1)
      unsafe documents[place] = document
      place &+= 1
    }
  }

  private func readShort(
    documents: UnsafeMutablePointer<UInt32>, impacts: UnsafeMutablePointer<UInt8>?
  ) -> Int {
    var place = blocks
    for number in 0..<count { unsafe documents[number] = bytes.varint(at: &place) }
    guard let impacts = unsafe impacts else { return count }
    var reader = BitReader(bytes, at: place)
    for number in 0..<count {
      unsafe impacts[number] = UInt8(truncatingIfNeeded: reader.bits(Impacts.bits))
    }
    return count
  }

  /// Reads the documents behind the whole blocks.
  private func readRest(
    documents: UnsafeMutablePointer<UInt32>, impacts: UnsafeMutablePointer<UInt8>?
  ) -> Int {
    let start = start(ofBlock: blockCount)
    return unsafe shape(ofRestAt: start).read(
      bytes, at: start &+ Self.restShape, end: end, count: count % Self.blockSize,
      documents: documents, impacts: impacts)
  }
}
