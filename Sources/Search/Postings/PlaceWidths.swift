/// In how many bits a ``PostingList`` tells where its blocks and their positions begin.
///
/// Both are counted from the first of their kind, which needs no telling. Of each further block the two follow
/// one another, packed in as many bits as the greatest needs.
struct PlaceWidths {
  private var block = 0
  private var positions = 0
  private static let most = 32

  init() {}

  /// Widths in which all of some places can be told.
  init(blocks: [UInt32], positions: [UInt32]) {
    block = BitPacking.width(of: blocks.max() ?? 0)
    self.positions = BitPacking.width(of: positions.max() ?? 0)
  }

  /// Reads what ``append(to:)`` wrote.
  init(_ bytes: Bytes, at offset: inout Int) {
    block = Swift.min(Self.most, Int(bytes[offset]))
    positions = Swift.min(Self.most, Int(bytes[offset &+ 1]))
    offset &+= 2
  }

  /// Appends the widths.
  func append(to writer: inout ByteWriter) {
    writer.append(byte: UInt8(block))
    writer.append(byte: UInt8(positions))
  }

  /// Appends places of all blocks, the first one among them.
  func append(blocks: [UInt32], positions: [UInt32], to writer: inout ByteWriter) {
    var bits = BitWriter()
    for (block, positions) in zip(blocks, positions).dropFirst() {
      bits.append(block, width: self.block)
      bits.append(positions, width: self.positions)
    }
    bits.end(in: &writer)
  }

  /// The bytes in which the places of blocks behind the first one are told.
  func size(count: Int) -> Int { BitPacking.size(count: count, width: block &+ positions) }

  /// Where a block begins.
  @inline(__always)
  func block(_ number: Int, _ bytes: Bytes, at offset: Int) -> Int {
    number == 0 ? 0 : place((number &- 1) &* (block &+ positions), width: block, bytes, at: offset)
  }

  /// Where the positions of a block begin.
  @inline(__always)
  func positions(_ number: Int, _ bytes: Bytes, at offset: Int) -> Int {
    guard number > 0 else { return 0 }
    let bit = (number &- 1) &* (block &+ positions) &+ block
    return place(bit, width: positions, bytes, at: offset)
  }

  @inline(__always)
  private func place(_ bit: Int, width: Int, _ bytes: Bytes, at offset: Int) -> Int {
    let word = bytes.longWord(at: offset &+ bit >> 3) >> UInt64(bit & 7)
    return Int(truncatingIfNeeded: word & ((1 << UInt64(width)) &- 1))
  }
}
