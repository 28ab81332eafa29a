/// Different byte strings, numbered in the order in which they were first met.
///
/// A hash table with open addressing over one run of bytes: a string that is known costs one hash, one
/// probe and one comparison, all of eight bytes at once, and no allocation.
struct StringSet {
  private(set) var strings = StringList()
  /// For each slot the number of its string and one more, and above it the string's hash; or zero.
  ///
  /// With the hash beside the number, a probe that misses touches nothing else.
  private var slots: [UInt64]

  init(capacity: Int = 1 << 10) {
    slots = [UInt64](repeating: 0, count: capacity)
  }

  var count: Int { strings.count }

  subscript(number: Int) -> ArraySlice<UInt8> { strings[number] }

  /// The number of a string, and whether it was not there before.
  mutating func insert(_ string: Span<UInt8>) -> (number: Int, isNew: Bool) {
    let hash = string.hash
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] != 0 {
      let entry = slots[slot]
      let number = Int(UInt32(truncatingIfNeeded: entry)) &- 1
      if entry >> 32 == UInt64(hash), strings.holds(string, at: number) { return (number, false) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    strings.append(string)
    slots[slot] = UInt64(hash) << 32 | UInt64(count)
    if count * 2 > slots.count { grow() }
    return (count - 1, true)
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    for entry in slots where entry != 0 {
      var slot = Int(truncatingIfNeeded: entry >> 32) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = entry
    }
    slots = larger
  }
}

// MARK: - Eight bytes at once

extension Span where Element == UInt8 {
  /// Folds the product of each eight bytes and an odd constant, as wyhash does.
  @inline(__always)
  fileprivate var hash: UInt32 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place &+ 8 < count {
      hash = mixed(hash, word(at: place))
      place &+= 8
    }
    let last = mixed(hash, lastWord)
    return UInt32(truncatingIfNeeded: last ^ last >> 32)
  }

  @inline(__always)
  func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var place = 0
    while place &+ 8 < count {
      guard word(at: place) == other.word(at: place) else { return false }
      place &+= 8
    }
    return lastWord == other.lastWord
  }

  /// Eight bytes that lie in the span.
  @inline(__always)
  private func word(at place: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  /// The last eight bytes, or all if there are fewer; no two spans of one length have the same.
  @inline(__always)
  private var lastWord: UInt64 {
    if count >= 8 { return word(at: count &- 8) }
    if count >= 4 {
      let first = unsafe bytes.unsafeLoadUnaligned(as: UInt32.self)
      let last = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return UInt64(first) | UInt64(last) << 32
    }
    guard count > 0 else { return 0 }
    return UInt64(self[0]) | UInt64(self[count / 2]) << 8 | UInt64(self[count &- 1]) << 16
  }
}
