/// Goes through a ``PostingList`` and multiplies its impacts by a weight.
///
/// Blocks are read when they are needed; their last documents and peaks are known before.
@safe
struct PostingCursor {
  let list: PostingList
  let weight: UInt32
  /// What the list can add at most to a document.
  let peak: UInt32
  /// The block that comes next, or is being read.
  var block = 0
  /// The last document of that block.
  var blockEnd: UInt32 = 0
  /// Where the block's documents and impacts are, once it is read.
  let documents: UnsafeMutablePointer<UInt32>
  let impacts: UnsafeMutablePointer<UInt8>
  /// The blocks' records: see ``PostingList``.
  private let records: UnsafeRawPointer
  let wholeBlockCount: Int
  var place = 0
  /// How many documents of the block are in memory: none before it is read.
  var count = 0
  let blockCount: Int
  private var mark = PositionMark()

  /// The numbers that a cursor needs room for.
  static let room = (PostingList.blockSize + lanes) * 5 / 4
  /// So many documents are compared at once.
  private static let lanes = 8

  /// - Parameters:
  ///   - list: The documents.
  ///   - weight: What impacts are multiplied by.
  ///   - room: Room for ``room`` numbers, for this cursor alone.
  init(_ list: PostingList, weight: UInt32, room: UnsafeMutablePointer<UInt32>) {
    self.list = list
    self.weight = weight
    peak = list.peak &* weight
    // An index has eight bytes behind every list; without them the list is damaged, and is none.
    let memory = unsafe list.recordMemory
    wholeBlockCount = unsafe memory == nil ? 0 : list.blockCount
    blockCount = unsafe memory == nil ? 0 : list.allBlockCount
    unsafe records = memory ?? UnsafeRawPointer(room)
    unsafe documents = room
    unsafe impacts = UnsafeMutableRawPointer(room + PostingList.blockSize + Self.lanes)
      .assumingMemoryBound(to: UInt8.self)
    blockEnd = last(ofBlock: 0)
  }

