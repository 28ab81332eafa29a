/// Where something asked for is found, and what it counts there.
struct Evidence {
  /// What counts whole, where shares are 256ths.
  static let whole: UInt32 = 256

  /// The lists of one term.
  struct TermLists {
    var documents: PostingList
    var notes: PostingList
    /// In 256ths.
    var share: UInt32
    var forms: FormSets
  }

  var lists: [TermLists] = []
  /// Documents found by reading positions, in place of lists; scores are weighed with `weight` already.
  var set = ScoredSet()
  /// What an impact is multiplied by: the inverse document frequency, in 1,024ths.
  var weight: UInt32 = 0
  /// The same where notes are counted and not their sections.
  var noteWeight: UInt32 = 0
  /// What of all this counts.
  var share = Evidence.whole

  var isEmpty: Bool { lists.allSatisfy { $0.documents.count == 0 } && set.documents.isEmpty }

  /// The lists as they count in a query.
  var weighedLists: [WeighedList] {
    lists.map {
      WeighedList(list: $0.documents, weight: Self.part(Self.part(weight, $0.share), share))
    }
  }

  /// Adds the lists and the set to what is ranked by.
  func append(to ranker: inout Ranker) {
    for place in lists.indices {
      let weight = Self.part(Self.part(weight, lists[place].share), share)
      ranker.lists.append(WeighedList(list: lists[place].documents, weight: weight))
    }
    if !set.documents.isEmpty { ranker.sets.append(weighedSet) }
  }

  /// The same for notes.
  var weighedNoteLists: [WeighedList] {
    lists.map {
      WeighedList(list: $0.notes, weight: Self.part(Self.part(noteWeight, $0.share), share))
    }
  }

  /// The set as it counts in a query.
  var weighedSet: ScoredSet {
    guard share != Self.whole else { return set }
    return ScoredSet(
      documents: set.documents.map {
        ScoredDocument(document: $0.document, score: Self.part($0.score, share))
      })
  }

  /// A share of a weight, in 256ths.
  static func part(_ weight: UInt32, _ share: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: UInt64(weight) * UInt64(share) / UInt64(whole))
  }

  /// Adds the documents to a set.
  func insert(into documents: inout DocumentSet) {
    for list in lists { documents.insert(list.documents) }
    for document in set.documents { documents.insert(document.document) }
  }
}

extension Index {
  /// What some terms of one word say.
  func evidence(of matches: [Lexicon.Match], fields: FieldSet) -> Evidence {
    var evidence = Evidence()
    var documents = (count: 0, repetition: 0)
    var notes = (count: 0, repetition: 0)
    for match in matches {
      let postings = segments[match.term.segment].postings(of: match.term.number)
      // Where every note has one section, nobody asks for notes: their lists need not be found.
      let lists = Evidence.TermLists(
        documents: postings,
        notes: hasSeveralSections
          ? segments[match.term.segment].notePostings(of: match.term.number) : postings,
        share: match.weight,
        forms: FormSets(exact: match.exactForms, like: match.likeForms))
      evidence.lists.append(lists)
      guard match.weight == Evidence.whole else { continue }
      documents.count += lists.documents.count
      documents.repetition += lists.documents.count * lists.documents.head.repetition
      notes.count += lists.notes.count
      notes.repetition += lists.notes.count * lists.notes.head.repetition
    }
    evidence.weight = Ranking.weight(
      documents.count, repetition: documents.repetition, of: documentCount)
    evidence.noteWeight = Ranking.weight(
      notes.count, repetition: notes.repetition, of: noteCount)
    guard fields != .all else { return evidence }
    var found = Evidence()
    found.set = occurrences(of: evidence, fields: fields)
    found.weight = evidence.weight
    return found
  }

  /// The documents of some lists where a position lies in one of some fields.
  private func occurrences(of evidence: Evidence, fields: FieldSet) -> ScoredSet {
    var found: [ScoredDocument] = []
    for list in evidence.weighedLists {
      forEachDocument(of: list) { document, score, places in
        if places.contains(where: { contains($0, in: document, fields) }) {
          found.append(ScoredDocument(document: document, score: score))
        }
      }
    }
    var set = ScoredSet()
    for document in found.inOrder(by: { $0.document < $1.document }) {
      let last = set.documents.count - 1
      if last >= 0, set.documents[last].document == document.document {
        set.documents[last].score &+= document.score
      } else {
        set.documents.append(document)
      }
    }
    return set
  }

  /// Whether a position lies in one of some fields.
  func contains(_ position: UInt32, in document: UInt32, _ fields: FieldSet) -> Bool {
    guard fields != .all else { return true }
    var start: UInt32 = 0
    for field in Field.allCases {
      let length = length(of: field, in: document)
      guard field == .text || length > 0 else { continue }
      let end = field == .text ? UInt32.max : start &+ length
      if position >= start, position < end { return fields.contains(field) }
      start = end &+ UInt32(Field.gap)
    }
    return false
  }

  /// Visits all documents of a list, with what they score and where the term stands.
  func forEachDocument(
    of list: WeighedList, _ body: (UInt32, UInt32, [UInt32]) -> Void
  ) {
    var places: [UInt32] = []
    unsafe withUnsafeTemporaryAllocation(
      of: UInt32.self, capacity: PostingCursor.room
    ) { room in
      guard let documents = room.baseAddress else { return }
      let impacts = unsafe UnsafeMutableRawPointer(documents + PostingList.blockSize)
        .assumingMemoryBound(to: UInt8.self)
      for block in 0..<list.list.allBlockCount {
        let count = unsafe list.list.read(
          block: block, documents: documents, impacts: impacts)
        let read = unsafe UnsafeMutableBufferPointer(start: documents, count: count)
        var mark = PositionMark()
        for place in 0..<count {
          guard unsafe Int(documents[place]) < documentCount else { return }
          places.removeAll(keepingCapacity: true)
          unsafe list.list.readPositions(
            place, ofBlock: block, documents: read, from: &mark, into: &places)
          unsafe body(
            documents[place], UInt32(impacts[place]) &* list.weight, places)
        }
      }
    }
  }
}
