/// What an index knows of one section.
public struct DocumentRecord: Sendable {
  /// The note that the section belongs to.
  public var note: NoteID

  /// The section's own heading.
  public var title: [UInt8]

  /// The headings above it, outermost first.
  public var headings: [[UInt8]]

  /// The fragment of the section's address.
  public var anchor: [UInt8]

  /// The source line of the heading, from 1.
  public var line: Int
}

/// What an index knows of one note.
public struct NoteRecord: Sendable {
  /// The path of the note.
  public var path: [UInt8]

  /// The title of the note.
  public var title: [UInt8]

  /// The names of the services that the note is about.
  public var services: [[UInt8]]

  /// The categories of the note.
  public var categories: [[UInt8]]

  /// The tags of the note.
  public var tags: [[UInt8]]

  /// The sections of the note.
  public var documents: Range<Int>
}

/// The definition that answers a query which names a term.
public struct Answer: Sendable {
  /// The names of the term, the one to show first.
  public var names: [[UInt8]]

  /// The definition, as a sentence.
  public var definition: [UInt8]

  /// The section in which the definition stands.
  public var document: DocumentID

  /// The source line of the definition, from 1.
  public var line: Int
}

extension Index {
  /// What is known of a section.
  ///
  /// - Parameter id: A section of this index.
  /// - Returns: Its heading and place.
  public func document(_ id: DocumentID) -> DocumentRecord {
    let record = id.rawValue * (Layout.documentRecord / 4)
    return DocumentRecord(
      note: NoteID(word(.documents, record)), title: string(.documents, record + 2),
      headings: list(.documents, record + 6), anchor: string(.documents, record + 4),
      line: word(.documents, record + 1))
  }

  /// The note of a section; one that exists even where the record is damaged.
  func note(of id: DocumentID) -> NoteID {
    let note = word(.documents, id.rawValue * (Layout.documentRecord / 4))
    return NoteID(Swift.min(note, Swift.max(0, noteCount - 1)))
  }

  /// The length of a field of a section, in words.
  func length(of field: Field, in id: DocumentID) -> Int {
    word(.documents, id.rawValue * (Layout.documentRecord / 4) + 12 + field.rawValue)
  }

  /// What the score of a section is multiplied by.
  func prior(of id: DocumentID) -> Float {
    let place = id.rawValue * (Layout.documentRecord / 4) + 16
    let prior = Float(bitPattern: UInt32(truncatingIfNeeded: word(.documents, place)))
    return prior.isFinite ? Swift.max(0, prior) : 1
  }

  /// The text of a section, without its heading.
  ///
  /// - Parameter id: A section of this index.
  /// - Returns: The text as it was indexed.
  public func text(of id: DocumentID) -> [UInt8] {
    string(.documents, id.rawValue * (Layout.documentRecord / 4) + 8)
  }

  /// The source line of a line of a section's text.
  ///
  /// - Parameters:
  ///   - textLine: The number of the line in the text, from 0.
  ///   - id: A section of this index.
  /// - Returns: The line of the note, from 1; the heading's where it is not known.
  public func sourceLine(ofTextLine textLine: Int, in id: DocumentID) -> Int {
    let record = id.rawValue * (Layout.documentRecord / 4)
    let range = location(.documents, record + 10)
    var offset = range.lowerBound
    var line = 0
    for _ in 0...Swift.max(0, textLine) {
      guard offset < range.upperBound else { break }
      line &+= Int(bytes.varint(at: &offset))
    }
    return line > 0 ? line : word(.documents, record + 1)
  }

  /// What is known of a note.
  ///
  /// - Parameter id: A note of this index.
  /// - Returns: Its title, place and labels.
  public func note(_ id: NoteID) -> NoteRecord {
    let record = id.rawValue * (Layout.noteRecord / 4)
    let first = word(.notes, record + 10)
    return NoteRecord(
      path: string(.notes, record), title: string(.notes, record + 2),
      services: list(.notes, record + 4), categories: list(.notes, record + 6),
      tags: list(.notes, record + 8),
      documents: first..<first + word(.notes, record + 11))
  }

  /// The term of the glossary that a text names.
  ///
  /// - Parameter name: A name in any spelling that the index would also find.
  /// - Returns: The definition, or `nil` if no term has that name.
  /// - Complexity: O(log *n*) in the number of names.
  public func answer(to name: [UInt8]) -> Answer? { answer(to: analyzedWords(of: name)) }

  func answer(to words: [AnalyzedWord]) -> Answer? {
    // « c’est quoi le NAT » names NAT; « rds vs aurora » names neither.
    let isComparison = words.contains { comparing.contains($0.folded) }
    let loose = isComparison ? [] : normalForms(of: words, isLoose: true)
    for form in normalForms(of: words) + loose {
      guard let place = table(.entryNames).index(of: form) else { continue }
      let record = word(.entryNameRecords, place) * (Layout.entryRecord / 4)
      return Answer(
        names: list(.entries, record), definition: string(.entries, record + 2),
        document: DocumentID(word(.entries, record + 4)), line: word(.entries, record + 5))
    }
    return nil
  }
}

/// Words by which a query sets one thing against another.
private let comparing = ["contre", "ou", "or", "versus", "vs"].map { Array($0.utf8) }
