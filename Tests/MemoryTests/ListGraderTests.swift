import Memory
import Testing

@Suite struct ListGraderTests {
  private func grade(_ given: String) -> ListGrader.Result {
    let items = ["EBS", "S3 (Simple Storage Service)", "Storage Gateway"]
    return ListGrader(items: items.map { [Array($0.utf8)] }).grade(Array(given.utf8).span)
  }

  @Test func takesItemsInAnyOrder() {
    let result = grade("storage gatewya, s3 et EBS")
    #expect(result.right == 3)
    #expect(result.superfluous.isEmpty)
    #expect(result.rating == .good)
    #expect(result.items[1] == .exact)
    guard case .typo? = result.items[2] else {
      Issue.record("no typing error")
      return
    }
  }

  @Test func givesHardForTwoThirdsAndAgainForLess() {
    #expect(grade("S3; EBS").rating == .hard)
    #expect(grade("S3\nEBS\nStorage Gateway\nLambda").rating == .hard)
    #expect(grade("S3, Lambda").rating == .again)
    #expect(grade("").rating == .again)
  }

  @Test func tellsWhatIsSuperfluous() {
    let result = grade("S3, Lambda, S3, , EBS")
    #expect(result.superfluous == [3..<10])
    #expect(result.right == 2)
  }
}
