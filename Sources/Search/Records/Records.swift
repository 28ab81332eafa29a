internal import FrenchText

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
    guard let segment = segment(of: id) else {
      return DocumentRecord(note: NoteID(0), title: [], headings: [], anchor: [], line: 0)
    }
    let record = segment.record(ofDocument: id.rawValue)
    return DocumentRecord(
      note: note(of: id), title: segment.string(.documents, record + 1),
      headings: segment.list(.documents, record + 5),
      anchor: segment.string(.documents, record + 3), line: segment.word(.documents, record))
  }

  /// The note of a section; one that exists even where the index is damaged.
  ///
  /// - Parameter id: A section of this index.
  /// - Returns: Its note.
  /// - Complexity: O(log *n*) in the number of notes.
  public func note(of id: DocumentID) -> NoteID {
    NoteID(segment(of: id)?.note(ofDocument: id.rawValue) ?? 0)
  }

  /// For each note its first document, and the number of documents.
  var noteStarts: [UInt32] {
    var starts: [UInt32] = []
    starts.reserveCapacity(noteCount + 1)
    for segment in segments {
      for note in 0..<segment.noteCount {
        starts.append(UInt32(segment.firstDocument(ofNote: segment.noteBase + note)))
      }
    }
    starts.append(UInt32(documentCount))
    return starts
  }

  /// The length of a field of a section, in words; 0 for the text, which nobody asks for.
  func length(of field: Field, in document: UInt32) -> UInt32 {
    segment(of: DocumentID(Int(document)))?.length(of: field, inDocument: Int(document)) ?? 0
  }

  /// The text of a section, without its heading.
  ///
  /// - Parameter id: A section of this index.
  /// - Returns: The text as it was indexed.
  public func text(of id: DocumentID) -> [UInt8] {
    guard let segment = segment(of: id) else { return [] }
    return segment.string(.documents, segment.record(ofDocument: id.rawValue) + 7)
  }

  /// The source line of a line of a section's text.
  ///
  /// - Parameters:
  ///   - textLine: The number of the line in the text, from 0.
  ///   - id: A section of this index.
  /// - Returns: The line of the note, from 1; the heading's where it is not known.
  public func sourceLine(ofTextLine textLine: Int, in id: DocumentID) -> Int {
    guard let segment = segment(of: id) else { return 1 }
    let record = segment.record(ofDocument: id.rawValue)
    let range = segment.location(.documents, record + 9)
    var offset = range.lowerBound
    var line = 0
    for _ in 0...Swift.max(0, textLine) {
      guard offset < range.upperBound else { break }
      line &+= Int(segment.bytes.varint(at: &offset) >> 1)
    }
    return line > 0 ? line : segment.word(.documents, record)
  }

  /// For each line of a section's text whether it is code.
  ///
  /// - Complexity: O(*n*) in the number of lines.
  func codeLines(of id: DocumentID) -> [Bool] {
    guard let segment = segment(of: id) else { return [] }
    let record = segment.record(ofDocument: id.rawValue)
    let range = segment.location(.documents, record + 9)
    var offset = range.lowerBound
    var isCode: [Bool] = []
    while offset < range.upperBound { isCode.append(segment.bytes.varint(at: &offset) & 1 != 0) }
    return isCode
  }

  /// What is known of a note.
  ///
  /// - Parameter id: A note of this index.
  /// - Returns: Its title, place and labels.
  public func note(_ id: NoteID) -> NoteRecord {
    guard let segment = segment(of: id) else {
      return NoteRecord(
        path: [], title: [], services: [], categories: [], tags: [], documents: 0..<0)
    }
    let record = (id.rawValue - segment.noteBase) * Layout.noteRecord
    return NoteRecord(
      path: path(of: id), title: segment.string(.notes, record),
      services: segment.list(.notes, record + 2), categories: segment.list(.notes, record + 4),
      tags: segment.list(.notes, record + 6), documents: segment.documents(ofNote: id.rawValue))
  }

  /// The path of a note.
  ///
  /// - Parameter id: A note of this index.
  /// - Returns: The path as it was added.
  public func path(of id: NoteID) -> [UInt8] {
    guard let segment = segment(of: id) else { return [] }
    return FrontCodedTable(bytes: segment.bytes, range: segment.range(.paths))[
      id.rawValue - segment.noteBase]
  }

  /// The term of the glossary that a text names.
  ///
  /// - Parameter name: A name in any spelling that the index would also find.
  /// - Returns: The definition, or `nil` if no term has that name.
  /// - Complexity: O(log *n*) in the number of names.
  public func answer(to name: [UInt8]) -> Answer? { answer(to: analyzedWords(of: name)) }

  func answer(to words: [AnalyzedWord]) -> Answer? {
    guard let glossary, glossary.range(.entries).count > 0 else { return nil }
    // « c’est quoi le NAT » names NAT; « rds vs aurora » names neither.
    let isComparison = words.contains { comparing.contains($0.folded) }
    let loose = isComparison ? [] : normalForms(of: words, isLoose: true)
    let names = glossary.table(.entryNames)
    for form in normalForms(of: words) + loose {
      guard let place = names.index(of: form) else { continue }
      let record = glossary.word(.entryNameRecords, place) * Layout.entryRecord
      let number = glossary.number(.entries, record + 4)
      let through = Layout.isNumberedThroughAll
      return Answer(
        names: glossary.list(.entries, record), definition: glossary.string(.entries, record + 2),
        document: DocumentID(
          number >= through ? Int(number - through) : glossary.documentBase + Int(number)),
        line: glossary.word(.entries, record + 5))
    }
    return nil
  }
}

/// Words by which a query sets one thing against another.
private let comparing = ("contre ou or versus vs" as StaticString).words
