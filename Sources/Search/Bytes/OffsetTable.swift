/// Ascending offsets, each in about two bytes.
///
/// | bytes | what |
/// |---|---|
/// | 4 | the number of offsets |
/// | 4 | where the blocks begin, from the beginning of the table |
/// | 8 for each 32 offsets | the first of them, and where its block begins, from the first block |
/// | … | the blocks: for each of the 31 others the distance from the one before (varint) |
struct OffsetTable {
  static let blockSize = 32

  private let bytes: Bytes
  private let range: Range<Int>
  let count: Int

  init(_ bytes: Bytes, _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    let blocks = Swift.max(0, range.count - 8) / 8
    count = Int(bytes.word(at: range.lowerBound), atMost: blocks, times: Self.blockSize)
  }

  /// An offset and the one behind it.
  func bounds(_ place: Int) -> (start: Int, end: Int) {
    let block = place / Self.blockSize
    let record = range.lowerBound &+ 8 &+ 8 &* block
    guard bytes.check(record..<record &+ 12) else {
      expectBlock(of: place)
      return (0, 0)
    }
    var offset = Int(bytes.word(at: record))
    var next =
      range.lowerBound &+ Int(bytes.word(at: range.lowerBound &+ 4))
      &+ Int(bytes.word(at: record &+ 4))
    let blockEnd = Swift.max(next, Swift.min(range.upperBound, next &+ 5 &* Self.blockSize))
    guard bytes.check(next..<blockEnd) else { return (0, 0) }
    for _ in 0..<place % Self.blockSize { offset &+= Int(bytes.varint(at: &next)) }
    guard place % Self.blockSize == Self.blockSize - 1 else {
      return (offset, offset &+ Int(bytes.varint(at: &next)))
    }
    return (offset, Int(bytes.word(at: record &+ 8)))
  }
}

// MARK: - In pieces

extension OffsetTable {
  /// Places of blocks, one for some thousand offsets.
  func fences() -> [Fence] {
    stride(from: 0, to: count, by: 32 * Self.blockSize).map { place in
      let record = range.lowerBound + 8 + 8 * (place / Self.blockSize)
      let block = Int(bytes.word(at: range.lowerBound + 4)) + Int(bytes.word(at: record + 4))
      return Fence(place: place, offset: range.lowerBound + block, key: [])
    }
  }

  /// Wants the block of an offset together with the record that tells where it is.
  private func expectBlock(of place: Int) {
    guard let table = bytes.fences(ofTableAt: range.lowerBound),
      let first = table.last(notBehind: place)
    else { return }
    let size = 32 * Self.blockSize
    let next = table.last(notBehind: first.place + size)
    let end = next.flatMap { $0.place > place ? $0.offset : nil } ?? range.upperBound
    let guess = first.offset + (end - first.offset) * (place - first.place) / size
    _ = bytes.has(guess..<Swift.min(end, guess + 1))
  }
}

/// Lays out an ``OffsetTable``.
struct OffsetTableWriter {
  private var records = ByteWriter()
  private var blocks = ByteWriter()
  private var last = 0
  private var count = 0

  mutating func append(_ offset: Int) {
    if count % OffsetTable.blockSize == 0 {
      records.append(UInt32(offset))
      records.append(UInt32(blocks.count))
    } else {
      blocks.append(varint: UInt32(offset - last))
    }
    last = offset
    count += 1
  }

  func finish() -> ByteWriter {
    var writer = ByteWriter()
    writer.append(UInt32(count))
    writer.append(UInt32(8 + records.count))
    writer.append(records.bytes)
    writer.append(blocks.bytes)
    return writer
  }
}
