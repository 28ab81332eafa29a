/// The parts of an index, in the order in which they lie in its bytes.
///
/// All numbers are little-endian. The index begins with a header:
///
/// | bytes | what |
/// |---|---|
/// | 0–7 | the magic `awsnotes` |
/// | 8–11 | the version of this layout |
/// | 12–15 | the number of parts |
/// | 16–23 | the length of the whole index |
/// | 24–31 | the checksum of the two tables that follow |
/// | 32– | for each part: offset (4), length (4) |
/// | … | the checksums of the rest, four bytes for each 4,096, filled up to eight bytes |
///
/// Then come the parts, each at a multiple of eight bytes, and eight bytes of zeros, which wide reads may
/// touch. An index is less than four gigabytes long, and less than two for a page. The checksums are the lowest 32 bits of
/// ``Bytes/checksum(_:)``; they are compared as the bytes are read: see ``Verifier``.
enum Part: Int, CaseIterable {
  /// Counts: notes, documents, terms.
  case statistics
  /// A ``FrontCodedTable`` of the notes' paths.
  case paths
  /// A record of ``Layout/noteRecord`` words for each note, or nothing.
  case notes
  /// The first document of each note, four bytes each, and the number of documents; nothing where every
  /// note has one section.
  case noteStarts
  /// A record of ``Layout/documentRecord`` words for each document, or nothing.
  case documents
  /// All text that is shown; other parts point into it by offset and length.
  case text
  /// The lengths of headings: see ``FieldTable/layout()``.
  case fieldLengths
  /// A ``FrontCodedTable`` of forms: see ``Lexicon``.
  case forms
  /// A bound of the positions in each document, a byte each: see ``Extents``.
  case extents
  /// An ``OffsetTable``: where each term's list in `postings` begins, and where the last ends.
  case terms
  /// For each term a ``PostingList`` with positions.
  case postings
  /// An ``OffsetTable``: where each term's list in `notePostings` begins, and where the last ends; nothing
  /// where every note has one section.
  case noteTerms
  /// For each term a ``PostingList`` of the notes in which it occurs, without positions.
  case notePostings
  /// A record of ``Layout/entryRecord`` words for each entry of the glossary.
  case entries
  /// A ``StringTable`` of the normal forms of the glossary's names.
  case entryNames
  /// For each name, its entry: four bytes.
  case entryNameRecords
  /// A ``StringTable`` of the normal forms of names that have synonyms.
  case synonymNames
  /// For each of them, the number of its first record in `synonyms` and how many it has.
  case synonymNameRecords
  /// Synonyms: offset and length of the other name in `text`, weight as `Float` bits.
  case synonyms
}

/// Sizes and identities of the layout.
enum Layout {
  static let magic: UInt64 = 0x7365_746F_6E73_7761  // "awsnotes", read as a little-endian number
  static let version: UInt32 = 7
  static let headerSize = 32
  static let partSize = 8

  /// In words of four bytes: title, services, categories, tags (offset and length each).
  static let noteRecord = 8
  /// Line, then title, anchor, headings, text, lines (offset and length each).
  static let documentRecord = 11
  /// Names, definition (offset and length each), document, line.
  static let entryRecord = 6
  /// A bit of an entry's document: it is numbered through all segments, and not from the segment's first.
  static let isNumberedThroughAll: UInt32 = 1 << 31
}

/// Why bytes are no index.
public enum IndexError: Error, Hashable, Sendable {
  /// The bytes do not begin like an index.
  case foreign
  /// The index was written by another version of this program.
  case version(UInt32)
  /// The index ends too early.
  case truncated
  /// Bytes do not match their checksum.
  case damaged
}
