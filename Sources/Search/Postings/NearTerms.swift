/// The terms that a query for another one also finds: up to four, by their distance in the order of terms.
struct NearTerms {
  private var distances: InlineArray<4, Int32> = [0, 0, 0, 0]
  private(set) var count = 0

  init() {}

  /// Reads what a ``PostingWriter`` wrote.
  init(_ bytes: Bytes, at place: inout Int) {
    count = Swift.min(4, Int(bytes[place]))
    place += 1
    for number in 0..<count {
      let code = bytes.varint(at: &place)
      distances[number] = Int32(bitPattern: code >> 1 ^ (0 &- (code & 1)))
    }
  }

  subscript(number: Int) -> Int { Int(distances[number]) }
}
