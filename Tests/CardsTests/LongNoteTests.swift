import Cards
import Notes
import Testing

/// Notes of thousands of terms, rows and lists: making their cards ends in a time that grows with them.
@Suite struct LongNoteTests {
  private static let count = 3_000

  private func lines(_ line: (Int) -> String) -> String { (0..<Self.count).map(line).joined() }

  @Test(.timeLimit(.minutes(30)))
  func makesCardsOfALongTable() throws {
    let rows = lines { "|Service\($0)|garde les objets de \($0) clients|\n" }
    let deck = try deck("# Tarifs\n\n|Service|Rôle|\n|-|-|\n" + rows)
    #expect(deck.cards.count + deck.omissions.count >= Fact.mostRows)
  }

  @Test(.timeLimit(.minutes(30)))
  func makesCardsOfManyTablesOfOneSection() throws {
    let tables = lines {
      "\n|Service|Rôle|\n|-|-|\n|Service\($0)|garde les objets de \($0) clients|\n"
    }
    let deck = try deck("# Tarifs\n" + tables)
    #expect(deck.cards.count + deck.omissions.count >= Self.count)
  }

  @Test(.timeLimit(.minutes(30)))
  func givesCardsOfOneAnswerIDsOfTheirOwn() throws {
    let gaps = lines { "La chose numéro \($0) est un {{mot}}.\n\n" }
    let cards = try deck("---\ncartes: trous\n---\n# A\n\n" + gaps).cards
    #expect(cards.count == Self.count)
    #expect(Set(cards.map(\.id)).count == Self.count)
  }

  @Test(.timeLimit(.minutes(30)))
  func makesCardsOfManyListsOfOneSection() throws {
    let lists = lines { "Le lot \($0) contient :\n\n- Premier\($0)\n- Second\($0)\n\n" }
    #expect(try deck("# A\n\n" + lists).omissions.count > 0)
  }
}
