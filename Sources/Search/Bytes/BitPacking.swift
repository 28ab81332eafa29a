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
  /// everywhere. In the browser, where code is loaded before it runs, they come one by one.
  ///
  /// - Parameters:
  ///   - memory: The packed numbers.
  ///   - count: How many there are.
  ///   - width: The bits of each.
  ///   - numbers: Room for `count` numbers, up to a multiple of 16; behind the last one is anything.
  @inline(__always)
  static func unpack(
    _ memory: UnsafeRawPointer, count: Int, width: Int, to numbers: UnsafeMutablePointer<UInt32>
  ) {
    var place = 0
    #if !arch(wasm32)
      if width <= 8 {
        unsafe Sixteen.unpack(memory, count: count, width: width) { place, sixteen in
          let bytes = unsafe unsafeBitCast(sixteen, to: SIMD16<UInt8>.self)
          unsafe UnsafeMutableRawPointer(numbers + place).storeBytes(
            of: SIMD16<UInt32>(truncatingIfNeeded: bytes), as: SIMD16<UInt32>.self)
        }
        return
      }
      if width <= 14 {
        let mask: UInt64 = (1 << UInt64(width & 63)) &- 1
        while place &+ 4 <= count {
          var word = unsafe word(at: place &* width, in: memory)
          for lane in 0..<4 {
            unsafe numbers[place &+ lane] = UInt32(truncatingIfNeeded: word & mask)
            word >>= UInt64(width)
          }
          place &+= 4
        }
      }
    #endif
    while place < count {
      unsafe numbers[place] = number(place, width: width, in: memory)
      place &+= 1
    }
  }

  /// The 57 bits or more from a bit on, the first one lowest.
  @inline(__always)
  private static func word(at bit: Int, in memory: UnsafeRawPointer) -> UInt64 {
    let word = unsafe memory.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self)
    return UInt64(littleEndian: word) >> UInt64(bit & 7)
  }

  /// One of some numbers of one width.
  @inline(__always)
  private static func number(_ place: Int, width: Int, in memory: UnsafeRawPointer) -> UInt32 {
    let mask: UInt64 = (1 << UInt64(width & 63)) &- 1
    return unsafe UInt32(truncatingIfNeeded: word(at: place &* width, in: memory) & mask)
  }

  /// Adds a number to numbers of at most four bits, and stores each in a byte.
  ///
  /// - Parameters:
  ///   - memory: The packed numbers.
  ///   - count: How many there are.
  ///   - width: The bits of each; from five on, as only damage tells, the bytes are anything.
  ///   - least: What to add.
  ///   - numbers: Room for `count` bytes, up to a multiple of 16; behind the last one is anything.
  @inline(__always)
  static func unpack(
    _ memory: UnsafeRawPointer, count: Int, width: Int, adding least: UInt32,
    to numbers: UnsafeMutablePointer<UInt8>
  ) {
    #if arch(wasm32)
      for place in 0..<count {
        let above = unsafe number(place, width: width, in: memory)
        unsafe numbers[place] = UInt8(truncatingIfNeeded: least &+ above)
      }
    #else
      let least = SIMD2(repeating: UInt64(least) &* 0x0101_0101_0101_0101)
      unsafe Sixteen.unpack(memory, count: count, width: Swift.min(4, width)) { place, sixteen in
        unsafe UnsafeMutableRawPointer(numbers + place).storeBytes(
          of: sixteen &+ least, as: SIMD2<UInt64>.self)
      }
    #endif
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
