internal import Search

/// The terms and the synonyms of all notes: the last segment of the index, which holds no note itself.
///
/// Each term knows which definition is its best, so that it can be told where that stands when notes were
/// moved or lines were added above it.
struct Names: Sendable {
  /// The file's number, which no other file of the cache ever has.
  let number: Int

  let container: Container

  /// The segment, which has its own checksums.
  var segment: Region { container[1] }

  /// Maps a file; `nil` if there is none or it is damaged.
  init?(path: String, number: Int) {
    guard let container = Container(path: path, kind: .names, parts: 2) else { return nil }
    self.container = container
    self.number = number
  }

  /// Gathers the terms of all notes.
  ///
  /// - Complexity: O(*n* log *n*) in the number of names.
  init(_ knowledge: Knowledge, _ vocabulary: Vocabulary) {
    let draft = knowledge.draft(vocabulary)
    let entries = draft.sourceEntries(knowledge.place)
    let assembly = IndexAssembly(
      [], entries: entries.map(\.entry), synonyms: draft.synonyms(vocabulary))
    self.init(entries.map(\.definition), assembly.finish([assembly.encode(0, of: 1)]))
  }

  /// The same terms where their definitions stand elsewhere.
  ///
  /// - Parameter knowledge: What the notes know now: the same, and in the same order.
  /// - Returns: The terms; `nil` if the bytes are damaged.
  /// - Complexity: O(*n*) in the number of terms.
  func moved(to knowledge: Knowledge) -> Names? {
    guard let places = container.checked(0) else { return nil }
    let definitions = (0..<places.count / 8).map { number in
      DefinitionPlace(
        note: places.word(at: 8 * number), definition: places.word(at: 8 * number + 4))
    }
    let moved = definitions.map { knowledge.place(of: $0) }
    guard let segment = try? Index.moving(self.segment.bytes, to: moved) else { return nil }
    return Names(definitions, segment)
  }

  private init(_ definitions: [DefinitionPlace], _ segment: [UInt8]) {
    var places: [UInt8] = []
    places.reserveCapacity(8 * definitions.count)
    for place in definitions { appendNumber(place.note | place.definition << 32, to: &places) }
    container = Container(.names, [(Region(places), true), (Region(segment), false)])
    number = Int.random(in: 0 ... .max)
  }
}
