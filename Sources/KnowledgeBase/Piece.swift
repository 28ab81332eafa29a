internal import Notes

/// Some notes with what they know and the segment of the index that finds them; never changed once made.
struct Piece: Sendable {
  /// The file's number, which no other file of the cache ever has; its name comes from it.
  let number: Int

  let container: Container

  /// The notes, not compared with their checksum.
  private let store: NoteStore

  /// The segment of a ``Search/Index``, which has its own checksums.
  var segment: Region { container[3] }

  /// The number of notes.
  let noteCount: Int

  /// Maps a piece; `nil` if there is none or its head is damaged.
  init?(path: String, number: Int) {
    guard let container = Container(path: path, kind: .piece, parts: 4),
      let count = container.checked(0)
    else { return nil }
    self.container = container
    self.number = number
    store = NoteStore(container[1])
    noteCount = count.number(at: 0)
  }

  /// Makes a piece of notes.
  ///
  /// - Parameters:
  ///   - notes: The notes, in the order of their paths.
  ///   - encoded: Where a note lies encoded already, if it does.
  /// - Complexity: O(*n*) in the length of all text.
  init(_ notes: [Note], encoded: [StoredNote?]) {
    store = NoteStore(notes, encoded: encoded)
    noteCount = notes.count
    number = Int.random(in: 0 ... .max)
    var count: [UInt8] = []
    appendNumber(notes.count, to: &count)
    let knowledge = KnowledgeTable(notes)
    let segment = Region(KnowledgeBase.segment(of: notes))
    container = Container(
      .piece,
      [(Region(count), true), (store.region, true), (knowledge.region, true), (segment, false)])
  }

  /// The notes; `nil` if they are damaged.
  ///
  /// - Complexity: O(*n*) in the length of all notes.
  func notes() -> NoteStore? { container.checked(1).map { NoteStore($0) } }

  /// What the notes know; `nil` if it is damaged.
  ///
  /// - Complexity: O(*n*) in the number of definitions.
  func knowledge() -> KnowledgeTable? { container.checked(2).map { KnowledgeTable($0) } }

  /// The length of a note, in bytes.
  func size(ofNote place: Int) -> Int { store.size(ofNote: place) }
}

/// A note as it lies in a store.
struct StoredNote: Sendable {
  var store: NoteStore
  var place: Int
}
