/// Byte strings in the order in which they were written, each told by what differs from the one before.
///
/// | bytes | what |
/// |---|---|
/// | 4 | the number of strings |
/// | 4 | the numbers that follow each string |
/// | 4 a block | where each block of 16 strings begins, from the beginning of the table |
/// | … | each string: bytes shared with the one before (varint; 0 at the beginning of a block), bytes that follow (varint), these, then its numbers (varints) |
///
/// The first number counts on from the string before in the same block, up or down. Strings in ascending
/// order are found by binary search over the blocks; so are prefixes.
struct FrontCodedTable {
  static let blockSize = 16
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
    let stated = Int(bytes.word(at: range.lowerBound))
    let room = Swift.max(0, (range.count - 8) / 4)
    count = range.count >= 8 ? Swift.min(stated, room * Self.blockSize) : 0
    numberCount = Swift.min(Self.mostNumbers, Int(bytes.word(at: range.lowerBound + 4)))
  }

  private var blockCount: Int { (count + Self.blockSize - 1) / Self.blockSize }

  private func start(ofBlock block: Int) -> Int {
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
    fileprivate var offset: Int

    fileprivate func isLess(than key: [UInt8]) -> Bool {
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
    let block = place / Self.blockSize
    var cursor =
      bytes.fences(ofTableAt: range.lowerBound)?.last(notBehind: place).map { self.cursor(at: $0) }
      ?? Cursor(next: block * Self.blockSize, offset: start(ofBlock: block))
    while cursor.next < place, advance(&cursor) {}
    return cursor
  }

  /// Reads the next string; `false` at the end.
  func advance(_ cursor: inout Cursor) -> Bool {
    guard cursor.next < count, cursor.offset < range.upperBound else { return false }
    if cursor.next % Self.blockSize == 0 { cursor.numbers[0] = 0 }
    guard isThere(cursor.offset) else { return false }
    let shared = Int(bytes.varint(at: &cursor.offset))
    let length = Int(bytes.varint(at: &cursor.offset))
    cursor.shared = Swift.min(shared, cursor.string.count)
    cursor.string.removeLast(cursor.string.count - cursor.shared)
    let end = Swift.min(cursor.offset &+ Swift.min(length, Self.longest), range.upperBound)
    bytes.append(Swift.min(cursor.offset, end)..<end, to: &cursor.string)
    cursor.offset = end
    readNumbers(&cursor)
    cursor.next += 1
    return true
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
        continue
      }
      var offset = cursor.offset
      guard Int(bytes.varint(at: &offset)) >= count else { return }
      let length = Int(bytes.varint(at: &offset))
      offset &+= Swift.min(length, Self.longest)
      cursor.offset = offset
      readNumbers(&cursor)
      cursor.next += 1
      // What comes next shares bytes with these, but no more than `count` of them are known here.
      cursor.string.removeLast(Swift.max(0, cursor.string.count - count))
    }
  }

  private func isFirstString(ofBlock block: Int, beginningWith prefix: [UInt8]) -> Bool {
    var offset = start(ofBlock: block)
    _ = bytes.varint(at: &offset)
    let length = Int(bytes.varint(at: &offset))
    guard length >= prefix.count else { return false }
    for place in prefix.indices where bytes[offset + place] != prefix[place] { return false }
    return true
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
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      if isFirstString(ofBlock: middle, lessThan: key) { low = middle + 1 } else { high = middle }
    }
    var cursor = cursor(at: Swift.max(0, low - 1) * Self.blockSize)
    cursor.string.reserveCapacity(64)
    while advance(&cursor) {
      if !cursor.isLess(than: key) { return cursor }
    }
    return nil
  }

  /// The place of the first string that is not less than a key.
  func place(notLessThan key: [UInt8]) -> Int? { seek(key).map { $0.next - 1 } }

  private func isFirstString(ofBlock block: Int, lessThan key: [UInt8]) -> Bool {
    var offset = start(ofBlock: block)
    _ = bytes.varint(at: &offset)
    let length = Int(bytes.varint(at: &offset))
    let end = Swift.min(offset &+ Swift.min(length, Self.longest), range.upperBound)
    guard offset <= end else { return false }
    return bytes.withSpan(offset..<end) { string in
      for place in 0..<Swift.min(string.count, key.count) where string[place] != key[place] {
        return string[place] < key[place]
      }
      return string.count < key.count
    }
  }
}

