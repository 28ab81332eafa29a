/// A document and what it scores.
struct ScoredDocument: Hashable {
  var document: UInt32
  var score: UInt32

  /// Whether it stands before another: a higher score, or the same and earlier in reading order.
  @inline(__always)
  func precedes(_ other: ScoredDocument) -> Bool {
    score != other.score ? score > other.score : document < other.document
  }
}

/// The best documents of those met, as a binary heap with the last of them on top.
struct TopDocuments {
  private var heap: [ScoredDocument] = []
  private let limit: Int

  /// What a document met later has to exceed to be among the best.
  private(set) var threshold: UInt32

  /// - Parameters:
  ///   - limit: How many documents to keep.
  ///   - threshold: A score that the best are known to exceed.
  init(limit: Int, threshold: UInt32 = 0) {
    self.limit = limit
    self.threshold = limit > 0 ? threshold : .max
    heap.reserveCapacity(limit)
  }

  /// Keeps a document that exceeds the threshold; documents come in reading order.
  mutating func insert(_ document: ScoredDocument) {
    if heap.count < limit {
      heap.append(document)
      rise(from: heap.count - 1)
    } else {
      heap[0] = document
      sink()
    }
    if heap.count == limit { threshold = Swift.max(threshold, heap[0].score) }
  }

  private mutating func rise(from place: Int) {
    var place = place
    let risen = heap[place]
    while place > 0 {
      let parent = (place - 1) / 2
      guard heap[parent].precedes(risen) else { break }
      heap[place] = heap[parent]
      place = parent
    }
    heap[place] = risen
  }

  /// Moves the document on top down to where it belongs.
  private mutating func sink() {
    var heap = heap.mutableSpan
    let sunk = heap[0]
    var place = 0
    while true {
      var child = 2 &* place &+ 1
      guard child < heap.count else { break }
      if child &+ 1 < heap.count, heap[child].precedes(heap[child &+ 1]) { child &+= 1 }
      guard sunk.precedes(heap[child]) else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = sunk
  }

  /// The documents, best first.
  mutating func sorted() -> [ScoredDocument] {
    heap.sortByScore()
    return heap
  }
}
