/// Byte strings in the order in which they were written, each told by what differs from the one before.
///
/// | bytes | what |
/// |---|---|
/// | 4 | the number of strings |
/// | 4 | the numbers that follow each string |
/// | 4 a block | where each block of 16 strings begins, from the beginning of the table |
/// | … | the first string of a block: bytes shared with the first one of its chapter (varint; 0 there), bytes that follow (varint), these, then its numbers (varints) |
/// | … | each other string: how many of the last bytes of the one before it does not share, in the lower four bits of a byte, and how many bytes follow, in the higher four; 15 more are 15 and the rest (varint) behind; then these bytes, and its numbers |
///
/// A chapter is 16 blocks: any string is read from two places. The first number counts on from the string
/// before in the same block, up or down. Strings in ascending order are found by binary search over the
/// blocks; so are prefixes.
struct FrontCodedTable {
  static let blockSize = 16
  /// The blocks of a chapter.
  static let chapterSize = 16
  /// A count of bytes that does not fit into four bits.
  static let longCount = 15
  /// The most numbers behind a string.
  static let mostNumbers = 3
  /// Longer strings are cut; the forms of words never are.
  static let longest = 1 << 16

  let bytes: Bytes
  let range: Range<Int>
  let count: Int
  let numberCount: Int

  init(bytes: Bytes, range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    let blocks = Swift.max(0, (range.count - 8) / 4)
    count = Int(bytes.word(at: range.lowerBound), atMost: blocks, times: Self.blockSize)
    numberCount = Int(bytes.word(at: range.lowerBound + 4), atMost: Self.mostNumbers)
  }

  var blockCount: Int { (count + Self.blockSize - 1) / Self.blockSize }

  func start(ofBlock block: Int) -> Int {
    let record = range.lowerBound &+ 8 &+ 4 &* block
    bytes.check(record..<record &+ 8)
    let start = Swift.min(range.lowerBound &+ Int(bytes.word(at: record)), range.upperBound)
    let isLast = block &+ 1 >= blockCount
    let next = isLast ? range.upperBound : range.lowerBound &+ Int(bytes.word(at: record &+ 4))
    bytes.check(start..<Swift.max(start, Swift.min(next, range.upperBound)))
    return start
  }

  /// Reads strings in order.
  struct Cursor {
    /// The string read last.
    fileprivate(set) var string: [UInt8] = []
    /// How many bytes it shares with the one before.
    fileprivate(set) var shared = 0
    /// The numbers behind it.
    fileprivate(set) var numbers: InlineArray<3, UInt32> = [0, 0, 0]
    /// The place of the string that is read next.
    fileprivate(set) var next: Int
    /// Where that lies.
    fileprivate var offset: Int
    /// Where the first string of the chapter lies, on which the first ones of its other blocks lean.
    fileprivate var head: Range<Int>
    /// The length of the string before, which may have been passed over.
    fileprivate var length = 0

    init(next: Int, offset: Int, head: Range<Int> = 0..<0) {
      (self.next, self.offset, self.head) = (next, offset, head)
    }

    func isLess(than key: [UInt8]) -> Bool {
      let (string, key) = (string.span, key.span)
      for place in 0..<Swift.min(string.count, key.count) where string[place] != key[place] {
        return string[place] < key[place]
      }
      return string.count < key.count
    }

    func hasPrefix(_ prefix: [UInt8]) -> Bool {
      guard string.count >= prefix.count else { return false }
      for place in prefix.indices where string[place] != prefix[place] { return false }
      return true
    }
  }

  /// A cursor that reads from a place on.
  func cursor(at place: Int = 0) -> Cursor {
    let place = Swift.max(0, place)
    var cursor =
      bytes.fences(ofTableAt: range.lowerBound)?.last(notBehind: place).map { self.cursor(at: $0) }
      ?? self.cursor(atBlock: place / Self.blockSize)
    while cursor.next < place, advance(&cursor) {}
    return cursor
  }

  /// A cursor that reads from the beginning of a block on.
  private func cursor(atBlock block: Int) -> Cursor {
    let isHead = block % Self.chapterSize == 0
    return Cursor(
      next: block * Self.blockSize, offset: start(ofBlock: block),
      head: isHead ? 0..<0 : head(ofChapter: block / Self.chapterSize))
  }

  /// Reads the next string; `false` at the end.
  func advance(_ cursor: inout Cursor) -> Bool {
    guard cursor.next < count, cursor.offset < range.upperBound else { return false }
    guard isThere(cursor.offset) else { return false }
    let added: Int
    if cursor.next % Self.blockSize == 0 {
      added = beginBlock(&cursor)
    } else {
      added = readCounts(at: &cursor.offset, length: &cursor.length)
      cursor.shared = Swift.min(cursor.length, cursor.string.count)
      cursor.string.removeLast(cursor.string.count - cursor.shared)
    }
    guard isThere(cursor.offset, with: added) else { return false }
    cursor.length &+= added
    let end = Swift.min(cursor.offset &+ added, range.upperBound)
    bytes.append(Swift.min(cursor.offset, end)..<end, to: &cursor.string)
    cursor.offset = end
    readNumbers(&cursor)
    cursor.next += 1
    return true
  }

