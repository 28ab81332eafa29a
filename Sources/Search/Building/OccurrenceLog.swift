/// Where each term occurs, in the order of reading; from time to time sorted by term and packed.
///
/// A run of about a million words fits the processor's second cache, so that sorting it costs little, and
/// packed it takes a third of the text. Memory grows with that, not with the number of words.
struct OccurrenceLog {
  private var entries: [Entry] = []
  /// The runs, packed, one behind another.
  private(set) var bytes = ByteWriter()
  /// For each run where each term begins in `bytes`, and where the last ends; terms met later have nothing.
  private(set) var starts: [UInt32] = []
  /// Where the runs begin in `starts`.
  private(set) var runs: [Int] = [0]

  /// Words in a run.
  private static let runLength = 1 << 19

  struct Entry {
    var term: UInt32
    var document: UInt32
    /// The position in the document, and in the lowest 8 bits which of the term's forms stands there.
    var place: UInt32
  }

  init() { entries.reserveCapacity(Self.runLength + 1) }

  @inline(__always)
  mutating func add(_ entry: Entry) { entries.append(entry) }

  /// Ends a document; a run holds whole documents.
  mutating func endDocument(termCount: Int) {
    if entries.count >= Self.runLength { pack(termCount: termCount) }
  }

  /// Sorts and packs what was added since.
  mutating func pack(termCount: Int) {
    guard !entries.isEmpty else { return }
    append(sortedEntries(termCount: termCount), termCount: termCount)
    entries.removeAll(keepingCapacity: true)
  }

  mutating func packLast(termCount: Int) {
    pack(termCount: termCount)
    entries = []
  }
}

// MARK: - Packing

extension OccurrenceLog {
  /// The entries' documents and places, grouped by term, and where each group begins.
  private func sortedEntries(termCount: Int) -> (entries: [UInt64], starts: [UInt32]) {
    var counts = [UInt32](repeating: 0, count: termCount + 1)
    for entry in entries { counts[Int(entry.term) + 1] += 1 }
    for term in 0..<termCount { counts[term + 1] += counts[term] }
    let starts = counts
    let sorted = unsafe [UInt64](
      unsafeUninitializedCapacity: entries.count
    ) { buffer, initialized in
      for entry in entries {
        let place = Int(counts[Int(entry.term)])
        counts[Int(entry.term)] += 1
        unsafe buffer[place] = UInt64(entry.document) << 32 | UInt64(entry.place)
      }
      initialized = entries.count
    }
    return (sorted, starts)
  }

  /// For each document of a term: the distance from the document before, then for each place four times the
  /// distance from the one before, 2 more if it is not in the term's first form, which then follows, and 1
  /// more if another place follows.
  private mutating func append(
    _ sorted: (entries: [UInt64], starts: [UInt32]), termCount: Int
  ) {
    starts.reserveCapacity(starts.count + termCount + 1)
    for term in 0..<termCount {
      starts.append(UInt32(bytes.count))
      append(
        sorted.entries.span.extracting(Int(sorted.starts[term])..<Int(sorted.starts[term + 1])))
    }
    starts.append(UInt32(bytes.count))
    runs.append(starts.count)
  }

  private mutating func append(_ entries: Span<UInt64>) {
    var document: UInt32 = 0
    var index = 0
    while index < entries.count {
      let next = UInt32(truncatingIfNeeded: entries[index] >> 32)
      bytes.append(varint: next - document)
      document = next
      var last: UInt32 = 0
      var hasMore = true
      while hasMore {
        let entry = UInt32(truncatingIfNeeded: entries[index])
        let (place, form) = (entry >> 8, entry & 0xFF)
        // A word and its own first part may be of one term: they count once.
        repeat {
          index += 1
        } while index < entries.count && entries[index] >> 8 == entries[index - 1] >> 8
        hasMore = index < entries.count && entries[index] >> 32 == UInt64(document)
        bytes.append(varint: (place - last) << 2 | (form > 0 ? 2 : 0) | (hasMore ? 1 : 0))
        if form > 0 { bytes.append(byte: UInt8(form)) }
        last = place
      }
    }
  }
}

// MARK: - Reading

extension OccurrenceLog {
  /// Visits the documents of a term, with where it stands in each.
  @inline(__always)
  func forEachDocument(
    of term: Int, _ places: inout Places, _ body: (UInt32, inout Places) -> Void
  ) {
    let heap = bytes.bytes
    for run in 0..<runs.count - 1 where runs[run] + term + 1 < runs[run + 1] {
      var place = Int(starts[runs[run] + term])
      let end = Int(starts[runs[run] + term + 1])
      var document: UInt32 = 0
      while place < end {
        let bytes = heap.span
        document &+= Self.varint(in: bytes, at: &place)
        places.removeAll()
        var last: UInt32 = 0
        var hasMore = true
        while hasMore {
          let entry = Self.varint(in: bytes, at: &place)
          last &+= entry >> 2
          var form: UInt8 = 0
          if entry & 2 != 0 {
            form = bytes[place]
            place += 1
          }
          places.append(last, form: form)
          hasMore = entry & 1 == 1
        }
        body(document, &places)
      }
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
