internal import Search

extension Piece {
  /// Reading the documents and impacts of the longest lists.
  static func decode(_ index: Index) -> Piece {
    let lists = LongLists(index)
    return Piece(name: "decode", unit: .perSecond("postings")) { Double(lists.decode()) }
  }

  /// Finding the documents that hold two frequent words.
  static func intersect(_ index: Index) -> Piece {
    let lists = LongLists(index)
    return Piece(name: "intersect", unit: .perSecond("postings")) { Double(lists.intersect()) }
  }
}
