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
  /// In the browser every document is scored: the page is 3 KB smaller, and the lists are there anyway.
  ///
  /// - Complexity: O(*n*) in the number of postings at worst; mostly far fewer are read.
  func best(_ limit: Int) -> [ScoredDocument] {
    #if arch(wasm32)
      bestOfAll(limit)
    #else
      bestInWindows(limit)
    #endif
  }

  private func bestInWindows(_ limit: Int) -> [ScoredDocument] {
    unsafe withUnsafeTemporaryAllocation(
      byteCount: Search.room(self) * 4, alignment: 64
    ) { memory in
      unsafe withUnsafeTemporaryAllocation(
        of: PostingCursor.self, capacity: lists.count
      ) { cursors in
        guard let base = memory.baseAddress else { return [] }
        let room = unsafe base.assumingMemoryBound(to: UInt32.self)
        var search = unsafe Search(self, limit: limit, room: room, cursors: cursors)
        defer { unsafe _ = cursors.deinitialize() }
        return search.run()
      }
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
@safe
private struct Search {
  private let ranker: Ranker
  private let allowsAll: Bool
  private var top: TopDocuments
  private var window: ScoreWindow
  /// Ascending by what they can add at most for each document to be read.
  private let cursors: UnsafeMutableBufferPointer<PostingCursor>
  /// What each cursor can add in the window, and all before it together.
  private let peaks: UnsafeMutablePointer<UInt32>
  private var setPlaces: [Int]
  private let setPeak: UInt32
  private var note = 0

  /// - Parameters:
  ///   - ranker: What is looked for.
  ///   - limit: How many documents are wanted.
  ///   - room: Room for ``room(_:)`` numbers.
  ///   - cursors: Room for a cursor for each list.
  init(
    _ ranker: Ranker, limit: Int, room: UnsafeMutablePointer<UInt32>,
    cursors: UnsafeMutableBufferPointer<PostingCursor>
  ) {
    self.ranker = ranker
    allowsAll = ranker.allowed == nil && ranker.notes == nil
    top = TopDocuments(limit: limit, threshold: ranker.knownThreshold(limit))
    unsafe window = ScoreWindow(room: room)
    // Those first that can add least for the documents that would have to be read: they are the first that
    // are only asked.
    let sorted = ranker.lists.inOrder { left, right in
      let gain = UInt64(left.list.peak &* left.weight) &* UInt64(right.list.count)
      return gain < UInt64(right.list.peak &* right.weight) &* UInt64(left.list.count)
    }
    unsafe self.cursors = cursors
    for (number, list) in sorted.enumerated() {
      let place = ScoreWindow.room + number * PostingCursor.room
      unsafe cursors.initializeElement(
        at: number, to: PostingCursor(list.list, weight: list.weight, room: room + place))
    }
    unsafe peaks = room + (ScoreWindow.room + sorted.count * PostingCursor.room)
    unsafe peaks[0] = 0
    setPlaces = [Int](repeating: 0, count: ranker.sets.count)
    setPeak = ranker.sets.reduce(0) { $0 &+ $1.peak }
  }

  /// The numbers that a run needs room for.
  static func room(_ ranker: Ranker) -> Int {
    ScoreWindow.room + ranker.lists.count * (PostingCursor.room + 1) + 1
  }

  mutating func run() -> [ScoredDocument] {
    let end = UInt32(ranker.documentCount)
    if unsafe cursors.count == 1, ranker.sets.isEmpty {
      let notePeak = ranker.notes?.peak(from: &note, start: 0, end: end) ?? 0
      readAlone(notePeak: notePeak)
      return top.sorted()
    }
    window.clear()
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
    let count = unsafe cursors.count
    for number in 0..<count {
      unsafe cursors[number].skip(to: window.start)
      unsafe peaks[number + 1] = peaks[number] &+ cursors[number].peak(before: window.end)
    }
    let possible = unsafe peaks[count] &+ setPeak &+ notePeak
    guard possible > top.threshold else { return }
    // The first lists that cannot reach the threshold together are only asked.
    var asked = 0
    let fixed = notePeak &+ setPeak
    while asked < count, unsafe peaks[asked + 1] &+ fixed <= top.threshold { asked += 1 }
    let least = unsafe missing(peaks[asked] &+ notePeak)
    if asked + 1 == count, ranker.sets.isEmpty {
      gatherAlone(asked, above: least)
    } else {
      gatherAll(from: asked, above: least, possible: possible)
    }
    if !allowsAll { finishNotes() }
    var next = asked
    while next > 0, window.count > 0 {
      if next < asked || !allowsAll { unsafe window.keep(above: missing(peaks[next])) }
      next -= 1
      unsafe cursors[next].complete(&window, enough: top.threshold, others: peaks[next])
    }
    var window = window
    window.drain { document, score in
      if score > top.threshold { top.insert(ScoredDocument(document: document, score: score)) }
    }
    self.window = window
  }

  /// What is missing to the threshold if others add so much.
  @inline(__always)
  private func missing(_ others: UInt32) -> UInt32 {
    top.threshold > others ? top.threshold &- others : 0
  }

  /// Adds up what some lists and all sets say.
  private mutating func gatherAll(from asked: Int, above least: UInt32, possible: UInt32) {
    let count = unsafe cursors.count
    var expected = 0
    for number in asked..<count { unsafe expected += cursors[number].count(before: window.end) }
    window.expect(expected, above: least)
    for number in asked..<count {
      let others = unsafe possible &- (peaks[number + 1] &- peaks[number])
      unsafe cursors[number].add(to: &window, enough: missing(others))
    }
    addSets()
    window.gather()
  }

  /// Gathers documents of one list.
  private mutating func gatherAlone(_ number: Int, above least: UInt32) {
    var cursor = unsafe cursors[number]
    var window = window
    cursor.visit(from: window.start, before: window.end, above: least) { document, score in
      window.gather(document, sum: score)
      return least
    }
    self.window = window
    unsafe cursors[number] = cursor
  }

  /// Goes through the only list.
  private mutating func readAlone(notePeak: UInt32) {
    var cursor = unsafe cursors[0]
    cursor.visit(
      from: 0, before: UInt32(ranker.documentCount), above: missing(notePeak)
    ) { document, sum in
      var score = sum
      if !allowsAll {
        if let allowed = ranker.allowed, !allowed.contains(document) { return missing(notePeak) }
        if let notes = ranker.notes { score &+= notes.score(of: document, from: &note) }
      }
      if score > top.threshold { top.insert(ScoredDocument(document: document, score: score)) }
      return missing(notePeak)
    }
    unsafe cursors[0] = cursor
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

  /// Adds to the documents of the window what their notes say, and lets go of those that do not count.
  private mutating func finishNotes() {
    window.replaceSums { document, sum in
      if let allowed = ranker.allowed, !allowed.contains(document) { return 0 }
      guard let notes = ranker.notes else { return sum }
      return sum &+ notes.score(of: document, from: &note)
    }
  }
}
