/// Byte strings, numbered in the order in which they were added, in one run of bytes.
struct StringList {
  /// Every string behind the one before.
  private(set) var heap: [UInt8] = []
  /// Where each string ends.
  private var ends: [UInt32] = []

  var count: Int { ends.count }

  func range(_ number: Int) -> Range<Int> {
    Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number])
  }

  subscript(number: Int) -> ArraySlice<UInt8> { heap[range(number)] }

  mutating func append(_ string: Span<UInt8>) {
    for place in string.indices { heap.append(string[place]) }
    ends.append(UInt32(heap.count))
  }

  @inline(__always)
  func holds(_ string: Span<UInt8>, at number: Int) -> Bool {
    heap.span.extracting(range(number)).isEqual(to: string)
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

  /// The strings in another order.
  func inOrder(_ numbers: [Int]) -> StringList {
    var list = StringList()
    list.heap.reserveCapacity(heap.count)
    list.ends.reserveCapacity(count)
    for number in numbers { list.append(heap.span.extracting(range(number))) }
    return list
  }
}
