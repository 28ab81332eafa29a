/// The documents of one term and what the term counts in each, read in place.
///
/// | bytes | what |
/// |---|---|
/// | 1 | ``Head`` |
/// | … | if the head says so: how many terms are near (1), then the distance to each in the order of terms (varints, 2 × for one behind, 2 × − 1 for one before) |
/// | varint | if the head tells no number: the number of documents |
/// | 1 | the peak: the greatest impact |
/// | 1 | if there are ``crowd`` documents or more: the impact that so many of them reach |
/// | varint | the bytes from here to the positions |
/// | 16 a block | for each block of 128 documents a record: the last document, where the block begins, where its positions begin (4 bytes each, from the first block and the first positions), its ``BlockShape`` |
/// | varint | if documents are left over and there are blocks: where the positions of the rest begin |
/// | … | the blocks: see ``BlockShape`` |
/// | … | the rest: its shape and a block |
/// | … | positions: see ``PositionWriter`` |
///
/// A term in fewer than eight documents, as most are, has a head, the distances of its documents (varints),
/// their impacts, packed, and its positions.
///
/// Impacts were weighed into the term's fields when the index was built, so that a query multiplies and
/// adds, and reads no field. A block's peak tells what it can add without reading it.
struct PostingList {
  /// Documents in a whole block.
  static let blockSize = 128
  /// Documents from which on the list tells the impact that so many of them reach: as many as are
  /// ranked again, so that a search knows at once what the last of them scores at least.
  static let crowd = 20
  /// The bytes that tell of a block.
  static let blockRecord = 16

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
  private let isShort: Bool
  private let records: Int
  private let blocks: Int
  private let restPositions: Int
  private let positions: Int
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
      (blockCount, records, blocks, crowdImpact) = (0, place, place, 0)
      for _ in 0..<few { _ = bytes.varint(at: &place) }
      positions = place + BitPacking.size(count: few, width: Impacts.bits)
      count = positions <= range.upperBound ? few : 0
      restPositions = positions
      peak = count == 0 ? 0 : Self.shortPeak(bytes, at: place, count: few)
      return
    }
    let stated = Int(bytes.varint(at: &place))
    peak = UInt32(bytes[place])
    place += 1
    crowdImpact = stated >= Self.crowd ? UInt32(bytes[place]) : 0
    if stated >= Self.crowd { place += 1 }
    let length = Int(bytes.varint(at: &place))
    let first = place + length
    records = place
    let whole = stated / Self.blockSize
    var start = place + whole * Self.blockRecord
    // A damaged list is none.
    let isWhole =
      start <= range.upperBound && first <= range.upperBound && bytes.has(range.lowerBound..<first)
    (count, blockCount) = isWhole ? (stated, whole) : (0, 0)
    var rest = 0
    if isWhole, whole > 0, stated % Self.blockSize > 0 { rest = Int(bytes.varint(at: &start)) }
    blocks = start
    positions = first
    restPositions = first &+ rest
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
    block < blockCount ? BlockShape(rawValue: word(3, ofBlock: block)).peak : peak
  }

  /// The records of the blocks, which lie in the run.
  var recordMemory: UnsafeRawPointer? {
    unsafe bytes.memory(at: records, count: blockCount &* Self.blockRecord)
  }

  /// Where the positions of a block's documents begin in `bytes`.
  func positions(ofBlock block: Int) -> Int {
    block < blockCount ? positions &+ Int(word(2, ofBlock: block)) : restPositions
  }

  /// Reads a block.
  ///
  /// - Parameters:
  ///   - block: The number of the block, less than `allBlockCount`.
  ///   - documents: Room for 128 numbers: the documents, ascending unless the list is damaged.
  ///   - impacts: Room for 128 numbers; `nil` where they are not asked for.
  /// - Returns: How many documents were read.
  func read(
    block: Int, documents: UnsafeMutablePointer<UInt32>, impacts: UnsafeMutablePointer<UInt32>?
  ) -> Int {
    var document = base &- 1
    if block > 0 { document = base &+ word(0, ofBlock: block &- 1) }
    let read: Int
    if block < blockCount {
      read = unsafe BlockShape(rawValue: word(3, ofBlock: block)).read(
        bytes, at: blocks &+ Int(word(1, ofBlock: block)), end: end, count: Self.blockSize,
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
    var last = SIMD4(repeating: document)
    var place = 0
    while place &+ 4 <= count {
      let address = unsafe UnsafeMutableRawPointer(documents + place)
      var four = unsafe address.loadUnaligned(as: SIMD4<UInt32>.self) &+ 1
      four &+= SIMD4(0, four[0], four[1], four[2])
      four &+= SIMD4(0, 0, four[0], four[1])
      four &+= last
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
    documents: UnsafeMutablePointer<UInt32>, impacts: UnsafeMutablePointer<UInt32>?
  ) -> Int {
    var place = blocks
    for number in 0..<count { unsafe documents[number] = bytes.varint(at: &place) }
    guard let impacts = unsafe impacts else { return count }
    var reader = BitReader(bytes, at: place)
    for number in 0..<count { unsafe impacts[number] = reader.bits(Impacts.bits) }
    return count
  }

  /// Reads the documents behind the whole blocks.
  private func readRest(
    documents: UnsafeMutablePointer<UInt32>, impacts: UnsafeMutablePointer<UInt32>?
  ) -> Int {
    var offset = blocks
    if blockCount > 0 {
      let last = blockCount &- 1
      offset &+=
        Int(word(1, ofBlock: last))
        &+ BlockShape(rawValue: word(3, ofBlock: last)).size(count: Self.blockSize)
    }
    return unsafe BlockShape(rawValue: bytes.word(at: offset)).read(
      bytes, at: offset &+ 4, end: end, count: count % Self.blockSize, documents: documents,
      impacts: impacts)
  }
}
