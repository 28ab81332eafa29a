extension Ranker {
  /// The best documents, best first, found by scoring every document.
  ///
  /// - Complexity: O(*d* + *n*) in the numbers of documents and of postings.
  func bestOfAll(_ limit: Int) -> [ScoredDocument] {
    var sums = [UInt32](repeating: 0, count: documentCount)
    let add = { (document: UInt32, score: UInt32) in
      // A damaged list may hold any number.
      if Int(document) < sums.count { sums[Int(document)] &+= score }
    }
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: PostingCursor.room) { room in
      guard let start = room.baseAddress else { return }
      for list in lists {
        var cursor = unsafe PostingCursor(list.list, weight: list.weight, room: start)
        cursor.visitAll(add)
      }
    }
    for set in sets { for found in set.documents { add(found.document, found.score) } }
    var top = TopDocuments(limit: limit)
    var note = 0
    for place in sums.indices where sums[place] > 0 {
      let document = UInt32(place)
      if let allowed, !allowed.contains(document) { continue }
      let score = sums[place] &+ (notes?.score(of: document, from: &note) ?? 0)
      if score > top.threshold { top.insert(ScoredDocument(document: document, score: score)) }
    }
    return top.sorted()
  }
}
