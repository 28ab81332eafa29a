// MARK: - First strings of blocks

extension FrontCodedTable {
  var chapterCount: Int { (blockCount + Self.chapterSize - 1) / Self.chapterSize }

  /// Where the first string of a block lies: what it shares with the first one of its chapter, and the rest.
  private func first(ofBlock block: Int) -> (head: Range<Int>, rest: Range<Int>) {
    var offset = start(ofBlock: block)
    let shared = length(at: &offset)
    let rest = string(at: offset)
    guard shared > 0, block % Self.chapterSize > 0 else { return (0..<0, rest) }
    return (head(ofChapter: block / Self.chapterSize).prefix(shared), rest)
  }

  /// Where the bytes lie whose number is told at an offset.
  private func string(at offset: Int) -> Range<Int> {
    var offset = offset
    let length = length(at: &offset)
    let start = Swift.min(offset, range.upperBound)
    return start..<Swift.min(start + length, range.upperBound)
  }

  func isFirstString(ofBlock block: Int, beginningWith prefix: [UInt8]) -> Bool {
    let (head, rest) = first(ofBlock: block)
    guard head.count + rest.count >= prefix.count else { return false }
    for place in prefix.indices {
      let offset =
        place < head.count ? head.lowerBound + place : rest.lowerBound + place - head.count
      if bytes[offset] != prefix[place] { return false }
    }
    return true
  }

  /// The last block whose first string is less than a key; the first if none is.
  func block(before key: [UInt8]) -> Int {
    var low = 0
    var high = chapterCount
    while low < high {
      let middle = (low + high) / 2
      let isLess = isLess(head(ofChapter: middle), than: key, from: 0)
      if isLess { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let first = (low - 1) * Self.chapterSize
    let common = bytes.withSpan(head(ofChapter: low - 1)) { head in
      var common = 0
      while common < Swift.min(head.count, key.count), head[common] == key[common] { common += 1 }
      return common
    }
    (low, high) = (first + 1, Swift.min(first + Self.chapterSize, blockCount))
    while low < high {
      let middle = (low + high) / 2
      var offset = start(ofBlock: middle)
      let shared = length(at: &offset)
      // The first string of the chapter is less, by the byte behind what it has in common with the key.
      let isLess = shared > common || isLess(string(at: offset), than: key, from: shared)
      if isLess { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// Where the first string of a chapter lies.
  func head(ofChapter chapter: Int) -> Range<Int> {
    var offset = start(ofBlock: chapter * Self.chapterSize)
    _ = length(at: &offset)
    return string(at: offset)
  }

  /// Whether a string is less than a key, whose beginning it shares.
  private func isLess(_ rest: Range<Int>, than key: [UInt8], from start: Int) -> Bool {
    bytes.withSpan(rest) { rest in
      for place in 0..<Swift.min(rest.count, Swift.max(0, key.count - start))
      where rest[place] != key[start + place] {
        return rest[place] < key[start + place]
      }
      return start + rest.count < key.count
    }
  }
}
