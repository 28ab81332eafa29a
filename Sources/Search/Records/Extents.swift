/// A bound of the positions in each document, in a byte: the bounds of a class are at most an eighth apart.
///
/// Places of words are told in as many bits as the bound of their document needs.
enum Extents {
  /// The class of the least bound that is not less than an extent.
  static func `class`(of extent: UInt32) -> UInt8 {
    var low: UInt8 = 0
    var high: UInt8 = 0xFF
    while low < high {
      let middle = low + (high - low) / 2
      if bound(ofClass: middle) < extent { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// 1…16 by ones, then eight bounds for each doubling.
  @inline(__always)
  static func bound(ofClass number: UInt8) -> UInt32 {
    guard number > 15 else { return UInt32(number) + 1 }
    let steps = UInt32(number) - 7
    return Swift.min(1 << 25, (8 + (steps & 7)) << Swift.min(22, steps >> 3))
  }
}