// MARK: - In pieces

extension FrontCodedTable {
  /// A cursor that reads from a fence on, which stands at the beginning of a block.
  private func cursor(at fence: Fence) -> Cursor { Cursor(next: fence.place, offset: fence.offset) }

  /// Whether the string at an offset is there, unless it is uncommonly long.
  private func isThere(_ offset: Int) -> Bool {
    bytes.pieces == nil || bytes.has(offset..<Swift.min(range.upperBound, offset &+ Self.common))
  }

  /// Most strings and their numbers take fewer bytes.
  private static let common = 64

  /// Reads on from a fence, where the blocks’ beginnings are not there to be searched.
  private func seek(_ key: [UInt8], behind table: FencedTable) -> Cursor? {
    guard var cursor = table.last(lessThan: key).map({ self.cursor(at: $0) }) else { return nil }
    while advance(&cursor) {
      if !cursor.isLess(than: key) { return cursor }
    }
    return nil
  }

  /// Wants all strings between two keys at once.
  ///
  /// - Returns: Whether they are there.
  func expect(from first: [UInt8], to last: [UInt8]?) -> Bool {
    guard let table = bytes.fences(ofTableAt: range.lowerBound),
      let start = table.last(lessThan: first)
    else { return true }
    let end = last.flatMap { table.first(notLessThan: $0) }?.offset ?? range.upperBound
    return bytes.has(start.offset..<Swift.max(start.offset, end))
  }

  /// The first block of each piece.
  func fences(every size: Int) -> [Fence] {
    var fences: [Fence] = []
    for block in 0..<blockCount {
      let offset = start(ofBlock: block)
      if let last = fences.last, last.offset / size == offset / size { continue }
      let place = block * Self.blockSize
      fences.append(Fence(place: place, offset: offset, key: self[place]))
    }
    return fences
  }
}

extension Bytes {
  /// Appends a part of the run to an array.
  func append(_ range: Range<Int>, to array: inout [UInt8]) {
    withSpan(range) { span in
      unsafe span.withUnsafeBufferPointer { unsafe array.append(contentsOf: $0) }
    }
  }
}

/// Lays out a ``FrontCodedTable``.
struct FrontCodedTableWriter {
  private var body = ByteWriter()
  private var blocks: [UInt32] = []
  private var last: [UInt8] = []
  private var count = 0
  private var number: UInt32 = 0
  private let numberCount: Int

  init(numberCount: Int) { self.numberCount = numberCount }

  mutating func append(_ string: ArraySlice<UInt8>, numbers: [UInt32] = []) {
    let string = string.prefix(FrontCodedTable.longest)
    var shared = 0
    if count % FrontCodedTable.blockSize == 0 {
      blocks.append(UInt32(body.count))
      number = 0
    } else {
      let most = Swift.min(last.count, string.count)
      while shared < most, last[shared] == string[string.startIndex + shared] { shared += 1 }
    }
    body.append(varint: UInt32(shared))
    body.append(varint: UInt32(string.count - shared))
    body.append(string.dropFirst(shared))
    if let first = numbers.first {
      let step = Int32(bitPattern: first &- number)
      body.append(varint: UInt32(bitPattern: step << 1 ^ step >> 31))
      number = first
      for number in numbers.dropFirst() { body.append(varint: number) }
    }
    last.removeLast(last.count - shared)
    last.append(contentsOf: string.dropFirst(shared))
    count += 1
  }

  /// The bytes of the table.
  func finish() -> ByteWriter {
    var writer = ByteWriter()
    let heap = UInt32(8 + 4 * blocks.count)
    writer.append(UInt32(count))
    writer.append(UInt32(numberCount))
    for block in blocks { writer.append(heap + block) }
    writer.append(body.bytes)
    return writer
  }
}
