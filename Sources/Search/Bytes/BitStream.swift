/// Bits in the making, the lowest of each byte first.
struct BitWriter {
  /// The bits that fill words of 64.
  private var words: [UInt64] = []
  /// The bits behind them, fewer than 64.
  private var pending: UInt64 = 0
  private var pendingBits = 0

  /// The number of bits written.
  var count: Int { words.count * 64 + pendingBits }

  /// Appends the lowest `width` bits of a number that has no others; at most 32.
  @inline(__always)
  mutating func append(_ number: UInt32, width: Int) {
    let number = UInt64(number)
    pending |= number &<< UInt64(pendingBits)
    pendingBits &+= width
    guard pendingBits >= 64 else { return }
    words.append(pending)
    pendingBits &-= 64
    pending = number >> UInt64(width &- pendingBits)
  }

  /// Appends a number as Rice did (Rice and Plaunt, 1971): its part above `parameter` bits as so many
  /// ones and a zero, then the lower bits.
  ///
  /// Good where small numbers are the rule: a number of about 2^`parameter` takes two bits more than
  /// that. From ``BitReader/longestUnary`` ones on, the number follows in 32 bits.
  mutating func append(rice number: UInt32, parameter: Int) {
    let high = number >> UInt32(parameter)
    guard high < UInt32(BitReader.longestUnary) else {
      append(UInt32(1) << UInt32(BitReader.longestUnary) &- 1, width: BitReader.longestUnary)
      append(number, width: 32)
      return
    }
    append((1 << high) &- 1, width: Int(high) + 1)
    append(number & ((1 << UInt32(parameter)) &- 1), width: parameter)
  }

  /// Appends the bits to `other`, fills the last byte and begins anew.
  mutating func end(in other: inout ByteWriter) {
    for word in words { other.append(word) }
    while pendingBits > 0 {
      other.append(byte: UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingBits -= 8
    }
    pending = 0
    pendingBits = 0
    words.removeAll(keepingCapacity: true)
  }
}

/// Reads what a ``BitWriter`` wrote; beyond the end there are zeros.
@safe
struct BitReader {
  /// So many ones say that the number follows whole.
  static let longestUnary = 24

  private let bytes: Bytes
  private let memory: UnsafeRawPointer?
  /// The last byte at which eight can be read.
  private let last: Int

  /// The next bit to read, from `offset`.
  var place = 0

  init(_ bytes: Bytes, at offset: Int) {
    self.bytes = bytes
    unsafe memory = bytes.memory(at: offset, count: 0)
    last = bytes.count &- offset &- 8
  }

  /// 56 bits or more from a bit on, the first one lowest.
  @inline(__always)
  func ahead(of bit: Int) -> UInt64 {
    let byte = bit >> 3
    guard byte <= last, let memory = unsafe memory else { return 0 }
    let word = unsafe memory.loadUnaligned(fromByteOffset: byte, as: UInt64.self)
    return UInt64(littleEndian: word) >> UInt64(bit & 7)
  }

  @inline(__always)
  mutating func bits(_ width: Int) -> UInt32 {
    let number = ahead(of: place) & ((1 << UInt64(width)) &- 1)
    place &+= width
    return UInt32(truncatingIfNeeded: number)
  }

  @inline(__always)
  mutating func rice(parameter: Int) -> UInt32 {
    let read = rice(at: place, parameter: parameter)
    place = read.next
    return read.number
  }

  /// Reads a number in Rice's code at a bit; tells the bit behind it.
  @inline(__always)
  func rice(at bit: Int, parameter: Int) -> (number: UInt32, next: Int) {
    let word = ahead(of: bit)
    let high = (~word).trailingZeroBitCount
    guard high < Self.longestUnary else {
      let bit = bit &+ Self.longestUnary
      return (UInt32(truncatingIfNeeded: ahead(of: bit)), bit &+ 32)
    }
    let low = word &>> UInt64(high &+ 1) & ((1 &<< UInt64(parameter)) &- 1)
    return (
      UInt32(truncatingIfNeeded: UInt64(high) &<< UInt64(parameter) | low),
      bit &+ high &+ 1 &+ parameter
    )
  }
}
