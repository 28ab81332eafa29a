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
    let card: Card
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
    for pool in [written, made] {
      for candidate in pool { take(candidate, isNeeded: true) }
    }
    for pool in [written, made] {
      for candidate in pool { take(candidate, isNeeded: false) }
    }
    return shuffled(questions) { $0.card.id }
  }

  /// The cards of the exam in the order of the seed; all cards where no note names the exam.
  private func candidates(
    _ cards: [Card], _ domains: (Card) -> [Int]
  ) -> (written: [Candidate], made: [Candidate]) {
    var all = cards.map { Candidate(card: $0, domains: domains($0)) }
    if all.contains(where: { !$0.domains.isEmpty }) { all.removeAll(where: \.domains.isEmpty) }
    all = shuffled(all) { $0.card.siblings + $0.card.id }
    let isWritten = { (candidate: Candidate) in candidate.card.pattern == "scenario" }
    return (all.filter(isWritten), all.filter { !isWritten($0) })
  }

  private mutating func take(_ candidate: Candidate, isNeeded: Bool) {
    let card = candidate.card
    guard questions.count < kind.questionCount, !settled.contains(card.id),
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

  private func shuffled<Element>(
    _ elements: [Element], by name: (Element) -> String
  ) -> [Element] {
    let keyed = elements.map { (stableNumber(name($0), seed: seed), name($0), $0) }
    return keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
