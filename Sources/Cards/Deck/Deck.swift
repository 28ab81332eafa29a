public import Notes

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
    let draft = DeckDraft(notes: notes, sameNames: sameNames)
    self.init(draft)
  }

  init(_ draft: DeckDraft) {
    var collector = DeckCollector(names: draft.names)
    for note in draft.notes { collector.add(note.drafts) }
    (cards, omissions) = collector.finished()
    relations = Relations(cards: cards, notes: draft.sources, names: draft.names)
  }

  /// Takes what was kept of a deck.
  init(cards: [Card], omissions: [Omission], relations: Relations) {
    (self.cards, self.omissions, self.relations) = (cards, omissions, relations)
  }
}
