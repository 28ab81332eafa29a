import Testing

@testable import Search

@Suite struct PostingListTests {
  private static let counts =
    Array(1...9) + [29, 30, 31, 100, 127, 128, 129, 158, 255, 256, 257, 1000, 3000]

  private static func postings(_ count: Int, _ random: inout SplitMix64) -> [WrittenPosting] {
    var document = random.below(UInt32(3))
    let far: UInt32 = random.element(of: [1, 5, 1000])
    return (0..<count).map { _ in
      defer { document += 1 + (random.once(in: 20) ? random.below(far * 50) : random.below(far)) }
      return WrittenPosting(document: document, impact: 1 + random.below(Impacts.most))
    }
  }

  /// Lists of all counts, one behind another.
  private static let lists: WrittenLists = {
    var random = SplitMix64(20)
    return WrittenLists(counts.map { postings($0, &random) })
  }()

  @Test(arguments: counts.indices)
  func readsTheDocumentsThatItWrites(number: Int) {
    let written = Self.lists.postings[number]
    let list = Self.lists.list(number)
    #expect(list.count == written.count)
    #expect(list.allBlockCount == (written.count <= 7 ? 1 : (written.count + 127) / 128))
    #expect(list.everything() == written)
    #expect(!list.head.contains(.hasPositions))
  }

  @Test(arguments: counts.indices)
  func countsDocumentsFromTheBaseOfTheirSegment(number: Int) {
    let shifted = Self.lists.postings[number].map {
      WrittenPosting(document: $0.document + 70_000, impact: $0.impact)
    }
    let list = Self.lists.list(number, base: 70_000)
    #expect(list.everything() == shifted)
    for block in 0..<list.blockCount {
      #expect(list.last(ofBlock: block) == shifted[block * 128 + 127].document)
    }
    #expect(list.last(ofBlock: list.blockCount) == .max)
  }

  @Test(arguments: counts.indices)
  func knowsItsPeaks(number: Int) {
    let impacts = Self.lists.postings[number].map { $0.impact }
    let list = Self.lists.list(number)
    #expect(list.peak == impacts.max())
    for block in 0..<list.allBlockCount {
      let inside = impacts[block * 128..<Swift.min(impacts.count, block * 128 + 128)]
      // What is left over has no peak of its own.
      let expected = block < list.blockCount ? inside.max() : impacts.max()
      #expect(list.peak(ofBlock: block) == expected)
    }
  }

  @Test(arguments: counts.indices)
  func knowsWhichImpactACrowdReaches(number: Int) {
    let impacts = Self.lists.postings[number].map { $0.impact }.sorted(by: >)
    let expected = impacts.count < PostingList.crowd ? 0 : impacts[PostingList.crowd - 1]
    #expect(Self.lists.list(number).crowdImpact == expected)
  }

  @Test(arguments: [[], [1], [-3, 2, 70_000, -1]])
  func tellsTheTermsThatAreNear(distances: [Int]) {
    for count in [3, 9] {
      var writer = PostingWriter()
      for document in 0..<count {
        writer.end(Posting(document: UInt32(document), impact: 3, extent: 0))
      }
      writer.endList(near: distances)
      let bytes = Bytes(writer.lists.bytes + [UInt8](repeating: 0, count: 8))
      let list = PostingList(bytes, range: 0..<writer.lists.count, base: 0, extents: 0..<0)
      #expect((0..<list.near.count).map { list.near[$0] } == distances)
      #expect(list.everything().count == count)
    }
  }

  @Test(arguments: [(1, 0), (2, 3), (4, 7), (100, 7)])
  func tellsHowOftenATermComesBack(occurrences: Int, steps: Int) {
    #expect(PostingList.Head(repetition: 10 * occurrences, in: 10).repetition == steps)
  }

  @Test func asksAListOfNoDocuments() {
    let list = PostingList(Bytes([1, 2, 3]), range: 0..<0, base: 5, extents: 0..<0)
    #expect(list.count == 0)
    #expect(list.everything().isEmpty)
  }

  @Test(arguments: counts.indices)
  func findsAscendingDocumentsWithoutReadingTheRest(number: Int) {
    let written = Self.lists.postings[number]
    var random = SplitMix64(21)
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: PostingCursor.room) { room in
      guard let start = room.baseAddress else { return }
      for share in [1, 7, 90] {
        var cursor = unsafe PostingCursor(Self.lists.list(number), weight: 3, room: start)
        for posting in written where random.once(in: share) {
          // A document in between is not found, and asking for it loses nothing.
          let isAlone =
            posting.document > 0 && !written.contains { $0.document == posting.document - 1 }
          if isAlone { #expect(cursor.score(of: posting.document - 1) == 0) }
          #expect(cursor.score(of: posting.document) == 3 * posting.impact)
        }
        #expect(cursor.score(of: (written.last?.document ?? 0) + 1) == 0)
      }
    }
  }
}
