/// A full-text index over notes: immutable runs of bytes, read in place.
///
/// The bytes are the same on disk, mapped into memory, and in the browser. Opening checks headers and
/// checksums; nothing is parsed or copied.
///
/// Most indexes are one run, a segment. Where notes change, the new ones make a segment of their own, and
/// the old ones are named as deleted: the index then takes time in proportion to what changed. Sections and
/// notes are numbered through all segments. The glossary and the synonyms are those of the last segment.
///
/// Words are as rare as they are in all segments, those of deleted notes included, as in Lucene: nobody counts how often
/// a deleted note holds each word. A score is then some percent other than in an index made anew, until segments
/// are merged; impacts are the same, since they hang on no other section (``Ranking``), so that the order changes
/// only where two scores nearly meet.
public final class Index: Sendable {
  let segments: [Segment]
  /// The sections that were not deleted; `nil` if none was.
  let live: DocumentSet?
  /// Whether some note has not just one section.
  let hasSeveralSections: Bool

  /// The number of sections, deleted ones included.
  public let documentCount: Int

  /// The number of notes, deleted ones included.
  public let noteCount: Int

  /// When the checksums are compared.
  public enum Verification: Sendable {
    /// On opening, all of them.
    case everything
    /// Those of each part when it is read first: see ``Index/hasMetDamage``.
    case asRead
    /// Never: the bytes were just made.
    case nothing
  }

  /// Opens an index of one segment.
  ///
  /// - Parameters:
  ///   - bytes: What ``IndexBuilder/finish()`` returned.
  ///   - verification: When to compare the checksums.
  /// - Throws: ``IndexError`` if the bytes are no index, or not a whole one.
  /// - Complexity: O(1), or O(`bytes.count`) when everything is verified.
  public convenience init(
    _ bytes: Bytes, verification: Verification = .everything
  ) throws(IndexError) {
    try self.init(segments: [bytes], verification: verification)
  }

  /// Whether bytes were read that do not match their checksum: what was found with them may be wrong, and
  /// the index should be made anew.
  public var hasMetDamage: Bool {
    segments.contains { $0.bytes.verifier?.hasMetDamage ?? false }
  }

  /// Opens an index of several segments.
  ///
  /// - Parameters:
  ///   - runs: The segments, in the order in which their notes are numbered.
  ///   - deleted: The notes that are no longer there.
  ///   - verification: When to compare the checksums.
  /// - Throws: ``IndexError`` if some bytes are no index, or not a whole one.
  /// - Complexity: O(*s* + *d*) in the numbers of segments and of deleted notes; O(*n*) in the number of
  ///   sections if notes are deleted; O(*b*) in the number of bytes when everything is verified.
  public init(
    segments runs: [Bytes], deleted: [NoteID] = [], verification: Verification = .everything
  ) throws(IndexError) {
    var segments: [Segment] = []
    var documents = 0
    var notes = 0
    for bytes in runs {
      let segment = try Segment(
        bytes, verification: verification, documentBase: documents, noteBase: notes)
      documents += segment.documentCount
      notes += segment.noteCount
      segments.append(segment)
    }
    self.segments = segments
    (documentCount, noteCount) = (documents, notes)
    hasSeveralSections = segments.contains { $0.hasSeveralSections }
    var live = deleted.isEmpty ? nil : DocumentSet(size: documents, isFull: true)
    for note in deleted {
      guard let segment = Self.segment(of: note, in: segments) else { continue }
      live?.remove(segment.documents(ofNote: note.rawValue))
    }
    self.live = live
  }

  /// The segment of a section or of a note; `nil` only for numbers that are none's.
  func segment(of document: DocumentID) -> Segment? {
    segments.last { $0.documentBase <= document.rawValue && $0.documentCount > 0 }
  }

  func segment(of note: NoteID) -> Segment? { Self.segment(of: note, in: segments) }

  private static func segment(of note: NoteID, in segments: [Segment]) -> Segment? {
    segments.last { $0.noteBase <= note.rawValue && $0.noteCount > 0 }
  }

  /// Whether some part was asked for that is not there: see ``PartialIndex``.
  var isIncomplete: Bool { segments.contains { $0.bytes.pieces?.isIncomplete ?? false } }

  /// Where the glossary and the synonyms are.
  var glossary: Segment? { segments.last }
}
