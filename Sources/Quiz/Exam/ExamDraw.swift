internal import Cards
internal import Memory

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
  /// The places of cards that cannot be asked, or are asked already.
  private var settled: Set<Int> = []
  private var questions: [ExamQuestion] = []

  private struct Candidate {
    /// The place among the cards.
    let place: Int
    let domains: [Int]
    /// What tells its turn.
    let order: UInt64
  }

  init(kind: ExamKind, seed: UInt64, choices: @escaping (Card) -> [Card.Choice]?) {
    self.kind = kind
    self.seed = seed
    self.choices = choices
    needs = kind.quotas(of: kind.questionCount)
  }

  /// Draws from some cards.
  ///
  /// - Parameters:
  ///   - cards: What can be asked.
  ///   - domains: The domains that the note of a card names, by the card's place.
  /// - Returns: The questions in their order.
  /// - Complexity: O(*n* log *n*) in the number of cards, and as many calls for choices at most.
  mutating func questions(from cards: [Card], domains: (Int) -> [Int]) -> [ExamQuestion] {
    let (written, made) = candidates(cards, domains)
    for isNeeded in [true, false] {
      for pool in [written, made] {
        for candidate in pool {
          guard questions.count < kind.questionCount else { break }
          guard let domain = domain(for: candidate, isNeeded: isNeeded) else { continue }
          take(candidate.place, of: cards, for: domain)
        }
      }
    }
    return questions.map { ($0, stableNumber($0.card.id, seed: seed)) }
      .sorted { ($0.1, $0.0.card.id) < ($1.1, $1.0.card.id) }.map(\.0)
  }

  /// The cards of the exam in the order of the seed; all cards where no note names the exam.
  private func candidates(
    _ cards: [Card], _ domains: (Int) -> [Int]
  ) -> (written: [Candidate], made: [Candidate]) {
    var all: [Candidate] = []
    all.reserveCapacity(cards.count)
    var name: [UInt8] = []
    for place in cards.indices {
      name.removeAll(keepingCapacity: true)
      name += cards[place].siblings.utf8
      name += cards[place].id.utf8
      var generator = SplitMix64(name: name.span, number: Int(truncatingIfNeeded: seed))
      all.append(
        Candidate(place: place, domains: domains(place), order: generator.next()))
    }
    if all.contains(where: { !$0.domains.isEmpty }) { all.removeAll(where: \.domains.isEmpty) }
    all.sort { left, right in
      guard left.order == right.order else { return left.order < right.order }
      let (one, other) = (cards[left.place], cards[right.place])
      return one.siblings + one.id < other.siblings + other.id
    }
    let isWritten = { (candidate: Candidate) in cards[candidate.place].pattern == "scenario" }
    return (all.filter(isWritten), all.filter { !isWritten($0) })
  }

  private mutating func take(_ place: Int, of cards: [Card], for domain: Int) {
    guard !settled.contains(place), !facts.contains(cards[place].siblings) else { return }
    settled.insert(place)
    let card = cards[place]
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
}
