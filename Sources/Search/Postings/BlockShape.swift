/// How the numbers of up to 128 documents are packed, in 28 bits; all but the peak, in 24.
///
/// A block holds the distances from document to document less 1, each in so many bits that the block is
/// shortest; then the impacts above the least one; then, for the distances that need more bits, their places
/// and what is missing above. That is "patched frame of reference" (Zukowski and others: "Super-scalar
/// RAM-CPU cache compression", 2006): neighbours in one folder share words, and a far document does not
/// widen the rest.
///
/// A few long distances are told by a place (7 bits) and what is missing, packed together; many by a bit
/// for each document of the block, then what is missing, packed.
struct BlockShape {
  var rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The bits of a distance: 0…31.
  var width: Int { Int(rawValue & 31) }
  /// The bits that a long distance has above.
  var exceptionWidth: Int { Int(rawValue >> 5 & 31) }
  /// How many distances are long: 0…127.
  var exceptionCount: Int { Int(rawValue >> 10 & 127) }
  /// The bits of an impact above the least.
  var impactWidth: Int { Int(rawValue >> 17 & 7) }
  var leastImpact: UInt32 { rawValue >> 20 & 15 }
  /// The greatest impact.
  var peak: UInt32 { rawValue >> 24 & 15 }

  /// The bytes of a block of so many documents.
  func size(count: Int) -> Int {
    BitPacking.size(count: count, width: width) &+ BitPacking.size(count: count, width: impactWidth)
      &+ Self.exceptionSize(exceptionCount, of: count, width: exceptionWidth)
  }

  /// The bits of a place in a block.
  private static let placeWidth = 7

  /// Whether a bit a document takes no more room than the places of the long distances.
  @inline(__always)
  private static func areMany(_ long: Int, of count: Int) -> Bool {
    long &* placeWidth >= count && long > 0
  }

  /// The bytes that tell of long distances.
  private static func exceptionSize(_ long: Int, of count: Int, width: Int) -> Int {
    areMany(long, of: count)
      ? BitPacking.size(count: count, width: 1) &+ BitPacking.size(count: long, width: width)
      : BitPacking.size(count: long, width: placeWidth &+ width)
  }

  /// Reads a block: distances and impacts.
  ///
  /// - Returns: `count`, or 0 if the block does not lie before `end`.
  @inline(__always)
  func read(
    _ bytes: Bytes, at offset: Int, end: Int, count: Int, documents: UnsafeMutablePointer<UInt32>,
    impacts: UnsafeMutablePointer<UInt8>?
  ) -> Int {
    let size = size(count: count)
    guard offset &+ size <= end, exceptionCount <= count,
      let memory = unsafe bytes.memory(at: offset, count: size)
    else { return 0 }
    unsafe BitPacking.unpack(memory, count: count, width: width, to: documents)
    var next = unsafe memory + BitPacking.size(count: count, width: width)
    if let impacts = unsafe impacts { unsafe read(impacts: impacts, at: next, count: count) }
    unsafe next += BitPacking.size(count: count, width: impactWidth)
    if exceptionCount > 0 { unsafe readAbove(documents, at: next, count: count) }
    return count
  }
}

// MARK: - Long distances

