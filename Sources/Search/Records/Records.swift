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
    let record = id.rawValue * Layout.documentRecord
    return DocumentRecord(
      note: note(of: id), title: string(.documents, record + 1),
      headings: list(.documents, record + 5), anchor: string(.documents, record + 3),
      line: word(.documents, record))
  }

  /// The note of a section; one that exists even where the index is damaged.
  func note(of id: DocumentID) -> NoteID {
    guard hasSeveralSections else {
      return NoteID(Swift.min(Swift.max(0, id.rawValue), Swift.max(0, noteCount - 1)))
    }
    var low = 0
    var high = noteCount
    while low < high {
      let middle = (low + high) / 2
      if word(.noteStarts, middle) <= id.rawValue { low = middle + 1 } else { high = middle }
    }
    return NoteID(Swift.max(0, low - 1))
  }

  /// Whether some note has not just one section.
  var hasSeveralSections: Bool { range(.noteStarts).count > 0 }

  /// For each note its first document, and the number of documents.
  var noteStarts: [UInt32] {
    (0...noteCount).map { UInt32(truncatingIfNeeded: word(.noteStarts, $0)) }
  }

  /// The length of a field of a section, in words; 0 for the text, which nobody asks for.
  func length(of field: Field, in document: UInt32) -> UInt32 {
    let range = range(.fieldLengths)
    var start = range.lowerBound + 4 * Field.text.rawValue
    for number in 0..<field.rawValue {
      start += Int(bytes.word(at: range.lowerBound + 4 * number)) * documentCount
    }
    switch field == .text ? 0 : bytes.word(at: range.lowerBound + 4 * field.rawValue) {
    case 1: return UInt32(bytes[start + Int(document)])
    case 2:
      let place = start + 2 * Int(document)
      return UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8
    case 4: return bytes.word(at: start + 4 * Int(document))
    default: return 0
    }
  }

  /// The text of a section, without its heading.
  ///
  /// - Parameter id: A section of this index.
  /// - Returns: The text as it was indexed.
  public func text(of id: DocumentID) -> [UInt8] {
    string(.documents, id.rawValue * Layout.documentRecord + 7)
  }

  /// The source line of a line of a section's text.
  ///
  /// - Parameters:
  ///   - textLine: The number of the line in the text, from 0.
  ///   - id: A section of this index.
  /// - Returns: The line of the note, from 1; the heading's where it is not known.
  public func sourceLine(ofTextLine textLine: Int, in id: DocumentID) -> Int {
    let record = id.rawValue * Layout.documentRecord
    let range = location(.documents, record + 9)
    var offset = range.lowerBound
    var line = 0
    for _ in 0...Swift.max(0, textLine) {
      guard offset < range.upperBound else { break }
      line &+= Int(bytes.varint(at: &offset))
    }
    return line > 0 ? line : word(.documents, record)
  }

  /// What is known of a note.
  ///
  /// - Parameter id: A note of this index.
  /// - Returns: Its title, place and labels.
  public func note(_ id: NoteID) -> NoteRecord {
    let record = id.rawValue * Layout.noteRecord
    let first = hasSeveralSections ? word(.noteStarts, id.rawValue) : id.rawValue
    let end = hasSeveralSections ? word(.noteStarts, id.rawValue + 1) : id.rawValue + 1
    return NoteRecord(
      path: path(of: id), title: string(.notes, record), services: list(.notes, record + 2),
      categories: list(.notes, record + 4), tags: list(.notes, record + 6),
      documents: first..<Swift.max(first, end))
  }

  /// The path of a note.
  ///
  /// - Parameter id: A note of this index.
  /// - Returns: The path as it was added.
  public func path(of id: NoteID) -> [UInt8] {
    FrontCodedTable(bytes: bytes, range: range(.paths))[id.rawValue]
  }

  /// The term of the glossary that a text names.
  ///
  /// - Parameter name: A name in any spelling that the index would also find.
  /// - Returns: The definition, or `nil` if no term has that name.
  /// - Complexity: O(log *n*) in the number of names.
  public func answer(to name: [UInt8]) -> Answer? { answer(to: analyzedWords(of: name)) }

  func answer(to words: [AnalyzedWord]) -> Answer? {
    guard range(.entries).count > 0 else { return nil }
    // « c’est quoi le NAT » names NAT; « rds vs aurora » names neither.
    let isComparison = words.contains { comparing.contains($0.folded) }
    let loose = isComparison ? [] : normalForms(of: words, isLoose: true)
    for form in normalForms(of: words) + loose {
      guard let place = table(.entryNames).index(of: form) else { continue }
      let record = word(.entryNameRecords, place) * Layout.entryRecord
      return Answer(
        names: list(.entries, record), definition: string(.entries, record + 2),
        document: DocumentID(word(.entries, record + 4)), line: word(.entries, record + 5))
    }
    return nil
  }
}

/// Words by which a query sets one thing against another.
private let comparing = ["contre", "ou", "or", "versus", "vs"].map { Array($0.utf8) }
