/// How the numbers of up to 128 documents are packed, in 32 bits.
///
/// A block holds the distances from document to document less 1, each in so many bits that the block is
/// shortest; then the impacts above the least one; then, for the few distances that need more bits, their
/// places (a byte each) and what is missing above (packed). That is "patched frame of reference" (Zukowski
/// and others: "Super-scalar RAM-CPU cache compression", 2006): neighbours in one folder share words, and a
/// single far document does not widen the rest.
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
  var leastImpact: UInt32 { rawValue >> 20 & 63 }
  /// The greatest impact.
  var peak: UInt32 { rawValue >> 26 }

  /// The bytes of a block of so many documents.
  func size(count: Int) -> Int {
    BitPacking.size(count: count, width: width) &+ BitPacking.size(count: count, width: impactWidth)
      &+ exceptionCount &+ BitPacking.size(count: exceptionCount, width: exceptionWidth)
  }

  /// Reads a block: distances and impacts.
  ///
  /// - Returns: `count`, or 0 if the block does not lie before `end`.
  @inline(__always)
  func read(
    _ bytes: Bytes, at offset: Int, end: Int, count: Int, documents: UnsafeMutablePointer<UInt32>,
    impacts: UnsafeMutablePointer<UInt32>?
  ) -> Int {
    let size = size(count: count)
    guard offset &+ size <= end, exceptionCount <= count,
      let memory = unsafe bytes.memory(at: offset, count: size)
    else { return 0 }
    unsafe BitPacking.unpack(memory, count: count, width: width, to: documents)
    var next = unsafe memory + BitPacking.size(count: count, width: width)
    if let impacts = unsafe impacts { unsafe read(impacts: impacts, at: next, count: count) }
    unsafe next += BitPacking.size(count: count, width: impactWidth)
    let long = exceptionCount
    guard long > 0 else { return count }
    let bits = unsafe next + long
    for number in 0..<long {
      let place = unsafe Int(next.load(fromByteOffset: number, as: UInt8.self))
      let bit = number &* exceptionWidth
      let word = unsafe UInt64(
        littleEndian: bits.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
      let above = word >> UInt64(bit & 7) & ((1 << UInt64(exceptionWidth)) &- 1)
      guard place < count else { continue }
      unsafe documents[place] |= UInt32(truncatingIfNeeded: above) << UInt32(width)
    }
    return count
  }
}

extension BlockShape {
  @inline(__always)
  private func read(
    impacts: UnsafeMutablePointer<UInt32>, at memory: UnsafeRawPointer, count: Int
  ) {
    let least = leastImpact
    guard impactWidth > 0 else { return unsafe impacts.update(repeating: least, count: count) }
    unsafe BitPacking.unpack(memory, count: count, width: impactWidth, to: impacts)
    for place in 0..<count { unsafe impacts[place] &+= least }
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
    var places: [UInt8] = []
    var above: [UInt32] = []
    for (place, gap) in gaps.enumerated() where gap >> UInt32(width) != 0 {
      places.append(UInt8(place))
      above.append(gap >> UInt32(width))
    }
    let exceptionWidth = BitPacking.width(of: above.max() ?? 0)
    let mask: UInt32 = width == 0 ? 0 : UInt32.max >> UInt32(32 - width)
    writer.append(packed: gaps, width: width) { $0 & mask }
    writer.append(packed: impacts, width: impactWidth) { $0 - least }
    writer.append(places)
    writer.append(packed: above, width: exceptionWidth) { $0 }
    var shape = UInt32(width) | UInt32(exceptionWidth) << 5 | UInt32(places.count) << 10
    shape |= UInt32(impactWidth) << 17 | least << 20 | peak << 26
    return BlockShape(rawValue: shape)
  }

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
      let bits = gaps.count * width + long * (8 + most - width)
      if bits < best.bits, most - width < 32 { best = (width, bits) }
    }
    return best.width
  }
}