  /// The last document of a block; the greatest number for the rest, which ends the list.
  @inline(__always)
  func last(ofBlock block: Int) -> UInt32 {
    guard block < wholeBlockCount else { return .max }
    let offset = block &* PostingList.blockRecord
    return unsafe list.base
      &+ UInt32(littleEndian: records.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// What a block can add at most.
  @inline(__always)
  func peak(ofBlock block: Int) -> UInt32 {
    guard block < wholeBlockCount else { return peak }
    let offset = block &* PostingList.blockRecord &+ PostingList.shapeOffset
    let shape = unsafe records.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return BlockShape(rawValue: UInt32(littleEndian: shape)).peak &* weight
  }

  /// Passes over all blocks that end before a document.
  @inline(__always)
  mutating func skip(to document: UInt32) {
    // The rest of a list ends with the greatest number.
    while blockEnd < document { endBlock() }
  }

  /// Goes on to the next block.
  @inline(__always)
  mutating func endBlock() {
    block &+= 1
    blockEnd = last(ofBlock: block)
    count = 0
    place = 0
  }

  @inline(__always)
  mutating func readBlock() {
    unsafe count = list.read(block: block, documents: documents, impacts: impacts)
    padBlock()
  }

  /// Reads the documents of a block, without their impacts.
  private mutating func readDocuments() {
    unsafe count = list.read(block: block, documents: documents, impacts: nil)
    padBlock()
  }

  /// Puts documents behind a block that come after all others.
  @inline(__always)
  private mutating func padBlock() {
    for lane in 0..<Self.lanes { unsafe documents[count &+ lane] = UInt32.max >> 1 }
    place = 0
  }

  /// Visits documents of a range that score more than some score.
  ///
  /// - Parameters:
  ///   - start: The first document that may be visited.
  ///   - end: The first document behind that is not.
  ///   - least: Documents that score this or less are not visited, their blocks not read.
  ///   - body: What to do with a document and its score; returns the new least score.
  @inline(__always)
  mutating func visit(
    from start: UInt32, before end: UInt32, above least: UInt32,
    _ body: (UInt32, UInt32) -> UInt32
  ) {
    var least = least
    skip(to: start)
    // A list that was only asked so far may have been left in the middle of a block.
    if count > 0 { place = firstPlace(from: place, of: start) }
    while block < blockCount {
      if count == 0 {
        guard block == 0 || last(ofBlock: block &- 1) &+ 1 < end else { return }
        if peak(ofBlock: block) <= least {
          guard last(ofBlock: block) < end else { return }
          endBlock()
          continue
        }
        readBlock()
        // Windows may have been passed over since the block began.
        if unsafe documents[0] < start { place = firstPlace(from: 0, of: start) }
      }
      // A damaged block holds none.
      let isWhole = unsafe count == 0 || documents[count &- 1] < end
      let stop = isWhole ? count : Swift.min(count, firstPlace(from: place, of: end))
      visitBlock(before: stop, above: &least, body)
      guard isWhole else { return }
      endBlock()
    }
  }

  /// Visits documents of the block that is read, from the place where the cursor stands.
  @inline(__always)
  private mutating func visitBlock(
    before stop: Int, above least: inout UInt32, _ body: (UInt32, UInt32) -> UInt32
  ) {
    var enough = impact(exceeding: least)
    while place < stop {
      // A difference lacks the highest bit of its byte where an impact exceeds what is enough; few do.
      let eight = unsafe UnsafeRawPointer(impacts + place).loadUnaligned(as: UInt64.self)
      var above = ~(enough &- UInt64(littleEndian: eight)) & Self.highest
      if stop &- place < Self.lanes { above &= (1 &<< UInt64(8 &* (stop &- place))) &- 1 }
      while above != 0 {
        let found = place &+ above.trailingZeroBitCount / 8
        above &= above &- 1
        let score = unsafe UInt32(impacts[found]) &* weight
        guard score > least else { continue }
        let next = unsafe body(documents[found], score)
        if next != least { enough = impact(exceeding: next) }
        least = next
      }
      place = Swift.min(stop, place &+ Self.lanes)
    }
  }

  /// The highest bit of each of eight bytes.
  private static let highest: UInt64 = 0x8080_8080_8080_8080

  /// In each of eight bytes, the greatest impact that does not score more than some score, and the highest bit.
  @inline(__always)
  private func impact(exceeding score: UInt32) -> UInt64 {
    let most = weight == 0 ? 127 : Swift.min(127, score / weight)
    return UInt64(most) &* 0x0101_0101_0101_0101 | Self.highest
  }

  /// The first place in the block that is read whose document is not before another.
  @inline(__always)
  func firstPlace(from place: Int, of document: UInt32) -> Int {
    var place = place
    while place < count, unsafe documents[place &+ Self.lanes &- 1] < document {
      place &+= Self.lanes
    }
    guard place < count else { return place }
    // A difference is negative where a document is before the other: numbers stay below 2³¹.
    let eight = unsafe UnsafeRawPointer(documents + place).loadUnaligned(as: SIMD8<UInt32>.self)
    return place &+ Int(((eight &- document) &>> 31).wrappedSum())
  }

  /// What a document scores; documents are asked for in ascending order.
  ///
  /// - Parameter document: The document.
  /// - Returns: Its impact × the weight; 0 where the term does not occur.
  mutating func score(of document: UInt32) -> UInt32 {
    skip(to: document)
    guard block < blockCount else { return 0 }
    if count == 0 { readBlock() }
    place = firstPlace(from: place, of: document)
    // Behind the block no document is.
    let score = unsafe UInt32(impacts[place]) &* weight
    return unsafe documents[place] == document ? score : 0
  }

  /// Appends where the term stands in a document; documents are asked for in ascending order.
  ///
  /// Impacts are not read: a cursor that is asked for places is not asked for scores.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - forms: Forms to count.
  ///   - keepsPlaces: Whether places are wanted, and not only counted.
  ///   - places: Where to append.
  /// - Returns: At how many places the forms stand; `nil` if the term does not occur.
  mutating func read(
    _ document: UInt32, counting forms: FormSets, keepsPlaces: Bool = true,
    into places: inout [UInt32]
  ) -> FormSets.Count? {
    skip(to: document)
    guard block < blockCount else { return nil }
    if count == 0 { readDocuments() }
    place = firstPlace(from: place, of: document)
    guard place < count, unsafe documents[place] == document else { return nil }
    let read = unsafe UnsafeMutableBufferPointer(start: documents, count: count)
    return unsafe list.readPositions(
      place, ofBlock: block, documents: read, from: &mark, counting: forms,
      keepsPlaces: keepsPlaces, into: &places)
  }

  /// The forms of a document that the list holds, if all documents of its block have one; else `nil`.
  mutating func onlyForm(in document: UInt32, counting forms: FormSets) -> FormSets.Count? {
    skip(to: document)
    return block < blockCount ? list.onlyForm(ofBlock: block, counting: forms) : nil
  }

  /// Whether a document is in the list; documents are asked for in ascending order.
  mutating func holds(_ document: UInt32) -> Bool {
    skip(to: document)
    if count == 0, block < blockCount { readDocuments() }
    place = firstPlace(from: place, of: document)
    return unsafe place < count && documents[place] == document
  }

  /// Visits the documents from here on.
  mutating func visitAll(_ body: (UInt32, UInt32) -> Void) {
    while block < blockCount {
      if count == 0 { readBlock() }
      while place < count {
        unsafe body(documents[place], UInt32(impacts[place]) &* weight)
        place &+= 1
      }
      endBlock()
    }
  }
}
