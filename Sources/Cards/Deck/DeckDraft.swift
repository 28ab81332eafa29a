internal import Notes
internal import Synchronization
internal import Threads

/// What each note yields, before the cards of all notes are put together.
struct DeckDraft: Sendable {
  /// What a note yields.
  struct Made: Sendable {
    /// The names that were asked about: what else the cards are made of than the note itself.
    var names: [String]
    var drafts: NoteDrafts
  }

  let sources: [Note]
  let names: NameTable
  let shared: SharedDefinitions

  /// For each note what it yields.
  private(set) var notes: [Made] = []

  /// Makes cards of notes.
  ///
  /// - Parameters:
  ///   - notes: The notes, in the order of their paths.
  ///   - sameNames: Groups of names that mean the same.
  ///   - known: What a note yields, where it is known already; see ``sum(of:names:)``.
  /// - Complexity: O(*n*) in the length of what the notes define and list; notes are divided among the processors.
  init(
    notes: [Note], sameNames: [[String]], known: (DeckDraft, Int) -> Made? = { _, _ in nil }
  ) {
    sources = notes
    names = NameTable(notes: notes, sameNames: sameNames)
    shared = SharedDefinitions(notes, names: names)
    var made = notes.indices.map { known(self, $0) }
    let missing = made.indices.filter { made[$0] == nil }
    let (names, shared) = (names, shared)
    let begun = Atomic(0)
    // Each thread takes the next note that nobody has begun, so that all end together.
    let found = concurrently(parts(of: missing.count)) { _ in
      let memo = TextMemo()
      var found: [(number: Int, made: Made)] = []
      while true {
        let place = begun.add(1, ordering: .relaxed).oldValue
        guard place < missing.count else { return found }
        let questions = NameQuestions(names)
        let maker = CardMaker(
          note: notes[missing[place]], names: questions, shared: shared, memo: memo)
        found.append((missing[place], Made(names: questions.asked, drafts: maker.made)))
      }
    }
    for (number, one) in found.joined() { made[number] = one }
    self.notes = made.compactMap(\.self)
  }

  /// Tells what other notes have to do with the cards of a note: as long as the note and this number are the
  /// same, so is what it yields.
  ///
  /// - Parameters:
  ///   - number: The place of the note.
  ///   - names: The names that were asked about when its cards were made.
  /// - Returns: A checksum.
  func sum(of number: Int, names: [String]) -> UInt64 {
    var sum = TextSum()
    for name in names { sum.add(self.names.sum(of: name)) }
    for definition in sources[number].definitions {
      sum.add(shared.contains(definition.text) ? 1 : 0)
    }
    return sum.value
  }
}
