/// Lists of numbers one behind the other, each ascending.
struct NumberLists: Hashable, Sendable {
  /// The numbers of all lists.
  private(set) var numbers: [UInt32] = []

  /// Where each list ends among the numbers.
  private(set) var ends: [UInt32] = []

  init() {}

  /// Takes lists as they were kept; `nil` if they are none.
  ///
  /// - Complexity: O(*n*) in the number of lists.
  init?(numbers: [UInt32], ends: [UInt32]) {
    var last: UInt32 = 0
    for end in ends {
      guard end >= last else { return nil }
      last = end
    }
    guard Int(last) == numbers.count else { return nil }
    (self.numbers, self.ends) = (numbers, ends)
  }

  /// Adds a list; its numbers are put in order.
  mutating func append(_ list: some Sequence<UInt32>) {
    numbers += list.sorted()
    ends.append(UInt32(numbers.count))
  }

  /// A list; empty where there is none.
  subscript(place: Int?) -> ArraySlice<UInt32> {
    guard let place, ends.indices.contains(place) else { return [] }
    return numbers[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
  }
}

/// How many numbers two ascending lists have in common.
///
/// - Complexity: O(*n*) in the lengths of both.
func commonCount(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Int {
  var count = 0
  var (one, other) = (left.startIndex, right.startIndex)
  while one < left.endIndex, other < right.endIndex {
    let (a, b) = (left[one], right[other])
    if a == b { count += 1 }
    if a <= b { one += 1 }
    if b <= a { other += 1 }
  }
  return count
}
