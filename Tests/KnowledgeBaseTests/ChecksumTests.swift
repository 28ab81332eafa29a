import Testing

@testable import KnowledgeBase

@Suite struct ChecksumTests {
  @Test func tellsEachByteFromEachOther() {
    for length in [1, 31, 32, 33, 100] {
      let bytes = [UInt8](repeating: 0, count: length)
      var sums: Set = [Region(bytes).checksum]
      for place in bytes.indices {
        var other = bytes
        other[place] = 1
        sums.insert(Region(other).checksum)
      }
      #expect(sums.count == length + 1)
    }
  }
}
