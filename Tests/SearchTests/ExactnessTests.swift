import Testing

@testable import Search

/// The ranker passes over most of what it is given; what it returns has to be what scoring every
/// document gives.
@Suite struct ExactnessTests {
  /// How the documents of a list lie in the collection.
  private static func documents(
    _ count: Int, share: Int, isClustered: Bool, _ random: inout SplitMix64
  ) -> [WrittenPosting] {
    var found: [WrittenPosting] = []
    var isInside = true
    for document in 0..<UInt32(count) {
      if isClustered, random.once(in: 150) { isInside.toggle() }
      guard isInside, random.once(in: share) else { continue }
      // High impacts are rare, as they are in texts, so that peaks differ from block to block.
      let impact = random.once(in: 40) ? 1 + random.below(Impacts.most) : 1 + random.below(4)
      found.append(WrittenPosting(document: document, impact: impact))
    }
    return found
  }

  private struct Collection {
    var size: Int
    var lists: WrittenLists
    var noteStarts: [UInt32]

    init(size: Int, _ random: inout SplitMix64) {
      self.size = size
      lists = WrittenLists(
        (0..<8).map { _ in
          ExactnessTests.documents(
            size, share: random.element(of: [1, 2, 3, 8, 20, 60, 300, 2000]),
            isClustered: random.once(in: 2), &random)
        })
      noteStarts = [0]
      while noteStarts[noteStarts.count - 1] < size {
        noteStarts.append(noteStarts[noteStarts.count - 1] + 1 + random.below(UInt32(40)))
      }
      noteStarts[noteStarts.count - 1] = UInt32(size)
    }
  }

  /// A search and what every document scores in it.
  private struct Case {
    var ranker: Ranker
    var limit: Int
    var scores: [UInt32]

    init(_ collection: Collection, withNotes: Bool, _ random: inout SplitMix64) {
      ranker = Ranker(documentCount: collection.size)
      limit = random.element(of: [1, 2, 10, 10, 29, 30, 31, 100, 1 + random.below(100)])
      scores = [UInt32](repeating: 0, count: collection.size)
      for _ in 0..<1 + random.below(random.once(in: 3) ? 2 : 8) {
        let number = random.below(8)
        let weight = 1 + random.below(UInt32(random.once(in: 3) ? 6 : 8000))
        ranker.lists.append(WeighedList(list: collection.lists.list(number), weight: weight))
        for posting in collection.lists.postings[number] {
          scores[Int(posting.document)] += posting.impact * weight
        }
      }
      if random.once(in: 4) { addSet(&random) }
      if withNotes { addNotes(collection.noteStarts, &random) }
      if random.once(in: 4) { restrict(&random) }
    }

    private mutating func addSet(_ random: inout SplitMix64) {
      var set = ScoredSet()
      let share = random.element(of: [5, 100, 1000])
      for document in scores.indices where random.once(in: share) {
        let score = 1 + random.below(UInt32(30_000))
        set.documents.append(ScoredDocument(document: UInt32(document), score: score))
        scores[document] += score
      }
      ranker.sets.append(set)
    }

    private mutating func addNotes(_ starts: [UInt32], _ random: inout SplitMix64) {
      // Stretches of notes add much, little or nothing, as folders do.
      var most: UInt32 = 1
      let added = starts.dropLast().map { _ in
        if random.once(in: 60) { most = random.element(of: [1, 1, 50, 5000, 100_000]) }
        return random.once(in: 3) ? random.below(most) : 0
      }
      ranker.notes = NoteScores(added, starts: starts)
      for note in added.indices {
        for document in starts[note]..<starts[note + 1] where scores[Int(document)] > 0 {
          scores[Int(document)] += added[note]
        }
      }
    }

    private mutating func restrict(_ random: inout SplitMix64) {
      var allowed = DocumentSet(size: scores.count)
      let share = random.element(of: [1, 3, 50])
      for document in scores.indices {
        if random.once(in: share) {
          allowed.insert(UInt32(document))
        } else {
          scores[document] = 0
        }
      }
      ranker.allowed = allowed
    }

    /// Whether what is found is right: as many as there are, ordered, rightly scored, none better left out; and the same
    /// in the browser.
    var isExact: Bool {
      let found = ranker.best(limit)
      guard ranker.bestOfAll(limit) == found else { return false }
      guard found.count == Swift.min(limit, scores.count { $0 > 0 }) else { return false }
      for (place, hit) in found.enumerated() {
        guard scores[Int(hit.document)] == hit.score else { return false }
        guard place == 0 || found[place - 1].precedes(hit) else { return false }
      }
      guard found.count == limit, let last = found.last else { return true }
      var before = 0
      for document in scores.indices where scores[document] >= last.score {
        let other = ScoredDocument(document: UInt32(document), score: scores[document])
        if other.precedes(last) { before += 1 }
      }
      return before == limit - 1
    }
  }

  @Test(arguments: [0, 1, 100, 127, 128, 129, 900, 4095, 4096, 4097, 6000, 9000])
  func findsWhatScoringEveryDocumentFinds(size: Int) {
    var random = SplitMix64(UInt64(size))
    for _ in 0..<(size < 1000 ? 12 : 5) {
      let collection = Collection(size: size, &random)
      for number in 0..<40 {
        #expect(Case(collection, withNotes: false, &random).isExact, "case \(number)")
      }
    }
  }

  @Test(arguments: [1, 100, 129, 900, 4096, 6000, 9000])
  func findsWhatScoringEveryDocumentFindsWhereNotesCount(size: Int) {
    var random = SplitMix64(UInt64(1000 + size))
    for _ in 0..<(size < 1000 ? 12 : 5) {
      let collection = Collection(size: size, &random)
      for number in 0..<40 {
        #expect(Case(collection, withNotes: true, &random).isExact, "case \(number)")
      }
    }
  }

  @Test func keepsTheFirstOfManyThatScoreAlike() {
    let list = (0..<6000).map { WrittenPosting(document: $0, impact: 7) }
    let lists = WrittenLists([list, list.filter { $0.document % 3 > 0 }])
    for limit in [1, 30, 31, 100] {
      var ranker = Ranker(documentCount: 6000)
      ranker.lists = [WeighedList(list: lists.list(0), weight: 5)]
      #expect(ranker.best(limit).map { $0.document } == (0..<UInt32(limit)).map { $0 })
      ranker.lists.append(WeighedList(list: lists.list(1), weight: 5))
      let both = (0..<UInt32(6000)).filter { $0 % 3 > 0 }.prefix(limit)
      #expect(ranker.best(limit).map { $0.document } == Array(both))
    }
  }
}
