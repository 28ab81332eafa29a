// MARK: - In pieces

extension FrontCodedTable {
  /// A cursor that reads from a fence on, which stands at the beginning of a chapter: what follows leans on
  /// nothing before it.
  func cursor(at fence: Fence) -> Cursor { Cursor(next: fence.place, offset: fence.offset) }

  /// Whether what follows an offset is there: the lengths of a string, or so many bytes of it and its numbers.
  @inline(__always)
  func isThere(_ offset: Int, with count: Int = 0) -> Bool {
    guard bytes.pieces != nil else { return true }
    let end = Swift.min(range.upperBound, offset &+ count &+ Self.most)
    return bytes.has(offset..<Swift.max(offset, end))
  }

  /// The most bytes that the lengths of a string take, or the numbers behind it.
  private static let most = 5 * mostNumbers

  /// Reads on from a fence, where the blocks’ beginnings are not there to be searched.
  func seek(_ key: [UInt8], behind table: FencedTable) -> Cursor? {
    guard var cursor = table.last(lessThan: key).map({ self.cursor(at: $0) }) else { return nil }
    while advance(&cursor) {
      if !cursor.isLess(than: key) { return cursor }
    }
    return nil
  }

  /// Wants all strings between two keys at once.
  ///
  /// - Returns: Whether they are there.
  func expect(from first: [UInt8], to last: [UInt8]?) -> Bool {
    guard let table = bytes.fences(ofTableAt: range.lowerBound),
      let start = table.last(lessThan: first)
    else { return true }
    let end = last.flatMap { table.first(notLessThan: $0) }?.offset ?? range.upperBound
    return bytes.has(start.offset..<Swift.max(start.offset, end))
  }

  /// The first chapter of each piece.
  func fences(every size: Int) -> [Fence] {
    var fences: [Fence] = []
    for chapter in 0..<chapterCount {
      let block = chapter * Self.chapterSize
      let offset = start(ofBlock: block)
      if let last = fences.last, last.offset / size == offset / size { continue }
      let place = block * Self.blockSize
      fences.append(Fence(place: place, offset: offset, key: self[place]))
    }
    return fences
  }
}
