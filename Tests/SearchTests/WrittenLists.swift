@testable import Search

/// A document of a list that a test makes up.
struct WrittenPosting: Equatable {
  var document: UInt32
  var impact: UInt32
  var places: [UInt32] = []
  var forms: [UInt8] = []
}

/// Posting lists written by hand, with the extents of their documents behind them.
struct WrittenLists {
  let postings: [[WrittenPosting]]
  private let bytes: Bytes
  private let ranges: [Range<Int>]
  private let extents: Range<Int>

  /// - Parameters:
  ///   - postings: The documents of each list, ascending.
  ///   - extents: A bound of the positions in each document; not needed where there are none.
  init(_ postings: [[WrittenPosting]], extents: [UInt32] = []) {
    self.postings = postings
    var writer = PostingWriter()
    var ranges: [Range<Int>] = []
    let classes = extents.map { Extents.class(of: $0) }
    for list in postings {
      let start = writer.lists.count
      for posting in list {
        for (place, position) in posting.places.enumerated() {
          writer.append(position, form: posting.forms[place])
        }
        let number = Int(posting.document)
        let extent = number < classes.count ? Extents.bound(ofClass: classes[number]) : 0
        writer.end(
          Posting(document: posting.document, impact: posting.impact, extent: extent))
      }
      writer.endList(near: [])
      ranges.append(start..<writer.lists.count)
    }
    let end = writer.lists.count
    bytes = Bytes(writer.lists.bytes + classes + [UInt8](repeating: 0, count: BitPacking.padding))
    self.ranges = ranges
    self.extents = end..<end + classes.count
  }

  /// A list whose documents are counted from a base on.
  func list(_ number: Int, base: UInt32 = 0) -> PostingList {
    PostingList(bytes, range: ranges[number], base: base, extents: extents)
  }
}

extension PostingList {
  /// Reads every block; the positions of each document, too, and which of some forms stand there, if
  /// any are asked about.
  func everything(forms: [UInt32] = []) -> [WrittenPosting] {
    var found: [WrittenPosting] = []
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: PostingCursor.room) { room in
      guard let start = room.baseAddress else { return }
      let impacts = unsafe UnsafeMutableRawPointer(start + PostingList.blockSize)
        .assumingMemoryBound(to: UInt8.self)
      for block in 0..<allBlockCount {
        let count = unsafe read(block: block, documents: start, impacts: impacts)
        let documents = unsafe UnsafeMutableBufferPointer(start: start, count: count)
        var marks = [PositionMark](repeating: PositionMark(), count: forms.count)
        for place in 0..<count {
          var posting = unsafe WrittenPosting(
            document: start[place], impact: UInt32(impacts[place]))
          for (number, form) in forms.enumerated() {
            posting.places.removeAll()
            let sets = FormSets(exact: 0, like: 1 << form)
            let counted = unsafe readPositions(
              place, ofBlock: block, documents: documents, from: &marks[number], counting: sets,
              into: &posting.places)
            if counted.like > 0 { posting.forms.append(UInt8(form)) }
          }
          found.append(posting)
        }
      }
    }
    return found
  }
}
