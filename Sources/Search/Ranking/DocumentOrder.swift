extension [ScoredDocument] {
  /// Puts the best documents first.
  ///
  /// - Complexity: as Shell's sort takes for few: most searches sort twenty, three times.
  mutating func sortByScore() { arrange { $0.precedes($1) } }

  /// Puts documents in reading order.
  mutating func sortByDocument() { arrange { $0.document < $1.document } }

  @inline(__always)
  private mutating func arrange(_ precedes: (ScoredDocument, ScoredDocument) -> Bool) {
    #if arch(wasm32)
      self = inOrder(by: precedes)
    #else
      sort(precedes)
    #endif
  }

  /// Sorts in place, without room of its own; of two documents, one comes before the other.
  @inline(__always)
  private mutating func sort(_ precedes: (ScoredDocument, ScoredDocument) -> Bool) {
    guard count > 1 else { return }
    var gap = 1
    while gap < count / 9 { gap = 3 * gap + 1 }
    var documents = mutableSpan
    while gap > 0 {
      for place in gap..<documents.count {
        let moved = documents[place]
        var hole = place
        while hole >= gap, precedes(moved, documents[hole &- gap]) {
          documents[hole] = documents[hole &- gap]
          hole &-= gap
        }
        documents[hole] = moved
      }
      gap /= 3
    }
  }
}
