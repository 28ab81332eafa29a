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
    count = Int(bytes.word(at: range.lowerBound), atMost: Swift.max(0, (range.count - 8) / 4))
  }

  /// Where a string lies in `bytes`.
  func location(_ index: Int) -> Range<Int> {
    guard index >= 0, index < count else { return 0..<0 }
    let offsets = range.lowerBound &+ 4
    guard bytes.has(offsets &+ 4 &* index..<offsets &+ 4 &* index &+ 8) else { return 0..<0 }
    let heap = offsets &+ 4 &* (count &+ 1)
    let start = heap &+ Int(bytes.word(at: offsets &+ 4 &* index))
    let end = heap &+ Int(bytes.word(at: offsets &+ 4 &* index &+ 4))
    guard start <= end, end <= range.upperBound, bytes.has(start..<end) else { return 0..<0 }
    return start..<end
  }

  subscript(index: Int) -> [UInt8] { bytes.array(location(index)) }

  /// The place of the first string that is not less than a key.
  ///
  /// - Complexity: O(log *n*) comparisons.
  func lowerBound(of key: [UInt8]) -> Int {
    var (low, high) = bounds(of: key)
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

  /// Between which places a key is looked for; nowhere, if they are not there.
  private func bounds(of key: [UInt8]) -> (low: Int, high: Int) {
    guard let table = bytes.fences(ofTableAt: range.lowerBound) else { return (0, count) }
    guard let low = table.last(lessThan: key) else { return (0, count) }
    let next = table.first(notLessThan: key)
    let high = next.map { $0.place + 1 } ?? count
    let offsets = range.lowerBound + 4
    let places = offsets + 4 * low.place..<offsets + 4 * (high + 1)
    let strings = low.offset..<Swift.max(low.offset, next.map { $0.offset + 1 } ?? range.upperBound)
    let hasPlaces = bytes.has(places)
    return bytes.has(strings) && hasPlaces ? (low.place, high) : (0, 0)
  }

  /// The first string of each piece.
  func fences(every size: Int) -> [Fence] {
    var fences: [Fence] = []
    for place in 0..<count {
      let offset = location(place).lowerBound
      if let last = fences.last, last.offset / size == offset / size { continue }
      fences.append(Fence(place: place, offset: offset, key: self[place]))
    }
    return fences
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
