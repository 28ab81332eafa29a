/// The documents of one term and what the term counts in each, read in place.
///
/// | bytes | what |
/// |---|---|
/// | varint | the number of documents |
/// | 1 | ``Flags`` |
/// | 1 | the peak: the greatest impact |
/// | 1 | if there are ``crowd`` documents or more: the impact that so many of them reach |
/// | varint | if there are positions and whole blocks: where those of the rest begin, from the list's first |
/// | 16 a block | for each block of 128 documents what ``Block`` tells |
/// | … | the blocks: distances from document to document less 1, packed; impacts above the least, packed |
/// | … | the rest: the same behind its two widths and the least impact; fewer than ``fewest`` documents stand as a varint and a byte each |
///
/// Impacts of 8 bits were weighed into the term's fields when the index was built, so that a query
/// multiplies and adds, and reads no field. A block's peak tells without reading it what it can add.
struct PostingList {
  /// Documents in a whole block.
  static let blockSize = 128
  /// Documents from which on the list tells the impact that so many of them reach: as many as are
  /// ranked again, so that a search knows at once what the last of them scores at least.
  static let crowd = 64
  /// Fewer documents than this are not packed.
  static let fewest = 8
  /// The bytes that tell of a block.
  static let blockRecord = 16

  struct Flags: OptionSet {
    var rawValue: UInt8
    /// The term before this one has the same stem.
    static let continuesStem = Flags(rawValue: 1)
    /// Where the term stands in its documents is known.
    static let hasPositions = Flags(rawValue: 2)
  }

  let bytes: Bytes
  /// What to add to the list's numbers: the first document of its segment.
  let base: UInt32
  /// In how many documents the term occurs.
  let count: Int
  let flags: Flags
  /// No document has a greater impact.
  let peak: UInt32
  /// ``crowd`` documents have this impact or more; 0 where there are fewer documents.
  let crowdImpact: UInt32
  /// Where positions begin in `bytes`, and those of the rest behind them.
  let positions: Int
  let restPositions: Int
  let blockCount: Int
  private let blockRecords: Int
  private let blocks: Int
  private let end: Int

  /// Reads the head of a list.
  ///
  /// - Parameters:
  ///   - bytes: The index.
  ///   - range: Where the list lies.
  ///   - positions: Where the positions of the list begin.
  ///   - base: The first document of the segment.
  init(_ bytes: Bytes, range: Range<Int>, positions first: Int, base: UInt32) {
    self.bytes = bytes
    self.base = base
    guard range.count >= 3 else {
      (count, flags, peak, crowdImpact, positions, restPositions) = (0, [], 0, 0, 0, 0)
      (blockCount, blockRecords, blocks, end) = (0, 0, 0, 0)
      return
    }
    var place = range.lowerBound
    let stated = Int(bytes.varint(at: &place))
    flags = Flags(rawValue: bytes[place])
    peak = UInt32(bytes[place + 1])
    place += 2
    if stated >= Self.crowd {
      crowdImpact = UInt32(bytes[place])
      place += 1
    } else {
      crowdImpact = 0
    }
    let whole = stated / Self.blockSize
    var rest = first
    if flags.contains(.hasPositions), whole > 0 { rest = first &+ Int(bytes.varint(at: &place)) }
    (positions, restPositions) = (first, rest)
    // A damaged list ends where its bytes do.
    let isWhole = place + whole * Self.blockRecord <= range.upperBound
    (blockCount, count) = isWhole ? (whole, stated) : (0, 0)
    blockRecords = place
    blocks = place + whole * Self.blockRecord
    end = range.upperBound
  }

  /// The number of blocks, the shorter last one among them.
  var allBlockCount: Int { blockCount + (count % Self.blockSize == 0 ? 0 : 1) }
}

extension PostingList {
  /// What is known of a whole block without reading it.
  struct Block {
    /// The last document, from the beginning of the segment.
    var last: UInt32
    /// Where the block begins, from the first block's beginning.
    var start: Int
    /// Where its positions begin, from the list's.
    var positions: Int
    var peak: UInt32
    var documentWidth: Int
    var impactWidth: Int
    var leastImpact: UInt32
  }

