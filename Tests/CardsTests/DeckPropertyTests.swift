import Cards
import KnowledgeBase
import Notes
import Testing

/// What holds for every card of the project's own notes.
@Suite struct DeckPropertyTests {
  @Test func findsManyCards() { #expect(OwnNotes.deck.cards.count > 700) }

  @Test func givesEachCardAnIdAndAQuestionOfItsOwn() {
    let cards = OwnNotes.deck.cards
    #expect(Set(cards.map(\.id)).count == cards.count)
    #expect(Set(cards.map { $0.front.lowercased() }).count == cards.count)
    #expect(cards.allSatisfy { $0.id.count == 13 && !$0.front.isEmpty && !$0.back.isEmpty })
  }

  @Test func holdsNoAnswerInAQuestion() {
    for card in OwnNotes.deck.cards
    where card.kind == .typed && card.back.contains(where: \.isLetter) {
      let words =
        " "
        + card.plainFront.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : " " }
        .joined() + " "
      let answer = card.accepted[0].lowercased().map {
        $0.isLetter || $0.isNumber ? String($0) : " "
      }.joined()
      #expect(!words.contains(" \(answer) "), "\(card.front) → \(answer)")
    }
  }

  @Test func keepsIdsWhereDefinitionsAreRewritten() {
    var notes = OwnNotes.all
    for place in notes.indices {
      for number in notes[place].definitions.indices {
        let text = notes[place].definitions[number].text
        notes[place].definitions[number].text =
          text.hasSuffix(".") ? text.dropLast() + " désormais." : text + " désormais"
      }
    }
    let before = Set(OwnNotes.deck.cards.map(\.id))
    let after = Set(Deck(notes: notes, sameNames: Vocabulary.builtIn.groups).cards.map(\.id))
    #expect(before.subtracting(after).isEmpty)
  }

  @Test func setsNoBreakingSpaceBeforeMarks() {
    for card in OwnNotes.deck.cards {
      #expect(
        !card.front.contains(" ?") && !card.front.contains("« ") && !card.front.contains(" »"),
        "\(card.front)")
    }
  }
}
