/// The longest posting lists of an index, to measure reading them.
package struct LongLists: Sendable {
  private let lists: [PostingList]
  private let documentCount: Int

  /// How many lists are read.
  private static let most = 100

  /// Finds the lists.
  ///
  /// - Parameter index: An index.
  /// - Complexity: O(*t* log *t*) in the number of terms.
  package init(_ index: Index) {
    var all: [PostingList] = []
    for segment in index.segments {
      for term in 0..<segment.termCount { all.append(segment.postings(of: term)) }
    }
    all.sort { $0.count > $1.count }
    lists = Array(all.prefix(Self.most))
    documentCount = index.documentCount
  }

  /// Reads all documents and impacts.
  ///
  /// - Returns: How many postings were read.
  package func decode() -> Int {
    var sum: UInt64 = 0
    var count = 0
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: PostingCursor.room) { room in
      guard let start = room.baseAddress else { return }
      for list in lists {
        var cursor = unsafe PostingCursor(list, weight: 1, room: start)
        cursor.visitAll { document, impact in sum &+= UInt64(document ^ impact) }
        count += list.count
      }
    }
    // The sum is used, so that reading is not left out.
    return sum == .max ? 0 : count
  }

  /// Reads each two neighbouring lists into sets of documents, and intersects these.
  ///
  /// - Returns: How many postings were looked at.
  package func intersect() -> Int {
    var count = 0
    for pair in lists.indices.dropFirst() {
      var left = DocumentSet(size: documentCount)
      left.insert(lists[pair - 1])
      var right = DocumentSet(size: documentCount)
      right.insert(lists[pair])
      left.formIntersection(right)
      count += lists[pair - 1].count + lists[pair].count + (left.count > documentCount ? 1 : 0)
    }
    return count
  }
}
