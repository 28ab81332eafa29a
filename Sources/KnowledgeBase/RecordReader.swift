/// Reads a record; behind its end there are zeros.
struct RecordReader {
  private var place: Int
  private let end: Int

  init(_ range: Range<Int>) { (place, end) = (range.lowerBound, range.upperBound) }

  mutating func byte(in heap: [UInt8]) -> UInt8 {
    guard place < end else { return 0 }
    place += 1
    return heap[place - 1]
  }

  /// A count of things that take at least a byte each.
  mutating func count(in heap: [UInt8]) -> Int {
    var number = 0
    var shift = 0
    while shift < 56 {
      let byte = byte(in: heap)
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Swift.min(number, end - place)
  }

  mutating func string(in heap: [UInt8]) -> Range<Int> {
    let count = count(in: heap)
    defer { place += count }
    return place..<place + count
  }
}

/// The hashes of the normal forms of a title; `nil` if the record tells more than a title.
func titleHashes(ofRecord record: [UInt8]) -> [Int]? {
  var reader = RecordReader(record.startIndex..<record.endIndex)
  // Neither definitions nor acronyms, no flags, neither French names nor aliases.
  for _ in 0..<5 where reader.byte(in: record) != 0 { return nil }
  _ = reader.string(in: record)
  return (0..<reader.count(in: record)).map { _ in
    Int(bitPattern: UInt(ByteStrings.hash(reader.string(in: record), of: record)))
  }
}
