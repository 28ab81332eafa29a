import Cards
import Memory
import Quiz

/// A quiz as it goes on: the session, what is done with its current card, and the log.
///
/// Screen and lines both show this; neither decides anything.
final class QuizRun {
  /// How far the current card is.
  enum Phase: Hashable {
    /// The question stands there.
    case asked
    /// The answer is shown.
    case answered(Outcome)
    /// No card is left.
    case finished
  }

  /// What came of the question.
  enum Outcome: Hashable {
    /// The learner looked at the answer.
    case revealed
    case typed(TypedAnswer)
    /// Choices were made, by their places.
    case chosen(Set<Int>, isRight: Bool)
  }

  private(set) var session: Session
  private(set) var phase = Phase.asked
  /// What can be chosen from, for questions with choices.
  private(set) var choices: [Card.Choice] = []
  private(set) var hints = 0
  private(set) var flagged: Set<String>
  private(set) var againCount = 0

  let deck: Deck
  let seed: UInt64
  private let log: ReviewLog?
  private let flagLog: ReviewLog?
  private var shownAt = 0
  private var ratings: [Rating] = []

  /// Begins a quiz.
  ///
  /// - Parameters:
  ///   - session: What is asked.
  ///   - deck: All cards: wrong choices come from them.
  ///   - log: Where answers go; `nil` where nothing is to be kept.
  ///   - flagLog: Where flags go if answers go nowhere; else they go where answers go.
  ///   - flagged: The cards that are flagged already.
  ///   - seed: What the order of choices follows from.
  init(
    _ session: Session, deck: Deck, log: ReviewLog?, flagLog: ReviewLog? = nil,
    flagged: Set<String> = [], seed: UInt64
  ) {
    self.session = session
    self.deck = deck
    self.log = log
    self.flagLog = flagLog ?? log
    self.flagged = flagged
    self.seed = seed
    begin()
  }

  /// The card that is asked.
  var card: Card? { session.current.map { session.cards[$0] } }

  /// How the card is asked: a question whose choices cannot be made is answered by typing.
  var kind: Card.Kind {
    guard let card else { return .basic }
    if card.kind == .choice { return choices.isEmpty ? .basic : .choice }
    if card.kind == .cloze { return card.accepted.isEmpty ? .basic : .typed }
    return card.kind == .typed && card.accepted.isEmpty ? .basic : card.kind
  }

  /// How many of the choices are right.
  var rightCount: Int { choices.count { $0.isRight } }

  private func begin() {
    hints = 0
    shownAt = Clock.milliseconds
    guard let card else {
      phase = .finished
      choices = []
      return
    }
    phase = .asked
    choices = card.kind == .choice ? deck.choices(for: card, seed: seed) ?? [] : []
  }
}

extension QuizRun {
  /// Makes the day's copy of the log: once the first card is shown, because nobody should wait for it.
  func copyLog() throws(ReviewLogError) { try log?.copy(on: QuizMaintenance.today) }
}

// MARK: - Answering

extension QuizRun {
  /// Shows the answer.
  func reveal() {
    if phase == .asked { phase = .answered(.revealed) }
  }

  /// Compares what was typed.
  func answer(typed text: String) {
    guard phase == .asked, let card else { return }
    phase = .answered(.typed(TypedAnswer(text, card: card, deck: deck)))
  }

  /// Compares what was chosen.
  func answer(chosen: Set<Int>) {
    guard phase == .asked else { return }
    let right = Set(choices.indices.filter { choices[$0].isRight })
    phase = .answered(.chosen(chosen, isRight: chosen == right))
  }

  /// Counts the answer as right.
  func overrule() {
    switch phase {
    case .answered(.typed(let answer)):
      phase = .answered(.typed(answer.counted))
    case .answered(.chosen(let chosen, _)): phase = .answered(.chosen(chosen, isRight: true))
    default: break
    }
  }

  /// The rating that the answer suggests; `nil` where only the learner knows.
  var suggested: Rating? {
    switch phase {
    case .answered(.typed(let answer)): answer.rating
    case .answered(.chosen(_, let isRight)): isRight ? .good : .again
    default: nil
    }
  }

  /// The ratings that can be given: who chose among answers did not remember at once.
  var possible: [Rating] {
    switch phase {
    case .answered(.chosen(_, true)): [.again, .hard, .good]
    case .answered(.chosen(_, false)): [.again]
    case .answered: Rating.allCases
    default: []
    }
  }

  /// Keeps the answer, and goes on to the next card.
  ///
  /// The log has it before the next card is there.
  func rate(_ rating: Rating) throws(ReviewLogError) {
    guard possible.contains(rating), card != nil else { return }
    let now = Clock.milliseconds
    var next = session
    let event = next.answer(
      rating, now: now, duration: min(600_000, max(0, now - shownAt)), id: EventID.random())
    if let event, let log { try log.append(event) }
    session = next
    ratings.append(rating)
    if rating == .again { againCount += 1 }
    begin()
  }

  /// Takes the last answer back; its card is asked again.
  ///
  /// - Returns: Whether there was one.
  func undo() throws(ReviewLogError) -> Bool {
    guard session.canUndo else { return false }
    var previous = session
    if let event = previous.undo(now: Clock.milliseconds, id: EventID.random()), let log {
      try log.append(event)
    }
    session = previous
    if ratings.popLast() == .again { againCount -= 1 }
    begin()
    return true
  }

  /// Notes that the card is bad, or that it is not.
  ///
  /// - Returns: Whether it is flagged now.
  func flag() throws(ReviewLogError) -> Bool {
    guard let card else { return false }
    let isSet = !flagged.contains(card.id)
    if let flagLog {
      try flagLog.append(
        CardFlag(
          id: EventID.random(), card: card.id, path: card.note, line: card.line,
          time: Clock.milliseconds, isSet: isSet))
    }
    if isSet { flagged.insert(card.id) } else { flagged.remove(card.id) }
    return isSet
  }

  /// Tells more of the answer.
  func hint() {
    if phase == .asked { hints += 1 }
  }
}
