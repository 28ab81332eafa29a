/// Different strings of one run of bytes, numbered in the order in which they were first met.
///
/// A hash table with open addressing: a string costs one hash, mostly one comparison, and no allocation.
struct ByteStrings {
  /// Where each string lies.
  private(set) var ranges: [Range<Int>] = []
  private(set) var hashes: [UInt64] = []
  /// For each slot the number of its string and one more, or zero.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  var count: Int { ranges.count }

  /// The number of a string; a new one if it was not there.
  mutating func insert(_ range: Range<Int>, of heap: [UInt8]) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(range, of: heap)
    let slot = slot(of: range, hash, in: heap)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    ranges.append(range)
    hashes.append(hash)
    slots[slot] = UInt32(ranges.count)
    if 2 * ranges.count > slots.count { grow() }
    return (ranges.count - 1, true)
  }

  /// The number of a string, if it is there.
  func number(of range: Range<Int>, in heap: [UInt8]) -> Int? {
    let slot = slot(of: range, Self.hash(range, of: heap), in: heap)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  private func slot(of range: Range<Int>, _ hash: UInt64, in heap: [UInt8]) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, heap[ranges[number]] == heap[range] { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: 2 * slots.count)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  static func hash(_ range: Range<Int>, of heap: [UInt8]) -> UInt64 {
    let sum = unsafe heap.withUnsafeBytes {
      unsafe rapidChecksum(UnsafeRawBufferPointer(rebasing: $0[range]))
    }
    return sum ^ sum >> 32
  }
}
