internal import Notes
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
    let parts = parts(of: missing.count)
    let (names, shared) = (names, shared)
    let found = concurrently(parts) { part in
      let memo = TextMemo()
      return stride(from: part, to: missing.count, by: parts).map { place in
        let questions = NameQuestions(names)
        let maker = CardMaker(
          note: notes[missing[place]], names: questions, shared: shared, memo: memo)
        return Made(names: questions.asked, drafts: maker.made)
      }
    }
    for (place, number) in missing.enumerated() {
      made[number] = found[place % parts][place / parts]
    }
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
