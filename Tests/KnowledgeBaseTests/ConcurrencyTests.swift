import Testing

@testable import KnowledgeBase

@Suite struct ConcurrencyTests {
  @Test(arguments: [1, 2, 3, 17]) func givesTheResultsInTheOrderOfTheParts(parts: Int) {
    let expected = (0..<parts).map { $0 * $0 }
    #expect(concurrently(parts) { $0 * $0 } == expected)
  }

  @Test func doesTheFirstPartWhereItIsCalled() {
    var calls = 0
    let results = concurrently(
      3,
      first: {
        calls += 1
        return 0
      }, others: { $0 })
    #expect(results == [0, 1, 2])
    #expect(calls == 1)
  }

  @Test func usesOneToFourThreads() {
    #expect((1...4).contains(usefulThreads))
  }

  @Test func checksumTellsEachByteFromEachOther() {
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