  /// Reads what the first string of a block shares with the first one of its chapter.
  ///
  /// - Returns: The number of bytes that follow.
  private func beginBlock(_ cursor: inout Cursor) -> Int {
    let shared = length(at: &cursor.offset)
    let added = length(at: &cursor.offset)
    cursor.numbers[0] = 0
    cursor.string.removeAll(keepingCapacity: true)
    if cursor.next % (Self.blockSize * Self.chapterSize) == 0 {
      let start = Swift.min(cursor.offset, range.upperBound)
      cursor.head = start..<Swift.min(start + added, range.upperBound)
      cursor.length = 0
    } else {
      cursor.length = Swift.min(shared, cursor.head.count)
      bytes.append(cursor.head.prefix(cursor.length), to: &cursor.string)
    }
    cursor.shared = 0
    return added
  }

  /// Reads the length of a string.
  @inline(__always)
  func length(at offset: inout Int) -> Int {
    Int(Swift.min(bytes.varint(at: &offset), UInt32(Self.longest)))
  }

  /// Reads how much a string shares with the one before.
  ///
  /// - Parameters:
  ///   - offset: Where the string lies; then, where the bytes that follow do.
  ///   - length: The length of the string before; then, of what it shares.
  /// - Returns: The number of bytes that follow.
  @inline(__always)
  private func readCounts(at offset: inout Int, length: inout Int) -> Int {
    let counts = Int(bytes[offset])
    offset &+= 1
    var (dropped, added) = (counts & Self.longCount, counts >> 4)
    if dropped == Self.longCount { dropped &+= self.length(at: &offset) }
    if added == Self.longCount { added &+= self.length(at: &offset) }
    length = Swift.max(0, length &- dropped)
    return added
  }

  /// Reads the numbers behind a string; the first counts on from the string before.
  private func readNumbers(_ cursor: inout Cursor) {
    guard numberCount > 0 else { return }
    let step = bytes.varint(at: &cursor.offset)
    cursor.numbers[0] = cursor.numbers[0] &+ (step >> 1 ^ (0 &- (step & 1)))
    for place in 1..<Swift.max(1, numberCount) {
      cursor.numbers[place] = bytes.varint(at: &cursor.offset)
    }
  }

  /// Passes over strings that share so many bytes with the one read last.
  ///
  /// - Complexity: O(1) for a block of which all strings do.
  func skip(_ cursor: inout Cursor, sharing count: Int) {
    guard count <= cursor.string.count else { return }
    let prefix = Array(cursor.string[..<count])
    while cursor.next < self.count, cursor.offset < range.upperBound {
      guard isThere(cursor.offset) else { return }
      if cursor.next % Self.blockSize == 0 {
        // In pieces no block is looked ahead for: the cursor reads on.
        guard bytes.pieces == nil else { return }
        let block = cursor.next / Self.blockSize
        guard block + 1 < blockCount, isFirstString(ofBlock: block + 1, beginningWith: prefix)
        else { return }
        cursor.next += Self.blockSize
        cursor.offset = start(ofBlock: block + 1)
        cursor.head = head(ofChapter: (block + 1) / Self.chapterSize)
        continue
      }
      var (offset, length) = (cursor.offset, cursor.length)
      let added = readCounts(at: &offset, length: &length)
      guard length >= count, isThere(offset, with: added) else { return }
      cursor.length = length &+ added
      cursor.offset = offset &+ added
      readNumbers(&cursor)
      cursor.next += 1
      // What comes next shares bytes with these, but no more than `count` of them are known here.
      cursor.string.removeLast(Swift.max(0, cursor.string.count - count))
    }
  }

  /// Reads the next string, or leaves `nil` at the end.
  func advance(_ cursor: inout Cursor?) {
    guard var next = cursor.take() else { return }
    if advance(&next) { cursor = next }
  }

  subscript(place: Int) -> [UInt8] {
    guard place >= 0, place < count else { return [] }
    var cursor = cursor(at: place)
    return advance(&cursor) ? cursor.string : []
  }

  /// A cursor that has read the first string that is not less than a key; `nil` if all are less.
  ///
  /// - Complexity: O(log *n*) comparisons and at most 16 strings read.
  func seek(_ key: [UInt8]) -> Cursor? {
    if let fences = bytes.fences(ofTableAt: range.lowerBound) { return seek(key, behind: fences) }
    var cursor = cursor(atBlock: block(before: key))
    cursor.string.reserveCapacity(64)
    while advance(&cursor) {
      if !cursor.isLess(than: key) { return cursor }
    }
    return nil
  }

  /// The place of the first string that is not less than a key.
  func place(notLessThan key: [UInt8]) -> Int? { seek(key).map { $0.next - 1 } }
}

extension Bytes {
  /// Appends a part of the run to an array.
  func append(_ range: Range<Int>, to array: inout [UInt8]) {
    withSpan(range) { span in
      unsafe span.withUnsafeBufferPointer { unsafe array.append(contentsOf: $0) }
    }
  }
}
