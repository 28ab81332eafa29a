import Notes
import Testing

@testable import Cards

/// A deck that is made again of what was kept is the deck that is made of nothing.
@Suite struct DeckUpdateTests {
  private static let notes = Array(OwnNotes.all.prefix(60))

  /// Stands for the checksums of the cache: the place of the note, and another number once it changed.
  private static let checksums = notes.indices.map { UInt64($0) }

  private static let kept = DeckUpdate(
    notes: notes, sameNames: [], checksums: checksums, kept: []
  ).bytes(ofPart: 0)

  private func update(_ notes: [Note], _ checksums: [UInt64]) -> DeckUpdate {
    let update = DeckUpdate(notes: notes, sameNames: [], checksums: checksums, kept: [Self.kept])
    expect(update.deck, isSameAs: Deck(notes: notes))
    return update
  }

  /// Terms are numbered anew in each deck: what the numbers tell is seen by choices.
  private func expect(_ deck: Deck, isSameAs other: Deck) {
    #expect(deck.cards == other.cards)
    #expect(deck.omissions == other.omissions)
    for card in deck.cards.prefix(40) {
      #expect(deck.choices(for: card, seed: 3) == other.choices(for: card, seed: 3))
    }
  }

  @Test func usesEveryNoteAgainWhereNoneChanged() {
    #expect(update(Self.notes, Self.checksums).reusedNotes == Self.notes.count)
  }

  @Test(arguments: [0, 20, 33]) func looksAtTheNoteThatChanged(place: Int) throws {
    var (notes, checksums) = (Self.notes, Self.checksums)
    notes[place] = try cardNote("# Une note\n\nRien que des mots.\n", path: notes[place].path)
    checksums[place] = 1_000
    #expect(update(notes, checksums).reusedNotes < notes.count)
  }

  @Test func looksAtNotesThatNameWhatANewNoteDefines() throws {
    for definition in Self.notes.flatMap(\.definitions).prefix(200) where definition.term.count > 3
    {
      let text =
        "# Autre\n\n**\(definition.term)** (Xyz Abc) : un autre nom de la même chose ici.\n"
      let notes = Self.notes + [try cardNote(text, path: "zzz.md")]
      let update = update(notes, Self.checksums + [1_000])
      #expect(update.reusedNotes < Self.notes.count)
      break
    }
  }

  @Test func looksAtNotesWhoseDefinitionAnotherNoteRepeats() throws {
    let definition = try #require(
      Self.notes.flatMap(\.definitions).first { $0.pattern == .boldTerm && $0.text.count > 40 })
    let text = "# Autre\n\n**Zorglub** : \(definition.text)\n"
    let notes = Self.notes + [try cardNote(text, path: "zzz.md")]
    #expect(update(notes, Self.checksums + [1_000]).reusedNotes < Self.notes.count)
  }

  @Test func takesNotesThatWentAndCame() {
    let (notes, checksums) = (Array(Self.notes.dropFirst(7)), Array(Self.checksums.dropFirst(7)))
    #expect(update(notes, checksums).reusedNotes > 0)
  }

  @Test func startsAnewFromBytesThatAreNoDeck() {
    for count in [0, 3, 40, Self.kept.count / 2, Self.kept.count - 1] {
      let update = DeckUpdate(
        notes: Self.notes, sameNames: [], checksums: Self.checksums,
        kept: [Array(Self.kept[..<count])])
      #expect(update.reusedNotes == 0)
      expect(update.deck, isSameAs: Deck(notes: Self.notes))
    }
  }
}
