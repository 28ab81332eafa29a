/// Where each term occurs, in the order of reading; from time to time sorted by term and packed.
///
/// A run of about a million words fits the processor's second cache, so that sorting it costs little, and
/// packed it takes a third of the text. Memory grows with that, not with the number of words.
struct OccurrenceLog {
  private var entries: [Entry] = []
  private(set) var runs: [OccurrenceRun] = []

  /// Words in a run.
  private static let runLength = 1 << 19

  struct Entry {
    var term: UInt32
    var document: UInt32
    /// The position, and in the lowest 8 bits the place of the form in its term.
    var place: UInt32
  }

  init() { entries.reserveCapacity(Self.runLength + 1) }

  mutating func add(_ entry: Entry, termCount: Int) {
    entries.append(entry)
    if entries.count >= Self.runLength { pack(termCount: termCount) }
  }

  /// Sorts and packs what was added since.
  mutating func pack(termCount: Int) {
    guard !entries.isEmpty else { return }
    runs.append(OccurrenceRun(entries, termCount: termCount))
    entries.removeAll(keepingCapacity: true)
  }

  mutating func packLast(termCount: Int) {
    pack(termCount: termCount)
    entries = []
  }
}

/// Some documents' occurrences, grouped by term.
///
/// For each document of a term: the distance from the document before, then for each place the distance
/// from the one before and whether others follow, with the form behind it unless it is the term's first.
struct OccurrenceRun {
  private var bytes = ByteWriter()
  /// Where each term begins; terms met later have nothing here.
  private var starts: [UInt32] = []

  init(_ entries: [OccurrenceLog.Entry], termCount: Int) {
    var counts = [UInt32](repeating: 0, count: termCount + 1)
    for entry in entries { counts[Int(entry.term) + 1] += 1 }
    for term in 0..<termCount { counts[term + 1] += counts[term] }
    let firsts = counts
    let sorted = unsafe [UInt64](unsafeUninitializedCapacity: entries.count) { buffer, initialized in
      for entry in entries {
        let place = Int(counts[Int(entry.term)])
        counts[Int(entry.term)] += 1
        unsafe buffer[place] = UInt64(entry.document) << 32 | UInt64(entry.place)
      }
      initialized = entries.count
    }
    bytes.reserve(entries.count * 3)
    starts.reserveCapacity(termCount + 1)
    for term in 0..<termCount {
      starts.append(UInt32(bytes.count))
      append(sorted[Int(firsts[term])..<Int(firsts[term + 1])])
    }
    starts.append(UInt32(bytes.count))
  }

  private mutating func append(_ entries: ArraySlice<UInt64>) {
    var document: UInt32 = 0
    var place = entries.startIndex
    while place < entries.endIndex {
      let next = UInt32(truncatingIfNeeded: entries[place] >> 32)
      bytes.append(varint: next - document)
      document = next
      var position: UInt32 = 0
      while true {
        let entry = UInt32(truncatingIfNeeded: entries[place])
        let gap = entry >> 8 - position
        let form = entry & 0xFF
        place += 1
        let isLast = place == entries.endIndex || entries[place] >> 32 != UInt64(document)
        bytes.append(varint: gap << 2 | (form > 0 ? 2 : 0) | (isLast ? 0 : 1))
        if form > 0 { bytes.append(byte: UInt8(form)) }
        position = entry >> 8
        if isLast { break }
      }
    }
  }

  /// Reads the documents of a term, one after another.
  struct Cursor {
    fileprivate var place: Int
    fileprivate let end: Int
    fileprivate(set) var document: UInt32 = 0
  }

  func cursor(of term: Int) -> Cursor {
    guard term + 1 < starts.count else { return Cursor(place: 0, end: 0) }
    return Cursor(place: Int(starts[term]), end: Int(starts[term + 1]))
  }

  /// Reads the next document; `false` at the end.
  ///
  /// - Parameters:
  ///   - cursor: Where reading has come to.
  ///   - occurrences: What stands in the document is put here.
  func next(_ cursor: inout Cursor, _ occurrences: inout [Occurrence]) -> Bool {
    guard cursor.place < cursor.end else { return false }
    let bytes = bytes.bytes.span
    cursor.document &+= Self.varint(in: bytes, at: &cursor.place)
    occurrences.removeAll(keepingCapacity: true)
    var position: UInt32 = 0
    while true {
      let entry = Self.varint(in: bytes, at: &cursor.place)
      position &+= entry >> 2
      var form: UInt32 = 0
      if entry & 2 != 0 {
        form = UInt32(bytes[cursor.place])
        cursor.place += 1
      }
      occurrences.append(Occurrence(position: position, form: form))
      if entry & 1 == 0 { return true }
    }
  }

  @inline(__always)
  private static func varint(in bytes: Span<UInt8>, at place: inout Int) -> UInt32 {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let byte = bytes[place]
      place += 1
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }
}
