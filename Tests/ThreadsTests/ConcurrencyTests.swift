import Testing
import Threads

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
}
