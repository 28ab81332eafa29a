import Cards
import Testing

@Suite struct CardWrittenTests {
  @Test func readsAQuestionBesideItsAnswer() throws {
    let deck = try deck("Combien de marches a le phare :: 112\n\nCorne de brume ::: Foghorn\n")
    let cards = deck.cards("written")
    #expect(cards.map(\.front) == ["Combien de marches a le phare", "Corne de brume", "Foghorn"])
    #expect(cards.map(\.back) == ["112", "Foghorn", "Corne de brume"])
    #expect(cards.allSatisfy { $0.kind == .typed })
  }

  @Test func readsAQuestionAboveItsAnswer() throws {
    let deck = try deck(
      "Pourquoi la lampe tourne-t-elle,\net dans quel sens ?\n?\nPour être vue de partout.\n")
    #expect(
      deck.cards("written").map(\.plainFront) == [
        "Pourquoi la lampe tourne-t-elle, et dans quel sens ?"
      ])
    #expect(deck.cards("written").map(\.back) == ["Pour être vue de partout."])
  }

  @Test func leavesCodeAndAddressesAlone() throws {
    #expect(try deck("Le type `std :: string` et l’adresse ::1 sont du code.\n").cards.isEmpty)
  }

  @Test func makesGapsOnlyWhereTheFrontMatterAsks() throws {
    let text = "La lampe fait {{douze}} tours ==par minute== quand la mer est calme.\n"
    #expect(try deck(text).cards.isEmpty)
    let cards = try deck("---\ncartes: trous\n---\n\n" + text).cards("cloze")
    #expect(cards.map(\.back) == ["douze", "par minute"])
    #expect(cards[0].front == "La lampe fait […] tours par minute quand la mer est calme.")
  }

  @Test func showsNoMarksOfGapsInOtherCards() throws {
    let text = """
      ---
      cartes: trous
      ---

      # Port

      **Phare** : tour qui porte une {{lampe}} au bord de la mer.

      """
    let others = try deck(text).cards.filter { $0.pattern != "cloze" }
    let texts = others.flatMap { [$0.front, $0.back] }
    #expect(texts.contains { $0.contains("lampe") })
    #expect(!texts.contains { $0.contains("{{") })
  }

  @Test func readsAScenarioWithItsReasons() throws {
    let deck = try deck(
      "### Question 1\n\nUn bateau attend. Que faire (choisissez DEUX) ?\n\n- [x] Appeler le pilote — il connaît le chenal.\n- [ ] Partir — la brume est épaisse.\n- [x] Allumer les feux — on doit vous voir.\n- [ ] Dormir.\n"
    )
    let card = try #require(deck.cards("scenario").first)
    #expect(card.kind == .choice)
    #expect(card.plainFront == "Un bateau attend. Que faire (choisissez DEUX) ?")
    #expect(card.choices.map(\.isRight) == [true, false, true, false])
    #expect(card.choices[0].explanation == "il connaît le chenal.")
    #expect(card.back == "Appeler le pilote\nAllumer les feux")
    #expect(deck.cards.count == 1)
  }
}
