/// One query, ready to be answered by one index.
struct PlannedSearch {
  let plan: Plan
  private let index: Index
  let ranking: Ranking
  /// The only documents that may be found, if not all.
  private let allowed: DocumentSet?
  private(set) var ranker: Ranker
  let rescorer: Rescorer
  /// For each note its first document, and the number of documents; empty where every note has one section.
  private let noteStarts: [UInt32]

  init(_ plan: Plan, filter: LabelFilter, index: Index, ranking: Ranking) {
    self.plan = plan
    self.index = index
    self.ranking = ranking
    rescorer = Rescorer(index: index, plan: plan, ranking: ranking)
    ranker = Ranker(documentCount: index.documentCount)
    allowed = Self.allowed(plan, filter, index)
    noteStarts = index.hasSeveralSections ? index.noteStarts : []
    ranker.allowed = allowed
    for place in plan.units.indices where plan.units[place].occurrence != .mustNot {
      plan.units[place].evidence.append(to: &ranker)
    }
    for place in plan.alternatives.indices {
      plan.alternatives[place].evidence.append(to: &ranker)
    }
    if index.hasSeveralSections { ranker.notes = noteScores() }
  }

  /// What the query asks for, demands and synonyms among it.
  private var positive: [Evidence] {
    plan.units.filter { $0.occurrence != .mustNot }.map { $0.evidence }
      + plan.alternatives.map { $0.evidence }
  }

  /// The documents that filters, demands and exclusions leave.
  private static func allowed(_ plan: Plan, _ filter: LabelFilter, _ index: Index) -> DocumentSet? {
    var allowed = filter.allowed
    if let live = index.live {
      allowed?.formIntersection(live)
      allowed = allowed ?? live
    }
    for unit in plan.units where unit.occurrence != .should {
      var found = DocumentSet(size: index.documentCount)
      unit.evidence.insert(into: &found)
      var left = allowed ?? DocumentSet(size: index.documentCount, isFull: true)
      if unit.occurrence == .must { left.formIntersection(found) } else { left.subtract(found) }
      allowed = left
    }
    return allowed
  }

  /// The best documents, best first.
  func best(_ limit: Int) -> [ScoredDocument] {
    guard plan.units.contains(where: { $0.occurrence != .mustNot }) else { return first(limit) }
    guard rescorer.most > 0 else { return ranker.best(limit) }
    var found = ranker.best(Swift.max(limit, ranking.rescored))
    rescorer.rescore(&found, keeping: limit)
    return Array(found.prefix(limit))
  }

  /// The first documents that are allowed, where nothing is asked for but that.
  private func first(_ limit: Int) -> [ScoredDocument] {
    var found: [ScoredDocument] = []
    allowed?.visitAll { document in
      if found.count < limit { found.append(ScoredDocument(document: document, score: 0)) }
    }
    return found
  }

  /// How many documents were found, and in how many notes.
  func count() -> (documents: Int, notes: Int) {
    var found = DocumentSet(size: index.documentCount)
    if plan.units.contains(where: { $0.occurrence != .mustNot }) {
      for evidence in positive { evidence.insert(into: &found) }
      if let allowed { found.formIntersection(allowed) }
    } else if let allowed {
      found = allowed
    }
    guard index.hasSeveralSections else { return (found.count, found.count) }
    var notes = 0
    var end: UInt32 = 0
    var next = 0
    found.visitAll { document in
      guard document >= end else { return }
      while next < noteStarts.count, noteStarts[next] <= document { next += 1 }
      end = next < noteStarts.count ? noteStarts[next] : .max
      notes += 1
    }
    return (found.count, notes)
  }

  private func noteScores() -> NoteScores {
    var scores = [UInt32](repeating: 0, count: index.noteCount)
    for evidence in positive { add(evidence, to: &scores) }
    return NoteScores(scores, starts: noteStarts)
  }

  /// Adds what notes score; one note's sections that were found by reading positions count by the best.
  private func add(_ evidence: Evidence, to scores: inout [UInt32]) {
    unsafe withUnsafeTemporaryAllocation(
      of: UInt32.self, capacity: PostingCursor.room
    ) { room in
      guard let start = room.baseAddress else { return }
      for list in evidence.weighedNoteLists {
        let weight = Evidence.part(list.weight, ranking.noteShare)
        var cursor = unsafe PostingCursor(list.list, weight: weight, room: start)
        cursor.visitAll { note, score in
          if Int(note) < scores.count { scores[Int(note)] &+= score }
        }
      }
    }
    var note = 0
    var best: UInt32 = 0
    for found in evidence.weighedSet.documents {
      let last = note
      while note + 1 < scores.count, noteStarts[note + 1] <= found.document { note += 1 }
      if note != last { best = 0 }
      let score = Evidence.part(found.score, ranking.noteShare)
      guard score > best, note < scores.count else { continue }
      scores[note] &+= score - best
      best = score
    }
  }
}
