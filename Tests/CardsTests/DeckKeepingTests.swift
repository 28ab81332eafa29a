import Memory
import Notes
import Testing

@testable import Cards

/// A deck that was kept and read again.
@Suite struct DeckKeepingTests {
  @Test func isTheSameDeck() throws {
    let deck = OwnNotes.deck
    let read = try #require(Deck(bytes: deck.bytes))
    #expect(read == deck)
    for card in deck.cards.prefix(200) {
      #expect(read.choices(for: card, seed: 7) == deck.choices(for: card, seed: 7))
    }
  }

  @Test func keepsEveryReasonForAnOmission() throws {
    let reasons: [Omission.Reason] = [
      .noteWithoutCards, .sectionWithoutCards, .insideQuestion, .notATerm, .tooShort, .tooLong,
      .sharedDefinition, .leak, .tooManyMembers(0), .tooManyMembers(31), .tooManyRows(0),
      .tooManyRows(360), .links, .structuralName,
      .severalAnswers, .duplicate, .noRightChoice,
    ]
    let omissions = reasons.enumerated().map { line, reason in
      Omission(note: "a.md", line: line, pattern: "list", subject: "S\(line)", reason: reason)
    }
    let deck = Deck(
      cards: [], omissions: omissions,
      relations: Relations(kin: NumberLists(), meanings: NumberLists()))
    #expect(Deck(bytes: deck.bytes)?.omissions == omissions)
  }

  @Test func keepsTextsThatDifferInTheirBytesAlone() throws {
    let texts = ["e\u{301}.md", "\u{E9}.md"]
    let cards = texts.map { path in
      Card(
        id: path, kind: .basic, front: "?", back: "!", note: path, section: 0, line: 1,
        pattern: "written", siblings: path)
    }
    let deck = Deck(
      cards: cards, omissions: [],
      relations: Relations(kin: NumberLists(), meanings: NumberLists()))
    let paths = Deck(bytes: deck.bytes)?.cards.map { Array($0.note.utf8) }
    #expect(paths == texts.map { Array($0.utf8) })
  }

  @Test func isNoneWhereBytesAreMissing() throws {
    let bytes = try deck("# VPC\n\n**VPC** : un réseau privé dans le nuage.\n").bytes
    for count in 0..<bytes.count { #expect(Deck(bytes: Array(bytes[..<count])) == nil) }
  }

  @Test func doesNotTrapOnBytesThatAreNoDeck() throws {
    let bytes = try deck("# VPC\n\n**VPC** : un réseau privé dans le nuage.\n").bytes
    for place in bytes.indices {
      for change in [0x01, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[place] ^= change
        _ = Deck(bytes: damaged)?.cards.count
      }
    }
  }
}
