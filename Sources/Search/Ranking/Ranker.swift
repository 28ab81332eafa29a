/// A list of a term and what it counts in a query.
struct WeighedList {
  var list: PostingList
  var weight: UInt32
}

/// Documents that were found by other means than a list, and what each scores: a phrase's.
struct ScoredSet {
  /// Ascending by document.
  var documents: [ScoredDocument] = []
  var peak: UInt32 { documents.reduce(0) { Swift.max($0, $1.score) } }
}

/// Finds the documents that score best: the sum over some lists of weight × impact.
///
/// The documents are gone through in windows, as Lucene 10 does. In each window the peaks of the blocks there
/// tell what each list can add. Lists that together cannot lift a document over the threshold are not read
/// (MaxScore: Turtle and Flood, 1995); they are only asked about documents that the others put near it.
/// Windows and blocks that cannot reach the threshold are passed over (block-max: Ding and Suel, 2011).
/// The result is the same as if every document had been scored; sums are whole numbers, so that every machine
/// ranks alike.
struct Ranker {
  var lists: [WeighedList] = []
  var sets: [ScoredSet] = []
  /// What each note adds to its sections that were found.
  var notes: NoteScores?
  /// The only documents that count, if not all.
  var allowed: DocumentSet?
  var documentCount: Int

  /// The best documents, best first.
  ///
  /// - Complexity: O(*n*) in the number of postings at worst; mostly far fewer are read.
  func best(_ limit: Int) -> [ScoredDocument] {
    let room = ScoreWindow.room + lists.count * PostingCursor.room
    return unsafe withUnsafeTemporaryAllocation(
      byteCount: room * 4, alignment: 64
    ) { memory in
      let room = unsafe memory.baseAddress!.assumingMemoryBound(to: UInt32.self)
      var search = unsafe Search(self, limit: limit, room: room)
      return search.run()
    }
  }

  /// A score that `limit` documents reach, known without reading any; 0 if none is.
  fileprivate func knownThreshold(_ limit: Int) -> UInt32 {
    guard allowed == nil, limit <= PostingList.crowd else { return 0 }
    var known: UInt32 = 0
    for list in lists { known = Swift.max(known, list.list.crowdImpact &* list.weight) }
    return known > 0 ? known - 1 : 0
  }
}

/// One run through the documents.
private struct Search {
  private let ranker: Ranker
  private var top: TopDocuments
  private var window: ScoreWindow
  /// Ascending by what they can add at most.
  private var cursors: [PostingCursor] = []
  private var setPlaces: [Int]
  private let setPeak: UInt32
  /// What each cursor can add in the window, and all before it together.
  private var peaks: [UInt32]
  private var note = 0

  init(_ ranker: Ranker, limit: Int, room: UnsafeMutablePointer<UInt32>) {
    self.ranker = ranker
    top = TopDocuments(limit: limit, threshold: ranker.knownThreshold(limit))
    unsafe window = ScoreWindow(room: room)
    let sorted = ranker.lists.sorted {
      $0.list.peak &* $0.weight < $1.list.peak &* $1.weight
    }
    cursors.reserveCapacity(sorted.count)
    for (number, list) in sorted.enumerated() {
      let place = ScoreWindow.room + number * PostingCursor.room
      unsafe cursors.append(
        PostingCursor(list.list, weight: list.weight, room: room + place))
    }
    setPlaces = [Int](repeating: 0, count: ranker.sets.count)
    setPeak = ranker.sets.reduce(0) { $0 &+ $1.peak }
    peaks = [UInt32](repeating: 0, count: sorted.count + 1)
  }

  mutating func run() -> [ScoredDocument] {
    let end = UInt32(ranker.documentCount)
    var start: UInt32 = 0
    while start < end {
      window.move(to: start, limit: end)
      search()
      start = window.end
    }
    return top.sorted()
  }

  private mutating func search() {
    let notePeak = ranker.notes?.peak(from: &note, start: window.start, end: window.end) ?? 0
    for number in cursors.indices {
      cursors[number].skip(to: window.start)
      peaks[number + 1] = peaks[number] &+ cursors[number].peak(before: window.end)
    }
    let possible = peaks[cursors.count] &+ setPeak &+ notePeak
    guard possible > top.threshold else { return }
    // The first lists that cannot reach the threshold together are only asked.
    var asked = 0
    while asked < cursors.count, peaks[asked + 1] &+ notePeak &+ setPeak <= top.threshold {
      asked += 1
    }
    if asked + 1 == cursors.count, ranker.sets.isEmpty {
      return readAlone(asked, notePeak: notePeak)
    }
    var expected = 0
    for number in asked..<cursors.count { expected += cursors[number].count(before: window.end) }
    window.expect(expected)
    for number in asked..<cursors.count {
      let others = possible &- (peaks[number + 1] &- peaks[number])
      cursors[number].add(to: &window, enough: top.threshold > others ? top.threshold &- others : 0)
    }
    addSets()
    collect(asking: asked, notePeak: notePeak)
  }

  /// Goes through one list and asks the others.
  private mutating func readAlone(_ number: Int, notePeak: UInt32) {
    var cursor = cursors[number]
    let others = peaks[number] &+ notePeak
    let enough = { (threshold: UInt32) in threshold > others ? threshold &- others : 0 }
    cursor.visit(before: window.end, above: enough(top.threshold)) { document, sum in
      judge(document, sum, asking: number)
      return enough(top.threshold)
    }
    cursors[number] = cursor
  }

  private mutating func addSets() {
    for (number, set) in ranker.sets.enumerated() {
      var place = setPlaces[number]
      while place < set.documents.count, set.documents[place].document < window.end {
        window.add(set.documents[place].score, to: set.documents[place].document)
        place += 1
      }
      setPlaces[number] = place
    }
  }

  private mutating func collect(asking asked: Int, notePeak: UInt32) {
    let others = peaks[asked] &+ notePeak
    let enough = { (threshold: UInt32) in threshold > others ? threshold &- others : 0 }
    var window = window
    window.drain(above: enough(top.threshold)) { document, sum in
      judge(document, sum, asking: asked)
      return enough(top.threshold)
    }
    self.window = window
  }

  /// Completes the score of a document, as far as it can still be among the best.
  private mutating func judge(_ document: UInt32, _ sum: UInt32, asking asked: Int) {
    if let allowed = ranker.allowed, !allowed.contains(document) { return }
    var score = sum
    if let notes = ranker.notes { score &+= notes.score(of: document, from: &note) }
    var next = asked
    while next > 0 {
      guard score &+ peaks[next] > top.threshold else { return }
      next -= 1
      score &+= cursors[next].score(of: document)
    }
    guard score > top.threshold else { return }
    top.insert(ScoredDocument(document: document, score: score))
  }
}
