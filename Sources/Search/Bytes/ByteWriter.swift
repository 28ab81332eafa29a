/// Bytes in the making, little-endian.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(_ word: UInt32) {
    unsafe withUnsafeBytes(of: word.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func append(_ longWord: UInt64) {
    unsafe withUnsafeBytes(of: longWord.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  /// Appends a number in groups of seven bits, the lowest first, each but the last with its top bit set.
  mutating func append(varint number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func append(_ other: ArraySlice<UInt8>) { bytes.append(contentsOf: other) }

  /// Appends what another wrote; without a copy if nothing was written before.
  mutating func join(_ other: ByteWriter) {
    if bytes.isEmpty { self = other } else { append(other.bytes) }
  }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(zeros count: Int) {
    bytes.append(contentsOf: repeatElement(0, count: count))
  }

  /// Writes over the first bytes.
  mutating func replaceBeginning(with other: ByteWriter) {
    bytes.replaceSubrange(0..<other.count, with: other.bytes)
  }

  /// Fills up to a multiple of eight bytes.
  mutating func align() {
    while bytes.count % 8 != 0 { bytes.append(0) }
  }
}

extension Bytes {
  /// Reads a number written by ``ByteWriter/append(varint:)`` and moves past it.
  ///
  /// Numbers longer than 32 bits, which only damage can make, are cut.
  @inline(__always)
  func varint(at offset: inout Int) -> UInt32 {
    // Most numbers are short.
    let first = self[offset]
    offset &+= 1
    guard first >= 0x80 else { return UInt32(first) }
    return longVarint(UInt32(first & 0x7F), at: &offset)
  }

  @inline(never)
  private func longVarint(_ number: UInt32, at offset: inout Int) -> UInt32 {
    var number = number
    var shift: UInt32 = 7
    while shift < 35 {
      let byte = self[offset]
      offset &+= 1
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return number
  }
}