extension BlockShape {
  /// Adds to long distances what is missing above.
  @inline(__always)
  private func readAbove(
    _ documents: UnsafeMutablePointer<UInt32>, at memory: UnsafeRawPointer, count: Int
  ) {
    let long = exceptionCount
    guard Self.areMany(long, of: count) else {
      let codeWidth = Self.placeWidth &+ exceptionWidth
      let mask: UInt64 = (1 << UInt64(codeWidth)) &- 1
      for number in 0..<long {
        let code = unsafe Self.bits(number &* codeWidth, of: memory) & mask
        let place = Int(truncatingIfNeeded: code & 127)
        guard place < count else { continue }
        unsafe documents[place] |= UInt32(truncatingIfNeeded: code >> 7) &<< UInt32(width)
      }
      return
    }
    let above = unsafe memory + BitPacking.size(count: count, width: 1)
    let mask: UInt64 = (1 << UInt64(exceptionWidth)) &- 1
    var number = 0
    for first in stride(from: 0, to: count, by: 64) {
      var marks = unsafe Self.bits(first, of: memory)
      if count &- first < 64 { marks &= (1 << UInt64(count &- first)) &- 1 }
      // In a damaged block more may be marked than there are.
      guard number &+ marks.nonzeroBitCount <= long else { return }
      while marks != 0 {
        let place = first &+ marks.trailingZeroBitCount
        marks &= marks &- 1
        let code = unsafe Self.bits(number &* exceptionWidth, of: above) & mask
        unsafe documents[place] |= UInt32(truncatingIfNeeded: code) &<< UInt32(width)
        number &+= 1
      }
    }
  }

  /// The 57 bits or more from a bit on, the first one lowest.
  @inline(__always)
  private static func bits(_ bit: Int, of memory: UnsafeRawPointer) -> UInt64 {
    let word = unsafe memory.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self)
    return UInt64(littleEndian: word) >> UInt64(bit & 7)
  }
}

extension BlockShape {
  @inline(__always)
  private func read(
    impacts: UnsafeMutablePointer<UInt8>, at memory: UnsafeRawPointer, count: Int
  ) {
    unsafe BitPacking.unpack(
      memory, count: count, width: impactWidth, adding: leastImpact, to: impacts)
  }

  /// Appends a block in its shortest shape.
  ///
  /// - Returns: The shape.
  static func append(
    gaps: [UInt32], impacts: [UInt32], to writer: inout ByteWriter
  ) -> BlockShape {
    let width = bestWidth(for: gaps)
    let least = impacts.min() ?? 0
    let peak = impacts.max() ?? 0
    let impactWidth = BitPacking.width(of: peak - least)
    let long = gaps.indices.filter { gaps[$0] >> UInt32(width) != 0 }
    let above = long.map { gaps[$0] >> UInt32(width) }
    let exceptionWidth = BitPacking.width(of: above.max() ?? 0)
    let mask: UInt32 = width == 0 ? 0 : UInt32.max >> UInt32(32 - width)
    writer.append(packed: gaps, width: width) { $0 & mask }
    writer.append(packed: impacts, width: impactWidth) { $0 - least }
    if areMany(long.count, of: gaps.count) {
      writer.append(packed: gaps, width: 1) { $0 >> UInt32(width) == 0 ? 0 : 1 }
      writer.append(packed: above, width: exceptionWidth) { $0 }
    } else {
      var bits = BitWriter()
      for (place, above) in zip(long, above) {
        bits.append(UInt32(place), width: placeWidth)
        bits.append(above, width: exceptionWidth)
      }
      bits.end(in: &writer)
    }
    var shape = UInt32(width) | UInt32(exceptionWidth) << 5 | UInt32(long.count) << 10
    shape |= UInt32(impactWidth) << 17 | least << 20 | peak << 24
    return BlockShape(rawValue: shape)
  }

  /// Reading a long distance takes time, for which it must save so many bits more.
  private static let exceptionTime = 4

  /// The width that makes a block shortest.
  private static func bestWidth(for gaps: [UInt32]) -> Int {
    var counts: InlineArray<33, Int> = .init(repeating: 0)
    var most = 0
    for gap in gaps {
      let width = BitPacking.width(of: gap)
      counts[width] += 1
      most = Swift.max(most, width)
    }
    var best = (width: Swift.min(most, 31), bits: gaps.count * most)
    var long = 0
    var width = most
    while width > 0 {
      long += counts[width]
      width -= 1
      guard long < 128 else { break }
      let size = exceptionSize(long, of: gaps.count, width: most - width)
      let bits = gaps.count * width + 8 * size + long * exceptionTime
      if bits < best.bits, most - width < 32 { best = (width, bits) }
    }
    return best.width
  }
}