  func block(_ number: Int) -> Block {
    let record = blockRecords &+ number &* Self.blockRecord
    let packed = bytes.word(at: record &+ 12)
    return Block(
      last: bytes.word(at: record), start: Int(bytes.word(at: record &+ 4)),
      positions: Int(bytes.word(at: record &+ 8)), peak: packed & 0xFF,
      documentWidth: Int(packed >> 8 & 0xFF), impactWidth: Int(packed >> 16 & 0xFF),
      leastImpact: packed >> 24)
  }

  /// The last document of a block, with the base; the greatest number for the rest, which ends the list.
  @inline(__always)
  func last(ofBlock number: Int) -> UInt32 {
    guard number < blockCount else { return .max }
    return base &+ bytes.word(at: blockRecords &+ number &* Self.blockRecord)
  }

  /// No document of a block has a greater impact.
  @inline(__always)
  func peak(ofBlock number: Int) -> UInt32 {
    guard number < blockCount else { return peak }
    return UInt32(bytes[blockRecords &+ number &* Self.blockRecord &+ 12])
  }

  /// The number before the first that a block can hold, without the base.
  @inline(__always)
  private func previous(ofBlock number: Int) -> UInt32 {
    number == 0 ? .max : bytes.word(at: blockRecords &+ (number &- 1) &* Self.blockRecord)
  }

  /// Reads a block.
  ///
  /// - Parameters:
  ///   - number: The number of the block, less than `allBlockCount`.
  ///   - documents: Room for 128 numbers: the documents, ascending unless the list is damaged.
  ///   - impacts: Room for 128 numbers.
  /// - Returns: How many documents were read.
  func read(
    block number: Int, documents: UnsafeMutablePointer<UInt32>,
    impacts: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var document = base &+ previous(ofBlock: number)
    let read: Int
    if number < blockCount {
      let block = block(number)
      read = unsafe unpack(
        at: blocks &+ block.start, count: Self.blockSize, widths: (block.documentWidth, block.impactWidth),
        least: block.leastImpact, documents: documents, impacts: impacts)
    } else {
      read = unsafe readRest(documents: documents, impacts: impacts)
    }
    for place in 0..<read {
      document = unsafe document &+ documents[place] &+ 1
      unsafe documents[place] = document
    }
    return read
  }

  private func unpack(
    at offset: Int, count: Int, widths: (documents: Int, impacts: Int), least: UInt32,
    documents: UnsafeMutablePointer<UInt32>, impacts: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let size = BitPacking.size(count: count, width: widths.documents)
    let impactSize = BitPacking.size(count: count, width: widths.impacts)
    guard widths.documents <= 32, widths.impacts <= 8, offset &+ size &+ impactSize <= end,
      let memory = unsafe bytes.memory(at: offset, count: size &+ impactSize)
    else { return 0 }
    unsafe BitPacking.unpack(memory, count: count, width: widths.documents, to: documents)
    unsafe BitPacking.unpack(memory + size, count: count, width: widths.impacts, to: impacts)
    if least > 0 { for place in 0..<count { unsafe impacts[place] &+= least } }
    return count
  }

  /// Reads the documents behind the whole blocks.
  private func readRest(
    documents: UnsafeMutablePointer<UInt32>, impacts: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let rest = count % Self.blockSize
    var offset = blocks
    if blockCount > 0 {
      let last = block(blockCount - 1)
      offset += last.start
        + BitPacking.size(count: Self.blockSize, width: last.documentWidth)
        + BitPacking.size(count: Self.blockSize, width: last.impactWidth)
    }
    guard rest >= Self.fewest else {
      for place in 0..<rest {
        unsafe documents[place] = bytes.varint(at: &offset)
        unsafe impacts[place] = UInt32(bytes[offset])
        offset += 1
      }
      return rest
    }
    return unsafe unpack(
      at: offset &+ 3, count: rest, widths: (Int(bytes[offset]), Int(bytes[offset + 1])),
      least: UInt32(bytes[offset + 2]), documents: documents, impacts: impacts)
  }
}
