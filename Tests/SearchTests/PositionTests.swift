import Testing

@testable import Search

@Suite struct PositionTests {
  /// What the documents of a list look like.
  struct Kind: Sendable {
    var count: Int
    var mostPlaces: Int
    var mostExtent: UInt32
    var mostForms: UInt32
  }

  private static let kinds = [1, 7, 8, 32, 33, 128, 129].flatMap { count in
    [
      Kind(count: count, mostPlaces: 1, mostExtent: 1, mostForms: 0),
      Kind(count: count, mostPlaces: 1, mostExtent: 400, mostForms: 0),
      Kind(count: count, mostPlaces: 12, mostExtent: 300, mostForms: 3),
      // Groups of more than 131,071 bits, and forms beyond what Rice's code tells in ones.
      Kind(count: count, mostPlaces: 900, mostExtent: 1 << 25, mostForms: 25),
    ]
  }

  private static func written(_ kind: Kind, seed: UInt64) -> WrittenLists {
    var random = SplitMix64(seed)
    var document: UInt32 = 0
    var postings: [WrittenPosting] = []
    var extents: [UInt32] = []
    for _ in 0..<kind.count {
      document += random.below(UInt32(4))
      while extents.count <= document { extents.append(1 + random.below(kind.mostExtent)) }
      let extent = extents[Int(document)]
      var places: Set<UInt32> = []
      let count = random.once(in: 4) ? 1 : 1 + random.below(kind.mostPlaces)
      for _ in 0..<Swift.min(count, Int(extent)) { places.insert(random.below(extent)) }
      var posting = WrittenPosting(document: document, impact: 5, places: places.sorted())
      let alike = random.once(in: 3) ? random.below(kind.mostForms + 1) : nil
      posting.forms = posting.places.map { _ in
        UInt8(alike ?? random.below(kind.mostForms + 1))
      }
      postings.append(posting)
      document += 1
    }
    return WrittenLists([postings, postings], extents: extents)
  }

  @Test(arguments: kinds.indices)
  func readsThePlacesThatItWrites(number: Int) {
    let kind = Self.kinds[number]
    let lists = Self.written(kind, seed: UInt64(number))
    // A few forms are enough where each is told in the same way.
    let asked = [0, 1, 2, kind.mostForms].filter { $0 <= kind.mostForms }
    for list in 0..<2 {
      var expected = lists.postings[list]
      for place in expected.indices {
        let forms = Set(expected[place].forms)
        expected[place].forms = asked.map { UInt8($0) }.filter { forms.contains($0) }
      }
      // Every document is read anew, none behind the one before.
      #expect(lists.list(list).everything(forms: asked) == expected)
    }
  }

  @Test(arguments: kinds.indices)
  func readsPlacesOfAscendingDocuments(number: Int) {
    let kind = Self.kinds[number]
    let lists = Self.written(kind, seed: UInt64(number))
    var random = SplitMix64(30)
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: PostingCursor.room) { room in
      guard let start = room.baseAddress else { return }
      for share in [1, 5, 40] {
        var cursor = unsafe PostingCursor(lists.list(1), weight: 1, room: start)
        for posting in lists.postings[1] where random.once(in: share) {
          let form = random.below(kind.mostForms + 1)
          var places: [UInt32] = [77]
          let sets = FormSets(exact: 1 << form, like: 0b111)
          let found = cursor.read(posting.document, counting: sets, into: &places)
          #expect(found?.exact == UInt32(posting.forms.count { $0 == UInt8(form) }))
          #expect(found?.like == UInt32(posting.forms.count { $0 < 3 }))
          #expect(places == [77] + posting.places)
        }
        var places: [UInt32] = []
        let last = lists.postings[1].last?.document ?? 0
        #expect(cursor.read(last + 1, counting: FormSets(), into: &places) == nil)
        #expect(places.isEmpty)
      }
    }
  }
}
