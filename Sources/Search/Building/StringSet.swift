/// Different byte strings, numbered in the order in which they were first met.
///
/// A hash table with open addressing over one run of bytes: a string that is known costs one hash, one
/// probe and one comparison, and no allocation.
struct StringSet {
  /// Every string behind the one before.
  private(set) var heap: [UInt8] = []
  /// Where each string ends.
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// For each slot the number of its string and one more, or zero.
  private var slots: [UInt32]

  init(capacity: Int = 1 << 10) {
    slots = [UInt32](repeating: 0, count: capacity)
  }

  var count: Int { ends.count }

  func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  subscript(number: Int) -> ArraySlice<UInt8> { heap[range(number)] }

  /// The number of a string, and whether it was not there before.
  mutating func insert(_ string: Span<UInt8>) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(string)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, holds(string, at: number) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    for place in string.indices { heap.append(string[place]) }
    ends.append(heap.count)
    hashes.append(hash)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return (ends.count - 1, true)
  }

  private func holds(_ string: Span<UInt8>, at number: Int) -> Bool {
    let range = range(number)
    guard range.count == string.count else { return false }
    for place in string.indices where heap[range.lowerBound &+ place] != string[place] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in hashes.indices {
      var slot = Int(hashes[number]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// Folds the product of each eight bytes and an odd constant, as wyhash does.
  private static func hash(_ string: Span<UInt8>) -> UInt32 {
    var hash: UInt64 = UInt64(truncatingIfNeeded: string.count) &* 0x9E37_79B9_7F4A_7C15
    var word: UInt64 = 0
    for place in string.indices {
      word = word << 8 | UInt64(string[place])
      if place & 7 == 7 {
        hash = mixed(hash, word)
        word = 0
      }
    }
    let last = mixed(hash, word)
    return UInt32(truncatingIfNeeded: last ^ last >> 32)
  }

  /// The numbers in ascending order of their strings.
  ///
  /// - Complexity: O(*n* log *n*) comparisons, most of them of eight bytes at once.
  func sorted() -> [Int] {
    var keyed: [(prefix: UInt64, number: Int)] = []
    keyed.reserveCapacity(count)
    for number in 0..<count {
      let range = range(number)
      var prefix: UInt64 = 0
      for place in 0..<8 {
        let byte = place < range.count ? heap[range.lowerBound + place] : 0
        prefix = prefix << 8 | UInt64(byte)
      }
      keyed.append((prefix, number))
    }
    keyed.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return self[left.number].lexicographicallyPrecedes(self[right.number])
    }
    return keyed.map { $0.number }
  }
}
