/// Reads the postings of one form, document by document.
///
/// A posting is the distance from the document before (varint), the number of occurrences, then the
/// distance of each position from the one before. Positions run through all fields of a document in
/// the order of ``Field``, with a gap between fields that no phrase can bridge.
struct PostingCursor {
  /// The number of unused positions between two fields.
  static let fieldGap = 16

  private let bytes: Bytes
  private var offset: Int
  private let end: Int

  /// The document that was read last.
  private(set) var document = DocumentID(0)

  /// The positions of the form in it, ascending.
  private(set) var positions: [Int] = []

  init(bytes: Bytes, range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  /// Reads the next document; `false` at the end.
  mutating func next() -> Bool {
    guard offset < end else { return false }
    document.rawValue &+= Int(bytes.varint(at: &offset))
    let count = Int(bytes.varint(at: &offset))
    positions.removeAll(keepingCapacity: true)
    var position = 0
    while positions.count < count, offset < end {
      position &+= Int(bytes.varint(at: &offset))
      positions.append(position)
    }
    return true
  }
}

extension Index {
  /// The postings of a form.
  func postings(of form: FormID) -> PostingCursor {
    let record = form.rawValue * (Layout.formRecord / 4)
    let postings = range(.postings)
    let start = postings.lowerBound + word(.formRecords, record + 1)
    let end = Swift.min(postings.upperBound, start + word(.formRecords, record + 2))
    return PostingCursor(bytes: bytes, range: start..<Swift.max(start, end))
  }

  /// In how many documents a form occurs.
  func documentFrequency(of form: FormID) -> Int {
    word(.formRecords, form.rawValue * (Layout.formRecord / 4) + 3)
  }
}
