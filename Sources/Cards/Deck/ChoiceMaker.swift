/// Makes the choices of many cards: what ``Deck/choices(for:seed:)`` looks up for each is looked up once.
public final class ChoiceMaker {
  private let deck: Deck
  private let places: [String: Int]
  private var answers: [AnswerForm: [FormedAnswer]] = [:]
  private let memo = TextMemo()

  /// Creates a maker for the cards of a deck.
  ///
  /// - Complexity: O(*n*) in the number of cards.
  public init(_ deck: Deck) {
    self.deck = deck
    places = Dictionary(
      deck.cards.indices.map { (deck.cards[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same as ``Deck/choices(for:seed:)``.
  ///
  /// - Complexity: O(*m* log *m*) in the number of answers of the card's form, and once for each form O(*n*) in the
  ///   number of cards.
  public func choices(for card: Card, seed: UInt64) -> [Card.Choice]? {
    deck.choices(for: card, at: places[card.id], seed: seed, memo) { form in
      if let known = answers[form] { return known }
      let all = FormedAnswer.all(of: form, in: deck)
      answers[form] = all
      return all
    }
  }
}

/// A card's answer as it may stand among choices.
struct FormedAnswer {
  /// The place of the card in the deck.
  let place: Int
  let text: String
  /// The number of its characters.
  let length: Int
  /// Numbers that are the same for cards of one note, and of one category.
  let note: Int
  let category: Int

  /// Whether it is short enough to be offered.
  var isShort: Bool { length <= 220 }

  /// The answers of a form, in the order of the deck.
  static func all(of form: AnswerForm, in deck: Deck) -> [FormedAnswer] {
    let cards = deck.cards
    var answers: [FormedAnswer] = []
    var notes: [String: Int] = [:]
    var categories: [String: Int] = [:]
    var (note, category) = (0, 0)
    for place in cards.indices {
      if place == 0 || cards[place].note != cards[place - 1].note {
        note = notes[cards[place].note] ?? notes.count
        notes[cards[place].note] = note
      }
      if place == 0 || cards[place].category != cards[place - 1].category {
        category = categories[cards[place].category] ?? categories.count
        categories[cards[place].category] = category
      }
      guard AnswerForm(cards[place].pattern, cards[place].kind, cards[place].back) == form else {
        continue
      }
      let text = form.text(cards[place])
      answers.append(
        FormedAnswer(
          place: place, text: text, length: text.count, note: note, category: category))
    }
    return answers
  }
}
