internal import Notes
internal import Search

/// Where a note lies: a piece, and a place there.
struct NoteLocation: Hashable, Sendable {
  var piece: Int
  var place: Int
}

/// Pieces in the order in which their notes are numbered, and the notes by path.
struct PieceList: Sendable {
  var pieces: [Piece] = []

  /// For each note, in the order of the paths, where it lies; what no note lies at is deleted.
  var locations: [NoteLocation] = []

  /// For each piece the places of its notes that are no longer there, ascending.
  ///
  /// - Complexity: O(*n*) in the number of notes.
  var deleted: [[Int]] {
    var isLive = pieces.map { [Bool](repeating: false, count: $0.noteCount) }
    for location in locations { isLive[location.piece][location.place] = true }
    return isLive.map { live in live.indices.filter { !live[$0] } }
  }

  /// For each piece the places of its notes that are there, with their numbers in the order of the paths.
  ///
  /// - Complexity: O(*n*) in the number of notes.
  var live: [[(number: Int, place: Int)]] {
    var live = pieces.map { _ in [(number: Int, place: Int)]() }
    for (number, location) in locations.enumerated() {
      live[location.piece].append((number, location.place))
    }
    return live
  }

  /// All notes in the order of their paths; `nil` if some are damaged.
  ///
  /// - Complexity: O(*n*) in the length of all notes.
  func notes() -> [Note]? {
    var notes = [Note?](repeating: nil, count: locations.count)
    for (piece, live) in zip(pieces, live) {
      let wanted = Set(live.map(\.place))
      guard let read = piece.notes()?.notes(where: { wanted.contains($0) }) else { return nil }
      for (number, place) in live { notes[number] = read[place] }
    }
    let found = notes.compactMap(\.self)
    return found.count == notes.count ? found : nil
  }

  /// For each note, in the order of the paths, a checksum of all that is known of it; `nil` if some are damaged.
  ///
  /// - Complexity: O(*n*) in the length of all notes.
  func checksums() -> [UInt64]? {
    let stores = pieces.compactMap { $0.notes() }
    guard stores.count == pieces.count else { return nil }
    return locations.map { stores[$0.piece].checksum(ofNote: $0.place) }
  }

  /// A note by its number in the order of the paths; `nil` if there is none, or it is damaged.
  ///
  /// - Complexity: O(*n*) in the length of the notes in its piece.
  func note(_ number: Int) -> Note? {
    guard locations.indices.contains(number) else { return nil }
    let location = locations[number]
    let notes = pieces[location.piece].notes()?.notes { $0 == location.place }
    return notes.flatMap { $0.indices.contains(location.place) ? $0[location.place] : nil }
  }

  /// What all notes know; `nil` if some of it is damaged.
  ///
  /// - Complexity: O(*n*) in the number of definitions.
  func knowledge() -> Knowledge? {
    let tables = pieces.compactMap { $0.knowledge() }
    return tables.count == pieces.count ? Knowledge(tables, locations) : nil
  }
}

/// What all notes know, from several pieces.
struct Knowledge {
  private let tables: [KnowledgeTable]
  private let locations: [NoteLocation]
  /// The number of each piece's first section.
  private let documentBases: [Int]

  fileprivate init(_ tables: [KnowledgeTable], _ locations: [NoteLocation]) {
    self.tables = tables
    self.locations = locations
    var bases: [Int] = []
    var next = 0
    for table in tables {
      bases.append(next)
      next += table.documentCount
    }
    documentBases = bases
  }

  /// What a note knows, in bytes that are the same as long as that is.
  func record(ofNote number: Int) -> [UInt8] {
    tables[locations[number].piece].record(ofNote: locations[number].place)
  }

  /// The section, numbered through all pieces, and the line of a definition.
  func place(of definition: DefinitionPlace) -> (document: DocumentID, line: Int) {
    let location = locations[definition.note]
    let (document, line) = tables[location.piece].place(
      ofDefinition: definition.definition, inNote: location.place)
    return (DocumentID(documentBases[location.piece] + document), line)
  }

  /// The terms of all notes.
  ///
  /// - Complexity: O(*n*) in the number of names.
  func draft(_ vocabulary: Vocabulary) -> GlossaryDraft {
    var heap: [UInt8] = []
    heap.reserveCapacity(tables.reduce(1 << 16) { $0 + $1.region.count })
    var bases: [Int] = []
    for table in tables {
      bases.append(heap.count)
      unsafe table.region.withBytes(0..<table.region.count) {
        unsafe heap.append(contentsOf: $0)
      }
    }
    let records = locations.map { location in
      let range = tables[location.piece].range(ofRecord: location.place)
      let base = bases[location.piece]
      return base + range.lowerBound..<base + range.upperBound
    }
    return GlossaryDraft(heap: heap, records: records, vocabulary: vocabulary)
  }
}
