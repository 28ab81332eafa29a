internal import Notes
internal import Threads

/// What some notes know, as the glossary and the synonyms take it, and where their definitions stand.
///
/// | bytes | what |
/// |---|---|
/// | 8 each | the numbers of notes, of sections, of definitions |
/// | 4 each | for each note and what follows the last: the first section, the first definition, where the record begins |
/// | 8 each | for each definition: the place of its section among the note's that are searched, and its line |
/// | then | a record a note: see ``KnowledgeRecordWriter`` |
///
/// Where definitions stand is kept apart from what they say: a line that is added above moves them, and the
/// glossary stays what it was.
struct KnowledgeTable: Sendable {
  /// The bytes.
  let region: Region

  /// The number of notes.
  let noteCount: Int

  /// The number of sections that are searched.
  var documentCount: Int { region.number(at: 8) }

  /// Stands for the section of a definition that is not searched.
  private static let unsearched = 0xFFFF_FFFF

  private static let headerSize = 24

  init(_ region: Region) {
    self.region = region
    noteCount = Swift.min(Swift.max(region.number(at: 0), 0), region.count / 12)
  }

  /// Writes down what notes know.
  ///
  /// - Complexity: O(*n*) in the number of names, on several threads.
  init(_ notes: [Note]) {
    let threads = Swift.max(1, Swift.min(usefulThreads, notes.count / Self.notesPerThread))
    let parts = concurrently(threads) { part in
      var draft = Draft()
      for note in notes[notes.count * part / threads..<notes.count * (part + 1) / threads] {
        draft.append(note)
      }
      return draft
    }
    var whole = Draft.Starts()
    for part in parts { whole.append(part.starts, part.writer.encoder.bytes.count) }
    self.init(Region(whole.layout(followedBy: parts.map(\.writer.encoder.bytes))))
  }

  private static let notesPerThread = 200
}

// MARK: - Writing

extension KnowledgeTable {
  private struct Draft: Sendable {
    /// Everything but the records.
    struct Starts: Sendable {
      var documents: [Int] = [0]
      var definitions: [Int] = [0]
      var records: [Int] = [0]
      /// For each definition its section and its line.
      var places: [Int] = []

      mutating func append(_ other: Starts, _ length: Int) {
        let (document, definition, record) = (documents.last, definitions.last, records.last)
        documents += other.documents.dropFirst().map { $0 + (document ?? 0) }
        definitions += other.definitions.dropFirst().map { $0 + (definition ?? 0) }
        records += other.records.dropFirst().map { $0 + (record ?? 0) }
        places += other.places
      }

      func layout(followedBy records: [[UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = []
        appendNumber(documents.count - 1, to: &bytes)
        appendNumber(documents.last ?? 0, to: &bytes)
        appendNumber(places.count / 2, to: &bytes)
        for words in [documents, definitions, self.records, places] {
          for word in words { append(word, to: &bytes) }
        }
        for record in records { bytes += record }
        return bytes
      }

      private func append(_ word: Int, to bytes: inout [UInt8]) {
        let word = UInt32(truncatingIfNeeded: word).littleEndian
        unsafe withUnsafeBytes(of: word) { unsafe bytes.append(contentsOf: $0) }
      }
    }

    var starts = Starts()
    var writer = KnowledgeRecordWriter()

    mutating func append(_ note: Note) {
      let indexed = note.indexedSections
      let places = Dictionary(
        zip(indexed, indexed.indices), uniquingKeysWith: { first, _ in first })
      for definition in note.definitions {
        let place = places[definition.section] ?? unsearched
        starts.places += [place, definition.line]
      }
      writer.append(note, indexed: Set(indexed))
      starts.documents.append((starts.documents.last ?? 0) + indexed.count)
      starts.definitions.append(starts.places.count / 2)
      starts.records.append(writer.encoder.bytes.count)
    }
  }
}

// MARK: - Reading

extension KnowledgeTable {
  /// Where a definition stands: its section among all of the table's, and its line.
  func place(ofDefinition number: Int, inNote note: Int) -> (document: Int, line: Int) {
    let offset = placesStart + 8 * (start(1, note) + number)
    return (start(0, note) + region.word(at: offset), region.word(at: offset + 4))
  }

  /// The bytes of a note's record.
  func record(ofNote note: Int) -> [UInt8] { region.array(range(ofRecord: note)) }

  /// Where a note's record lies in the region; nowhere if the bytes are damaged.
  func range(ofRecord note: Int) -> Range<Int> {
    let records = placesStart + 8 * region.number(at: 16)
    let (start, end) = (start(2, note), start(2, note + 1))
    guard start <= end, end <= region.count - records else { return 0..<0 }
    return records + start..<records + end
  }

  private var placesStart: Int { Self.headerSize + 12 * (noteCount + 1) }

  /// The first section, the first definition or the record of a note.
  private func start(_ kind: Int, _ note: Int) -> Int {
    guard note >= 0, note <= noteCount else { return 0 }
    return region.word(at: Self.headerSize + 4 * (kind * (noteCount + 1) + note))
  }
}
