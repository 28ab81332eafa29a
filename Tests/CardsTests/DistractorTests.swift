import Cards
import Testing

@Suite struct DistractorTests {
  @Test func givesTheSameChoicesForTheSameSeed() {
    let deck = OwnNotes.deck
    for card in deck.cards.prefix(60) {
      #expect(deck.choices(for: card, seed: 7) == deck.choices(for: card, seed: 7))
    }
    let card = deck.cards("acronym")[0]
    let places = Set(
      (0..<40).map { deck.choices(for: card, seed: $0)?.firstIndex { $0.isRight } ?? -1 })
    #expect(places.count == 4)
  }

  @Test func givesTheSameChoicesForOneCardAsForMany() {
    let deck = OwnNotes.deck
    let maker = ChoiceMaker(deck)
    for card in deck.cards.prefix(60) {
      #expect(maker.choices(for: card, seed: 3) == deck.choices(for: card, seed: 3))
    }
  }

  @Test func offersOneRightAnswerAndNoneTwice() throws {
    let deck = OwnNotes.deck
    for card in deck.cards.lazy.filter({ $0.choices.isEmpty }).enumerated().filter({
      $0.offset % 5 == 0
    }).map(\.element) {
      guard let choices = deck.choices(for: card, seed: 1) else { continue }
      #expect((3...4).contains(choices.count))
      #expect(choices.count { $0.isRight } == 1)
      #expect(Set(choices.map { $0.text.lowercased() }).count == choices.count)
    }
  }

  @Test func asksSmallSetsToBeTyped() throws {
    let deck = try deck("- **GDP (Garde du phare)** : allume la lampe à la tombée du jour.\n")
    #expect(deck.choices(for: deck.cards("acronym")[0], seed: 1) == nil)
  }

  @Test func offersNoAliasParentOrWordOfTheQuestion() throws {
    let deck = try deck(
      PatternTests.harbour
        + "\n- **LIGHTHOUSE (Phare)** : tour qui porte une lampe au bord de la mer.\n")
    let card = try #require(deck.cards("alias").first)
    for seed in 0..<20 {
      let choices = deck.choices(for: card, seed: UInt64(seed)) ?? []
      #expect(!choices.contains { $0.text == "LIGHTHOUSE" })
    }
  }

  @Test func spreadsThePlaceOfTheKeyAndSeldomMakesItTheLongest() {
    let deck = OwnNotes.deck
    var places = [0.0, 0, 0, 0]
    var longest = 0.0
    for card in deck.cards where card.choices.isEmpty {
      guard let choices = deck.choices(for: card, seed: 3), choices.count == 4 else { continue }
      let key = choices.firstIndex { $0.isRight } ?? 0
      places[key] += 1
      if choices.enumerated().allSatisfy({
        $0.offset == key || $0.element.text.count < choices[key].text.count
      }) {
        longest += 1
      }
    }
    let sum = places.reduce(0, +)
    let expected = sum / 4
    // The bound of chi square with three degrees of freedom for one chance in a thousand.
    #expect(places.map { ($0 - expected) * ($0 - expected) / expected }.reduce(0, +) < 16.27)
    #expect(longest <= 0.3 * sum, "\(longest) of \(sum)")
  }
}
