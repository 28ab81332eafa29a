/// One immutable run of bytes that holds some notes of an index, read in place.
///
/// A class, as are lists and words of queries: each copy of their many fields is code that a page has to load.
final class Segment: Sendable {
  let bytes: Bytes
  private let parts: InlineArray<19, Range<Int>>

  /// The number of its first section and of its first note in the index.
  let documentBase: Int
  let noteBase: Int
  let documentCount: Int
  let noteCount: Int
  /// The number of different terms.
  let termCount: Int

  init(
    _ bytes: Bytes, verification: Index.Verification, documentBase: Int, noteBase: Int
  ) throws(IndexError) {
    guard bytes.count >= Layout.headerSize, bytes.longWord(at: 0) == Layout.magic else {
      throw .foreign
    }
    guard bytes.word(at: 8) == Layout.version else { throw .version(bytes.word(at: 8)) }
    guard bytes.word(at: 12) == UInt32(Part.allCases.count) else { throw .foreign }
    guard bytes.longWord(at: 16) == UInt64(bytes.count) else { throw .truncated }
    let table = Layout.headerSize + Layout.partSize * Part.allCases.count
    // The first part begins where the header ends.
    let headerEnd = Int(bytes.word(at: Layout.headerSize))
    let granules = (bytes.count - headerEnd + Verifier.granule - 1) / Verifier.granule
    // Of an index in pieces the checksums are not there; each piece comes whole or not at all.
    guard headerEnd >= table, headerEnd <= bytes.count, table + 4 * granules <= headerEnd,
      bytes.pieces != nil
        || bytes.longWord(at: 24) == bytes.checksum(Layout.headerSize..<headerEnd)
    else { throw .damaged }
    var parts = InlineArray<19, Range<Int>>(repeating: 0..<0)
    for part in 0..<Part.allCases.count {
      let record = Layout.headerSize + Layout.partSize * part
      let offset = Int(bytes.word(at: record))
      let range = offset..<offset + Int(bytes.word(at: record + 4))
      guard range.upperBound <= bytes.count else { throw .truncated }
      parts[part] = range
    }
    let verifier = Verifier(from: headerEnd, sums: table..<table + 4 * granules)
    if verification == .everything, !verifier.isRight(bytes) { throw .damaged }
    self.bytes = verification == .asRead ? bytes.verified(by: verifier) : bytes
    self.parts = parts
    if bytes.pieces == nil {
      for part in Self.smallParts { self.bytes.check(parts[part.rawValue]) }
    }
    if verification == .asRead, verifier.hasMetDamage { throw .damaged }
    (self.documentBase, self.noteBase) = (documentBase, noteBase)
    let statistics = parts[Part.statistics.rawValue].lowerBound
    // Each path takes two bytes or more; no list can be longer than the bytes that tell of it.
    noteCount = Int(bytes.word(at: statistics), atMost: bytes.count)
    documentCount = Int(bytes.word(at: statistics + 4), atMost: bytes.count, times: 8)
    let terms = OffsetTable(bytes, parts[Part.terms.rawValue]).count
    termCount = Int(bytes.word(at: statistics + 8), atMost: Swift.max(0, terms - 1))
  }

  /// What is read byte by byte, and small: its checksums are compared on opening.
  private static let smallParts: [Part] = [
    .statistics, .fieldLengths, .extents, .entryNames, .entryNameRecords, .synonymNames,
    .synonymNameRecords,
  ]

  func range(_ part: Part) -> Range<Int> { parts[part.rawValue] }

  func table(_ part: Part) -> StringTable { StringTable(bytes: bytes, range: range(part)) }

  /// The *n*th number of a part that is an array of numbers.
  func word(_ part: Part, _ place: Int) -> Int {
    Int(truncatingIfNeeded: number(part, place))
  }

  /// The *n*th number of a part, all of its bits: `Int` has 32 in the browser, one of them for the sign.
  func number(_ part: Part, _ place: Int) -> UInt32 {
    let range = range(part)
    guard place >= 0, place < range.count / 4 else { return 0 }
    let offset = range.lowerBound + 4 * place
    return bytes.check(offset..<offset + 4) ? bytes.word(at: offset) : 0
  }

  /// A string of `text` whose offset and length are two numbers of a record.
  func string(_ part: Part, _ place: Int) -> [UInt8] { bytes.array(location(part, place)) }

  func location(_ part: Part, _ place: Int) -> Range<Int> {
    let text = range(.text)
    let start = text.lowerBound + word(part, place)
    let range = start..<start + word(part, place + 1)
    guard range.upperBound <= text.upperBound else { return 0..<0 }
    return bytes.check(range) ? range : 0..<0
  }

  /// A list of strings written one after another, each behind its length.
  func list(_ part: Part, _ place: Int) -> [[UInt8]] {
    let range = location(part, place)
    var strings: [[UInt8]] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let length = Int(bytes.varint(at: &offset))
      let end = Swift.min(range.upperBound, offset + length)
      guard offset <= end else { break }
      strings.append(bytes.array(offset..<end))
      offset = end
    }
    return strings
  }
}

// MARK: - Lists

extension Segment {
  /// The documents of a term; none for a number that is no term's.
  func postings(of term: Int) -> PostingList {
    list(of: term, .terms, .postings, base: documentBase)
  }

  /// The notes of a term: where every note has one section, the sections stand for them.
  func notePostings(of term: Int) -> PostingList {
    hasSeveralSections
      ? list(of: term, .noteTerms, .notePostings, base: noteBase)
      : list(of: term, .terms, .postings, base: noteBase)
  }

  private func list(of term: Int, _ table: Part, _ lists: Part, base: Int) -> PostingList {
    let range = range(lists)
    let base = UInt32(truncatingIfNeeded: base)
    let none = { [bytes] in PostingList(bytes, range: 0..<0, base: base, extents: 0..<0) }
    guard term >= 0, term < termCount, range.count > 0 else { return none() }
    let (start, end) = OffsetTable(bytes, self.range(table)).bounds(term)
    let last = Swift.min(range.lowerBound + end, range.upperBound)
    let found = Swift.min(range.lowerBound + start, last)..<last
    guard bytes.check(PostingList.beginning(of: found, in: bytes)) else { return none() }
    let list = PostingList(bytes, range: found, base: base, extents: self.range(.extents))
    return list.hasBlocks(from: found.lowerBound) ? list : none()
  }
}
