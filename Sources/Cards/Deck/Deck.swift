public import Notes
internal import Threads

/// The questions that notes hold.
///
///     let deck = Deck(notes: notes, sameNames: [["pare-feu", "firewall"]])
///     let choices = deck.choices(for: deck.cards[0], seed: 7)
///
/// Notes are read once, by `Notes`; cards are made from what it found. A card's id is made of its note, its
/// rule and the term it is about, so that it stays when the definition is rewritten.
public struct Deck: Hashable, Sendable {
  /// The cards, in the order of the notes and of their lines; no two have the same id or question.
  public let cards: [Card]

  /// What became no card, in the same order.
  public let omissions: [Omission]

  let relations: Relations

  /// Makes the cards of notes.
  ///
  /// - Parameters:
  ///   - notes: The notes, in the order of their paths.
  ///   - sameNames: Groups of names that mean the same.
  /// - Complexity: O(*n* log *n*) in the length of what the notes define and list; notes are divided among
  ///   the processors.
  public init(notes: [Note], sameNames: [[String]] = []) {
    let names = NameTable(notes: notes, sameNames: sameNames)
    let shared = SharedDefinitions(notes, names: names)
    var collector = DeckCollector(names: names)
    for drafts in Self.drafts(of: notes, names, shared) { collector.add(drafts) }
    (cards, omissions) = collector.finished()
    relations = Relations(cards: cards, notes: notes, names: names, shared: shared)
  }

  /// Takes what was kept of a deck.
  init(cards: [Card], omissions: [Omission], relations: Relations) {
    (self.cards, self.omissions, self.relations) = (cards, omissions, relations)
  }

  /// The drafts of each note, in the order of the notes.
  private static func drafts(
    of notes: [Note], _ names: NameTable, _ shared: SharedDefinitions
  ) -> [NoteDrafts] {
    let parts = parts(of: notes.count)
    let made = concurrently(parts) { part in
      let memo = TextMemo()
      return stride(from: part, to: notes.count, by: parts).map { place in
        CardMaker(note: notes[place], names: names, shared: shared, memo: memo).made
      }
    }
    return notes.indices.map { made[$0 % parts][$0 / parts] }
  }
}
