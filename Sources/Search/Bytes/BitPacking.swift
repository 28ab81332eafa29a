/// Numbers of one width, one after another without gaps, the lowest bit first.
///
/// A number is read with one unaligned load of eight bytes, so widths go up to 32 bits and whoever
/// reads must own the eight bytes behind the last number; an index ends with as many zeros.
enum BitPacking {
  /// What a wide read may touch behind the numbers themselves.
  static let padding = 8

  /// The bits that the largest of some numbers needs.
  static func width(of largest: UInt32) -> Int { 32 - largest.leadingZeroBitCount }

  /// The bytes that some numbers take.
  static func size(count: Int, width: Int) -> Int { (count * width + 7) >> 3 }

  /// Reads numbers from memory that holds them and ``padding``.
  ///
  /// Up to eight numbers come out of one load: that is as fast as wider registers here, and runs
  /// everywhere.
  @inline(__always)
  static func unpack(
    _ memory: UnsafeRawPointer, count: Int, width: Int, to numbers: UnsafeMutablePointer<UInt32>
  ) {
    let mask: UInt64 = (1 << UInt64(width & 63)) &- 1
    var place = 0
    if width <= 7 {
      var source = unsafe memory
      while place &+ 8 <= count {
        var word = unsafe UInt64(littleEndian: source.loadUnaligned(as: UInt64.self))
        for lane in 0..<8 {
          unsafe numbers[place &+ lane] = UInt32(truncatingIfNeeded: word & mask)
          word >>= UInt64(width)
        }
        unsafe source += width
        place &+= 8
      }
    } else if width <= 14 {
      while place &+ 4 <= count {
        let bit = place &* width
        var word = unsafe UInt64(
          littleEndian: memory.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
        word >>= UInt64(bit & 7)
        for lane in 0..<4 {
          unsafe numbers[place &+ lane] = UInt32(truncatingIfNeeded: word & mask)
          word >>= UInt64(width)
        }
        place &+= 4
      }
    }
    while place < count {
      let bit = place &* width
      let word = unsafe UInt64(
        littleEndian: memory.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
      unsafe numbers[place] = UInt32(truncatingIfNeeded: word >> UInt64(bit & 7) & mask)
      place &+= 1
    }
  }
}

extension ByteWriter {
  /// Appends numbers, each in `width` bits, and fills the last byte with zeros.
  ///
  /// - Parameters:
  ///   - numbers: The numbers.
  ///   - width: The bits of each.
  ///   - value: What to write of each number: less than 2^`width`.
  @inline(__always)
  mutating func append(packed numbers: [UInt32], width: Int, _ value: (UInt32) -> UInt32) {
    guard width > 0 else { return }
    var pending: UInt64 = 0
    var bits = 0
    for number in numbers {
      let number = UInt64(value(number))
      pending |= number &<< UInt64(bits)
      bits &+= width
      if bits >= 64 {
        append(pending)
        bits &-= 64
        pending = number >> UInt64(width &- bits)
      }
    }
    while bits > 0 {
      append(byte: UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      bits -= 8
    }
  }
}
