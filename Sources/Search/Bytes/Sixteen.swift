/// Numbers of up to eight bits, parted into bytes: eight in a word, and two words at once.
enum Sixteen {
  typealias Words = SIMD2<UInt64>

  /// Parts packed numbers, 16 at once.
  ///
  /// There is a loop for each width: shifting by a number that is known takes one instruction for both words.
  ///
  /// - Parameters:
  ///   - memory: The packed numbers.
  ///   - count: How many there are.
  ///   - width: The bits of each, at most 8.
  ///   - body: Called with the place of each 16th number and the bytes from there on, in their order.
  @inline(__always)
  static func unpack(
    _ memory: UnsafeRawPointer, count: Int, width: Int, _ body: (Int, Words) -> Void
  ) {
    switch width {
    case 0: unsafe unpackAll(memory, count: count, width: 0, body)
    case 1: unsafe unpackAll(memory, count: count, width: 1, body)
    case 2: unsafe unpackAll(memory, count: count, width: 2, body)
    case 3: unsafe unpackAll(memory, count: count, width: 3, body)
    case 4: unsafe unpackAll(memory, count: count, width: 4, body)
    case 5: unsafe unpackAll(memory, count: count, width: 5, body)
    case 6: unsafe unpackAll(memory, count: count, width: 6, body)
    case 7: unsafe unpackAll(memory, count: count, width: 7, body)
    default: unsafe unpackAll(memory, count: count, width: 8, body)
    }
  }

  @inline(__always)
  private static func unpackAll(
    _ memory: UnsafeRawPointer, count: Int, width: Int, _ body: (Int, Words) -> Void
  ) {
    var source = unsafe memory
    var place = 0
    while place < count {
      // Eight numbers behind the last one may lie outside of what can be read.
      let next = place &+ 8 < count ? width : 0
      let first = unsafe source.loadUnaligned(as: UInt64.self)
      let second = unsafe source.loadUnaligned(fromByteOffset: next, as: UInt64.self)
      body(
        place,
        parted(Words(UInt64(littleEndian: first), UInt64(littleEndian: second)), UInt64(width)))
      unsafe source += 2 &* width
      place &+= 16
    }
  }

  /// Parts the halves of each word, then their halves, then the numbers.
  @inline(__always)
  private static func parted(_ packed: Words, _ width: UInt64) -> Words {
    let shift = 8 &- width
    let halves: UInt64 = (1 &<< (4 &* width)) &- 1
    let quarters: UInt64 = ((1 &<< (2 &* width)) &- 1) &* 0x1_0000_0001
    let numbers: UInt64 = ((1 &<< width) &- 1) &* 0x1_0001_0001_0001
    var words = packed
    words = words & halves | (words &<< (4 &* shift)) & (halves &<< 32)
    words = words & quarters | (words &<< (2 &* shift)) & (quarters &<< 16)
    words = words & numbers | (words &<< shift) & (numbers &<< 8)
    return Words(words[0].littleEndian, words[1].littleEndian)
  }
}
