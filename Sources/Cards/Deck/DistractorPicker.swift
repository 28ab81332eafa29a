internal import Memory
internal import Notes

/// Picks wrong answers for a card.
struct DistractorPicker {
  let deck: Deck
  let card: Card
  /// The place of the card in the deck, if it is one of its cards.
  let place: Int?
  let key: String
  let form: AnswerForm
  /// The answers of that form.
  let answers: [FormedAnswer]
  /// Remembers what answers are made of.
  let memo: TextMemo

  /// The wrong answers that are wanted.
  static let wanted = 3
  /// From here on two definitions say the same.
  static let mostLikeness = 0.6

  private struct Candidate {
    /// The place among the answers.
    var answer: Int
    var order: UInt64
  }

  /// The wrong answers, the nearest first; fewer than wanted where fewer are wrong beyond doubt.
  ///
  /// - Complexity: O(*n*) in the number of answers, mostly; only the nearest are looked at closely.
  func distractors(using generator: inout SplitMix64) -> [String] {
    var pool = candidates(using: &generator)
    let mayBeLongest = generator.next() % 4 == 0
    var test = DistractorTest(
      deck: deck, card: card, place: place, key: key, form: form, memo: memo)
    var picked: [String] = []
    for nearness in pool.indices {
      guard picked.count < Self.wanted else { break }
      pool[nearness].sort { $0.order < $1.order }
      var seen = 0
      while picked.count < Self.wanted, seen < pool[nearness].count {
        let answer = answers[pool[nearness][seen].answer]
        if test.admits(answer.place, text: answer.text) { picked.append(answer.text) }
        seen += 1
      }
      pool[nearness].removeFirst(seen)
    }
    let length = key.count
    guard !mayBeLongest, picked.count == Self.wanted,
      !picked.contains(where: { $0.count >= length })
    else { return picked }
    if let other = longerAnswer(than: length, among: pool, &test) {
      picked[picked.count - 1] = other
    }
    return picked
  }

  /// An answer that is not shorter than the key, of like length if there is one.
  private func longerAnswer(
    than length: Int, among pool: [[Candidate]], _ test: inout DistractorTest
  ) -> String? {
    var tries = 0
    for isMuchLonger in [false, true] {
      for near in pool {
        var longer = near.filter {
          let other = answers[$0.answer].length
          return other >= length && (other > 2 * length) == isMuchLonger
        }
        while tries < Self.mostTries,
          let next = longer.indices.min(by: { longer[$0].order < longer[$1].order })
        {
          let answer = answers[longer[next].answer]
          if test.admits(answer.place, text: answer.text) { return answer.text }
          longer.remove(at: next)
          tries += 1
        }
      }
    }
    return nil
  }

  /// So many answers are looked at for one that is long enough.
  private static let mostTries = 40

  /// Answers of the same kind by their nearness, each with a random number that orders it among the equally near.
  private func candidates(using generator: inout SplitMix64) -> [[Candidate]] {
    var candidates = [[Candidate]](repeating: [], count: Self.farthest + 1)
    let own = answers.first { $0.place == place }
    let note = own?.note ?? answers.first { deck.cards[$0.place].note == card.note }?.note
    let likes =
      own ?? answers.first { deck.cards[$0.place].category == card.category }
    let category = card.category.isEmpty ? nil : likes?.category
    for number in answers.indices where answers[number].place != place {
      // Long answers take their turn, so that the others' order does not hang on them.
      let order = generator.next()
      guard answers[number].isShort else { continue }
      let nearness: Int
      if answers[number].note == note {
        nearness = deck.cards[answers[number].place].section == card.section ? 0 : 1
      } else {
        nearness = answers[number].category == category ? 2 : 3
      }
      candidates[nearness].append(Candidate(answer: number, order: order))
    }
    return candidates
  }

  private static let farthest = 3
}

/// Tells whether an answer is wrong beyond doubt beside a question and the answers picked before.
struct DistractorTest {
  private let deck: Deck
  private let card: Card
  /// The place of the card in the deck, if it is one of its cards.
  private let place: Int?
  private let form: AnswerForm
  private let question: String
  private let keyStems: Set<[UInt8]>
  private let memo: TextMemo
  private var seen: Set<String>

  init(deck: Deck, card: Card, place: Int?, key: String, form: AnswerForm, memo: TextMemo) {
    self.deck = deck
    self.card = card
    self.place = place
    self.form = form
    self.memo = memo
    question = " " + memo.normalName(card.front) + " "
    keyStems = memo.stems(of: key)
    seen = [memo.normalName(key)]
  }

  /// Takes the answer of a card at a place in the deck, if it may stand among the others.
  mutating func admits(_ other: Int, text: String) -> Bool {
    let name = memo.normalName(text)
    guard !seen.contains(name), isApart(other),
      form == .definition || form.isStatement || !question.holds(" " + name + " "),
      likeness(meaning(place), meaning(other)) < DistractorPicker.mostLikeness,
      likeness(keyStems, memo.stems(of: text)) < DistractorPicker.mostLikeness
    else { return false }
    seen.insert(name)
    return true
  }

  private func meaning(_ place: Int?) -> ArraySlice<UInt32> { deck.relations.meanings[place] }

  /// Whether no name, parent or child is shared.
  private func isApart(_ other: Int) -> Bool {
    switch form {
    // Numbers and categories of one note exclude each other by themselves.
    case .number, .category: if deck.cards[other].note == card.note { return true }
    default: break
    }
    let kin = deck.relations.kin
    return commonCount(kin[place], kin[other]) == 0
  }
}

extension AnswerForm {
  fileprivate var isStatement: Bool { if case .statement = self { true } else { false } }
}
