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
  ///
  /// - Parameters:
  ///   - memory: The packed numbers.
  ///   - count: How many there are.
  ///   - width: The bits of each.
  ///   - numbers: Room for `count` numbers, filled up to a multiple of 16.
  @inline(__always)
  static func unpack(
    _ memory: UnsafeRawPointer, count: Int, width: Int, to numbers: UnsafeMutablePointer<UInt32>
  ) {
    if width <= 8 {
      unsafe Sixteen.unpack(memory, count: count, width: width) { place, sixteen in
        let bytes = unsafe unsafeBitCast(sixteen, to: SIMD16<UInt8>.self)
        unsafe UnsafeMutableRawPointer(numbers + place).storeBytes(
          of: SIMD16<UInt32>(truncatingIfNeeded: bytes), as: SIMD16<UInt32>.self)
      }
      return
    }
    let mask: UInt64 = (1 << UInt64(width & 63)) &- 1
    var place = 0
    if width <= 14 {
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

  /// Adds a number to numbers of at most four bits, and stores each in a byte.
  ///
  /// - Parameters:
  ///   - memory: The packed numbers.
  ///   - count: How many there are.
  ///   - width: The bits of each; from five on, as only damage tells, the bytes are anything.
  ///   - least: What to add.
  ///   - numbers: Room for `count` bytes, filled up to a multiple of 16.
  @inline(__always)
  static func unpack(
    _ memory: UnsafeRawPointer, count: Int, width: Int, adding least: UInt32,
    to numbers: UnsafeMutablePointer<UInt8>
  ) {
    let least = SIMD2(repeating: UInt64(least) &* 0x0101_0101_0101_0101)
    unsafe Sixteen.unpack(memory, count: count, width: Swift.min(4, width)) { place, sixteen in
      unsafe UnsafeMutableRawPointer(numbers + place).storeBytes(
        of: sixteen &+ least, as: SIMD2<UInt64>.self)
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
