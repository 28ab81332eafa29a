/// Byte strings in ascending order, each found by binary search in place.
///
/// Laid out as the count, `count + 1` offsets from the first string's beginning, then the strings.
struct StringTable {
  let bytes: Bytes
  let range: Range<Int>
  let count: Int

  init(bytes: Bytes, range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    let stated = Int(bytes.word(at: range.lowerBound))
    count = Swift.min(stated, Swift.max(0, (range.count - 8) / 4))
  }

  /// Where a string lies in `bytes`.
  func location(_ index: Int) -> Range<Int> {
    guard index >= 0, index < count else { return 0..<0 }
    let offsets = range.lowerBound &+ 4
    let heap = offsets &+ 4 &* (count &+ 1)
    let start = heap &+ Int(bytes.word(at: offsets &+ 4 &* index))
    let end = heap &+ Int(bytes.word(at: offsets &+ 4 &* index &+ 4))
    guard start <= end, end <= range.upperBound else { return 0..<0 }
    return start..<end
  }

  subscript(index: Int) -> [UInt8] { bytes.array(location(index)) }

  /// The place of the first string that is not less than a key.
  ///
  /// - Complexity: O(log *n*) comparisons.
  func lowerBound(of key: [UInt8]) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if compare(location(middle), key) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func index(of key: [UInt8]) -> Int? {
    let place = lowerBound(of: key)
    return place < count && compare(location(place), key) == 0 ? place : nil
  }

  private func compare(_ place: Range<Int>, _ key: [UInt8]) -> Int {
    bytes.withSpan(place) { span in
      for index in 0..<Swift.min(span.count, key.count) where span[index] != key[index] {
        return span[index] < key[index] ? -1 : 1
      }
      return span.count - key.count
    }
  }
}

extension ByteWriter {
  /// Appends a ``StringTable``; the strings must be in ascending order.
  mutating func append(table strings: [[UInt8]]) {
    append(UInt32(strings.count))
    var offset: UInt32 = 0
    append(offset)
    for string in strings {
      offset += UInt32(string.count)
      append(offset)
    }
    for string in strings { append(string) }
  }
}
