/// Some of the documents of an index, a bit each.
struct DocumentSet: Sendable {
  private var words: [UInt64]
  let size: Int

  /// A set of none of `size` documents, or of all.
  init(size: Int, isFull: Bool = false) {
    self.size = size
    words = [UInt64](repeating: isFull ? .max : 0, count: (size + 63) / 64)
    if isFull, size % 64 > 0 { words[words.count - 1] = (1 << UInt64(size % 64)) &- 1 }
  }

  @inline(__always)
  func contains(_ document: UInt32) -> Bool {
    Int(document) < size && words[Int(document >> 6)] >> UInt64(document & 63) & 1 == 1
  }

  mutating func insert(_ document: UInt32) {
    guard Int(document) < size else { return }
    words[Int(document >> 6)] |= 1 << UInt64(document & 63)
  }

  mutating func insert(_ documents: Range<Int>) {
    for document in documents.clamped(to: 0..<size) { insert(UInt32(document)) }
  }

  mutating func remove(_ documents: Range<Int>) {
    for document in documents.clamped(to: 0..<size) {
      words[document >> 6] &= ~(1 << UInt64(document & 63))
    }
  }

  mutating func insert(_ list: PostingList) {
    unsafe withUnsafeTemporaryAllocation(
      of: UInt32.self, capacity: PostingCursor.room
    ) { room in
      guard let start = room.baseAddress else { return }
      var cursor = unsafe PostingCursor(list, weight: 1, room: start)
      cursor.visitAll { document, _ in insert(document) }
    }
  }

  mutating func formUnion(_ other: DocumentSet) {
    for place in words.indices { words[place] |= other.words[place] }
  }

  mutating func formIntersection(_ other: DocumentSet) {
    for place in words.indices { words[place] &= other.words[place] }
  }

  mutating func subtract(_ other: DocumentSet) {
    for place in words.indices { words[place] &= ~other.words[place] }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var count: Int {
    var count = 0
    for word in words { count += word.nonzeroBitCount }
    return count
  }

  /// Visits the documents in order.
  func visitAll(_ body: (UInt32) -> Void) {
    for place in words.indices {
      var word = words[place]
      while word != 0 {
        body(UInt32(place * 64 + word.trailingZeroBitCount))
        word &= word &- 1
      }
    }
  }
}
