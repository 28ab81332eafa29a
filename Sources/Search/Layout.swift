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
/// | 24–31 | the checksum of the table of parts |
/// | 32– | for each part: offset (4), length (4), checksum (8) |
///
/// Then come the parts, each at a multiple of eight bytes.
enum Part: Int, CaseIterable {
  /// Counts and averages: notes, documents, forms, then the mean length of each field as `Float` bits.
  case statistics
  /// A record of ``Layout/noteRecord`` bytes for each note.
  case notes
  /// A record of ``Layout/documentRecord`` bytes for each document.
  case documents
  /// All text that is shown; other parts point into it by offset and length.
  case text
  /// A ``StringTable`` of forms: the folded form, and after a zero byte the surface form if it differs.
  case forms
  /// A record of ``Layout/formRecord`` bytes for each form.
  case formRecords
  /// A ``StringTable`` of stem keys.
  case stems
  /// For each stem key, a list of the forms that have it: offset and count into `stemForms`.
  case stemRecords
  /// Lists of forms, four bytes each.
  case stemForms
  /// For each form its documents: see ``PostingCursor``.
  case postings
  /// A record of ``Layout/entryRecord`` bytes for each entry of the glossary.
  case entries
  /// A ``StringTable`` of the normal forms of the glossary's names.
  case entryNames
  /// For each name, its entry: four bytes.
  case entryNameRecords
  /// A ``StringTable`` of the normal forms of names that have synonyms.
  case synonymNames
  /// For each of them, offset and count into `synonyms`.
  case synonymNameRecords
  /// Synonyms: offset and length of the other name in `text`, weight as `Float` bits.
  case synonyms
}

/// Sizes and identities of the layout.
enum Layout {
  static let magic: UInt64 = 0x7365_746F_6E73_7761  // "awsnotes", read as a little-endian number
  static let version: UInt32 = 2
  static let headerSize = 32
  static let partSize = 16

  /// Path, title, services, categories, tags (offset and length each), first document, their number.
  static let noteRecord = 12 * 4
  /// Note, line, title, anchor, headings, text, lines (offset and length each), lengths of the fields,
  /// prior as `Float` bits.
  static let documentRecord = 17 * 4
  /// Stem, offset in `postings`, length in `postings`, number of documents.
  static let formRecord = 4 * 4
  /// Names, definition (offset and length each), document, line.
  static let entryRecord = 6 * 4
}

/// Why bytes are no index.
public enum IndexError: Error, Hashable, Sendable {
  /// The bytes do not begin like an index.
  case foreign
  /// The index was written by another version of this program.
  case version(UInt32)
  /// The index ends too early.
  case truncated
  /// A part does not match its checksum.
  case damaged(part: Int)
}
