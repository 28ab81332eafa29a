internal import FrenchText

/// An index in the making: notes and the glossary go in, the bytes of an ``Index`` come out.
///
/// The same notes in the same order give the same bytes on every machine.
public struct IndexBuilder: ~Copyable {
  /// The text of all records that are shown.
  var text = TextHeap()
  var notes = ByteWriter()
  var documents = ByteWriter()
  var documentCount = 0
  var noteCount = 0
  /// The sum of the lengths of each field over all documents, in words.
  var fieldLengths = [Int](repeating: 0, count: Field.allCases.count)
  /// The first document of each note.
  var firstDocuments: [Int] = []
  var occurrences = Occurrences()
  var entries: [SourceEntry] = []
  var synonyms: [SourceSynonym] = []
  private var tokenizer = Tokenizer()

  /// Creates an empty index.
  public init() {}

  /// Adds a note and its sections.
  ///
  /// - Parameter note: The note; notes are numbered in the order in which they are added.
  /// - Complexity: O(*n*), where *n* is the length of the note's text.
  public mutating func add(_ note: SourceNote) {
    firstDocuments.append(documentCount)
    text.reference(note.path, in: &notes)
    text.reference(note.title, in: &notes)
    for list in [note.services, note.categories, note.tags] {
      text.reference(list: list, in: &notes)
    }
    notes.append(UInt32(documentCount))
    notes.append(UInt32(note.documents.count))
    for document in note.documents { add(document) }
    noteCount += 1
  }

  /// Adds a term of the glossary.
  ///
  /// - Parameter entry: The term; its section must belong to a note that was added before.
  public mutating func add(_ entry: SourceEntry) { entries.append(entry) }

  /// Adds a synonym.
  ///
  /// - Parameter synonym: A name and another that is looked for when the first is typed.
  public mutating func add(_ synonym: SourceSynonym) { synonyms.append(synonym) }

  private mutating func add(_ document: SourceDocument) {
    var position = 0
    var lengths: [Int] = []
    for field in Field.allCases {
      let start = position
      switch field {
      case .title: index(document.title, from: &position)
      case .terms: for term in document.terms { index(term, from: &position) }
      case .context: for heading in document.headings { index(heading, from: &position) }
      case .text: index(document.text, from: &position)
      }
      lengths.append(position - start)
      position += PostingCursor.fieldGap
    }
    documents.append(UInt32(noteCount))
    documents.append(UInt32(document.line))
    text.reference(document.title, in: &documents)
    text.reference(document.anchor, in: &documents)
    text.reference(list: document.headings, in: &documents)
    text.reference(document.text, in: &documents)
    var lines = ByteWriter()
    var last = 0
    for line in document.textLines {
      lines.append(varint: UInt32(Swift.max(0, line - last)))
      last = Swift.max(last, line)
    }
    text.reference(lines.bytes, in: &documents)
    for field in Field.allCases {
      documents.append(UInt32(lengths[field.rawValue]))
      fieldLengths[field.rawValue] += lengths[field.rawValue]
    }
    documents.append(document.prior.bitPattern)
    documentCount += 1
  }

  private mutating func index(_ field: [UInt8], from position: inout Int) {
    tokenizer.restart()
    var end = 0
    while let token = tokenizer.next(in: field.span) {
      occurrences.add(tokenizer.form, document: documentCount, position: position + token.position)
      end = Swift.max(end, token.position + token.width)
    }
    position += end
  }
}

/// Text that records point into, by offset and length.
struct TextHeap {
  private(set) var writer = ByteWriter()

  /// Keeps a string and writes where it is.
  mutating func reference(_ string: [UInt8], in record: inout ByteWriter) {
    record.append(UInt32(writer.count))
    record.append(UInt32(string.count))
    writer.append(string)
  }

  /// Keeps a list of strings, each behind its length, and writes where it is.
  mutating func reference(list: [[UInt8]], in record: inout ByteWriter) {
    var encoded = ByteWriter()
    for string in list {
      encoded.append(varint: UInt32(string.count))
      encoded.append(string)
    }
    reference(encoded.bytes, in: &record)
  }
}

/// Where each form occurs, in the order of reading.
struct Occurrences {
  /// The forms in the order in which they were first met.
  private(set) var surfaces: [[UInt8]] = []
  private(set) var forms: [UInt32] = []
  private(set) var documents: [UInt32] = []
  private(set) var positions: [UInt32] = []
  private var numbers: [[UInt8]: UInt32] = [:]

  mutating func add(_ surface: [UInt8], document: Int, position: Int) {
    let number: UInt32
    if let known = numbers[surface] {
      number = known
    } else {
      number = UInt32(surfaces.count)
      numbers[surface] = number
      surfaces.append(surface)
    }
    forms.append(number)
    documents.append(UInt32(document))
    positions.append(UInt32(position))
  }

  /// The places of all occurrences, grouped by form in order of `ranks`, in reading order within a form.
  ///
  /// - Parameter ranks: For each form, its place in the lexicon.
  /// - Returns: The places, and for each rank where its group begins, with one more at the end.
  func grouped(by ranks: [Int]) -> (places: [Int], starts: [Int]) {
    var starts = [Int](repeating: 0, count: surfaces.count + 1)
    for form in forms { starts[ranks[Int(form)] + 1] += 1 }
    for rank in 0..<surfaces.count { starts[rank + 1] += starts[rank] }
    var next = starts
    var places = [Int](repeating: 0, count: forms.count)
    for place in forms.indices {
      let rank = ranks[Int(forms[place])]
      places[next[rank]] = place
      next[rank] += 1
    }
    return (places, starts)
  }
}
