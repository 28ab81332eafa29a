import Cards
import Notes
import Testing

/// One test a trap: what must not become a card.
@Suite struct DeckTrapTests {
  @Test func asksNoCellThatTheQuestionNames() throws {
    let deck = try deck(
      """
      # Grand phare

      | Besoin | Où aller |
      |---|---|
      | voir au loin | grand phare |
      | accoster | quai |

      """)
    #expect(!deck.cards("table").contains { $0.back == "grand phare" })
    #expect(deck.cards("table").contains { $0.back == "quai" })
  }

  @Test func makesNoCardOfLinkLists() throws {
    let deck = try deck(
      "## Grue\n\n- [Page de présentation](https://example.org/grue)\n- [Page d’administration](https://example.org/admin)\n"
    )
    #expect(deck.cards.isEmpty)
    #expect(deck.omits("Grue", .links))
  }

  @Test func makesNoCardOfEmptySectionsAndImages() throws {
    #expect(
      try deck("# Port\n\n![](quai.png)\n\n## Coûts :\n\n## Plan\n\n![Plan](C:\\port.png)\n").cards
        .isEmpty)
  }

  @Test func makesNoCardOfNavigation() throws {
    #expect(try deck("[Retour](../index.md) | [Accueil](/fr.md)\n\n# Port\n").cards.isEmpty)
  }

  @Test func takesNoLabelForATerm() throws {
    let deck = try deck("# Phare\n\n- **Description** : une tour qui porte une lampe.\n")
    #expect(!deck.fronts.contains { $0.contains("escription") })
  }

  @Test func asksNoSharedDefinitionBackwards() throws {
    let deck = try deck(
      "- **Grue** : soulève les caisses du quai vers le pont.\n- **Palan** : soulève les caisses du quai vers le pont.\n"
    )
    #expect(deck.cards("bold-term").count == 2)
    #expect(deck.cards("bold-term-reverse").isEmpty)
    #expect(deck.omits("Palan", .sharedDefinition))
  }

  @Test func masksTheTermAndItsRootInTheQuestion() throws {
    let deck = try deck(
      "- **Lanterne** : les lanternes éclairent la digue et guident les pêcheurs du soir.\n")
    let reverse = try #require(deck.cards("bold-term-reverse").first)
    #expect(reverse.front.contains("[…]"))
    #expect(!reverse.front.lowercased().contains("lanterne"))
  }

  @Test func asksNothingWhereOnlyTheTermIsSaid() throws {
    let deck = try deck("- **Feu vert** : un feu qui est vert.\n")
    #expect(deck.cards("bold-term-reverse").isEmpty)
  }

  @Test func makesNoCardWhereTheSentenceDefinesSomethingElse() throws {
    let deck = try deck("# Notes\n\n## Grue\n\nLe treuil est un tambour qui enroule les amarres.\n")
    #expect(deck.cards("heading-sentence").isEmpty)
  }

  @Test func asksNoListOfMoreThanSeven() throws {
    let items = (1...8).map { "- **T\($0)X** : sert à lever la charge numéro \($0) du quai." }
    let deck = try deck("## Quais\n\n" + items.joined(separator: "\n") + "\n")
    #expect(deck.cards("list").isEmpty)
    #expect(deck.omits("Quais", .tooManyMembers(8)))
  }

  @Test func asksTheSameQuestionOnce() throws {
    let text = "- **GDP (Garde du phare)** : allume la lampe à la tombée du jour.\n"
    let deck = Deck(notes: [try cardNote(text, path: "a.md"), try cardNote(text, path: "b.md")])
    #expect(Set(deck.cards.map(\.front)).count == deck.cards.count)
    #expect(deck.cards("acronym").count == 2)
    #expect(deck.omissions.contains { $0.reason == .duplicate })
  }

  @Test func namesTheNoteWhereTwoNotesAnswerDifferently() throws {
    let deck = Deck(notes: [
      try cardNote(
        "# Port\n\n- **GDP (Garde du phare)** : allume la lampe à la tombée du jour.\n",
        path: "a.md"),
      try cardNote(
        "# Gare\n\n- **GDP (Garde du phare)** : ferme les barrières au passage du train.\n",
        path: "b.md"),
    ])
    #expect(
      deck.cards("bold-term").map(\.plainFront) == [
        "Qu’est-ce que GDP ?", "« Gare » : qu’est-ce que GDP ?",
      ])
  }

  @Test func keepsSectionsAndNotesOutWhereAsked() throws {
    let body = "- **GDP (Garde du phare)** : allume la lampe à la tombée du jour.\n"
    #expect(try deck("---\ncartes: non\n---\n\n" + body).cards.isEmpty)
    let section = try deck("# Port\n\n<!-- sans carte -->\n\n" + body + "\n## Plus bas\n\n" + body)
    #expect(section.cards.isEmpty)
    #expect(section.omissions.contains { $0.reason == .sectionWithoutCards })
  }
}
