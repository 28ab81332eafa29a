/// The place of a section in an index, in reading order.
public struct DocumentID: Hashable, Comparable, Sendable {
  /// The place, from 0.
  public var rawValue: Int

  /// Creates an identifier from a place.
  public init(_ rawValue: Int) { self.rawValue = rawValue }

  /// Whether one section comes before another.
  public static func < (left: DocumentID, right: DocumentID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The place of a note in an index.
public struct NoteID: Hashable, Sendable {
  /// The place, from 0.
  public var rawValue: Int

  /// Creates an identifier from a place.
  public init(_ rawValue: Int) { self.rawValue = rawValue }
}

/// A term of an index: the same word has a number in each segment.
struct TermID: Hashable {
  var segment: Int
  var number: Int
}

/// The fields of a document, in the order in which their words are numbered.
///
/// A document's words have consecutive positions: those of the title first, then those of the defined
/// names, the headings above, the text, with a ``gap`` behind each that is not empty. Thus one list of
/// positions tells the frequency in each field.
enum Field: Int, CaseIterable {
  case title
  case terms
  case context
  case text

  /// Unused positions behind a field, which no phrase and no neighbourhood bridges.
  static let gap = 8
}
