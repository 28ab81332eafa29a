internal import Notes

/// Picks wrong answers for a card.
struct DistractorPicker {
  let deck: Deck
  let card: Card
  let key: String
  let form: AnswerForm

  /// The wrong answers that are wanted.
  static let wanted = 3
  /// From here on two definitions say the same.
  static let mostLikeness = 0.6

  private struct Candidate {
    var text: String
    var nearness: Int
    var order: UInt64
  }

  mutating func distractors(using generator: inout SplitMix64) -> [String] {
    let question = " " + normalName(card.front) + " "
    let kin = deck.relations.kin[card.id] ?? []
    let meaning = deck.relations.meanings[card.id] ?? []
    var seen: Set = [normalName(key)]
    var candidates: [Candidate] = []
    for other in deck.cards where other.id != card.id && AnswerForm(other) == form {
      let text = form.text(other)
      let name = normalName(text)
      guard seen.insert(name).inserted, text.count <= 220,
        kin.isDisjoint(with: deck.relations.kin[other.id] ?? []) || isOfOneGroup(other),
        form == .definition || form.isStatement || !question.contains(" " + name + " "),
        likeness(meaning, deck.relations.meanings[other.id] ?? []) < Self.mostLikeness,
        likeness(stems(of: key), stems(of: text)) < Self.mostLikeness
      else { continue }
      candidates.append(Candidate(text: text, nearness: nearness(other), order: generator.next()))
    }
    return pick(candidates, using: &generator)
  }

  /// Ports, families and categories of one note exclude each other by themselves.
  private func isOfOneGroup(_ other: Card) -> Bool {
    switch form {
    case .number, .category: other.note == card.note
    default: false
    }
  }

  private func nearness(_ other: Card) -> Int {
    if other.note == card.note { return other.section == card.section ? 0 : 1 }
    return !card.category.isEmpty && other.category == card.category ? 2 : 3
  }

  /// The nearest; of these such that the key is the longest in a quarter of the questions.
  private func pick(_ candidates: [Candidate], using generator: inout SplitMix64) -> [String] {
    let pool = candidates.sorted { ($0.nearness, $0.order) < ($1.nearness, $1.order) }
    let mayBeLongest = generator.next() % 4 == 0
    var picked = Array(pool.prefix(Self.wanted))
    if !mayBeLongest, !picked.contains(where: { $0.text.count >= key.count }),
      let longer = pool.dropFirst(Self.wanted).filter({ $0.text.count >= key.count })
        .min(by: { ($0.nearness, $0.text.count, $0.order) < ($1.nearness, $1.text.count, $1.order) }
        )
    {
      picked[picked.count - 1] = longer
    }
    return picked.map(\.text)
  }
}

extension AnswerForm {
  fileprivate var isStatement: Bool { if case .statement = self { true } else { false } }
}
