internal import Cards

/// Draws the questions of an exam: the same seed draws the same ones.
///
/// Each domain gets its share. Within it, written questions come first, then cards with choices made from
/// other cards. Where a domain has too few, others fill in.
struct ExamDraw {
  private let kind: ExamKind
  private let seed: UInt64
  private let choices: (Card) -> [Card.Choice]?

  /// How many more questions each domain wants.
  private var needs: [Int]
  /// What is known of the cards drawn, by ``Card/siblings``: one question a fact.
  private var facts: Set<String> = []
  /// Cards that cannot be asked, or are asked already.
  private var settled: Set<String> = []
  private var questions: [ExamQuestion] = []

  private struct Candidate {
    /// The place among the cards.
    let place: Int
    let domains: [Int]
  }

  init(kind: ExamKind, seed: UInt64, choices: @escaping (Card) -> [Card.Choice]?) {
    self.kind = kind
    self.seed = seed
    self.choices = choices
    needs = kind.quotas(of: kind.questionCount)
  }

  /// Draws from some cards.
  ///
  /// - Complexity: O(*n* log *n*) in the number of cards, and as many calls for choices at most.
  mutating func questions(from cards: [Card], domains: (Card) -> [Int]) -> [ExamQuestion] {
    let (written, made) = candidates(cards, domains)
    for isNeeded in [true, false] {
      for pool in [written, made] {
        for candidate in pool {
          guard questions.count < kind.questionCount else { break }
          take(candidate, cards[candidate.place], isNeeded: isNeeded)
        }
      }
    }
    return Self.shuffled(questions, seed) { $0.card.id }
  }

  /// The cards of the exam in the order of the seed; all cards where no note names the exam.
  private func candidates(
    _ cards: [Card], _ domains: (Card) -> [Int]
  ) -> (written: [Candidate], made: [Candidate]) {
    var all = cards.indices.map { Candidate(place: $0, domains: domains(cards[$0])) }
    if all.contains(where: { !$0.domains.isEmpty }) { all.removeAll(where: \.domains.isEmpty) }
    all = Self.shuffled(all, seed) { cards[$0.place].siblings + cards[$0.place].id }
    let isWritten = { (candidate: Candidate) in cards[candidate.place].pattern == "scenario" }
    return (all.filter(isWritten), all.filter { !isWritten($0) })
  }

  private mutating func take(_ candidate: Candidate, _ card: Card, isNeeded: Bool) {
    guard !settled.contains(card.id),
      !facts.contains(card.siblings),
      let domain = domain(for: candidate, isNeeded: isNeeded)
    else { return }
    settled.insert(card.id)
    guard let choices = choices(card), ExamQuestion.canAsk(choices) else { return }
    facts.insert(card.siblings)
    if domain > 0 { needs[domain - 1] -= 1 }
    questions.append(ExamQuestion(card: card, choices: choices, domain: domain))
  }

  /// The domain of a card that wants questions most; `nil` if none of them wants any.
  private func domain(for candidate: Candidate, isNeeded: Bool) -> Int? {
    let domains = candidate.domains.filter { $0 > 0 }
    let neediest = domains.max { needs[$0 - 1] < needs[$1 - 1] }
    guard isNeeded else { return neediest ?? 0 }
    return neediest.flatMap { needs[$0 - 1] > 0 ? $0 : nil }
  }

  private static func shuffled<Element>(
    _ elements: [Element], _ seed: UInt64, by name: (Element) -> String
  ) -> [Element] {
    elements.indices.map { (number: stableNumber(name(elements[$0]), seed: seed), place: $0) }
      .sorted { left, right in
        left.number == right.number
          ? name(elements[left.place]) < name(elements[right.place]) : left.number < right.number
      }
      .map { elements[$0.place] }
  }
}
