public import Cards

/// An exam that is being taken: questions, answers, and the time used.
///
///     var exam = Exam(kind: .clf, seed: 7, cards: deck.cards, started: now, domains: …, choices: …)
///     exam.choose(2)
///     exam.spend(30_000)
///     exam.finish()
///     exam.result.score  // 100…1000
///
/// It schedules nothing: an exam tells how much is known, and leaves the reviews alone.
public struct Exam: Hashable, Sendable {
  /// What ended an exam.
  public enum End: String, Hashable, Sendable {
    /// It was handed in.
    case hand
    /// No time was left.
    case time
  }

  /// Which exam is rehearsed.
  public let kind: ExamKind
  /// What the draw and the order of choices follow from.
  public let seed: UInt64
  /// When it was begun, in milliseconds since 1970.
  public let started: Int
  /// The time for all, in milliseconds.
  public let timeLimit: Int
  /// The questions in their order.
  public let questions: [ExamQuestion]

  /// The places of the choices made, one set a question.
  public private(set) var answers: [Set<Int>]
  /// The places of the questions to come back to.
  public private(set) var marks: Set<Int> = []
  /// The place of the question that is shown.
  public private(set) var current = 0
  /// The time used, in milliseconds; never more than ``timeLimit``.
  public private(set) var used = 0
  /// What ended it; `nil` while it goes on.
  public private(set) var end: End?

  /// Creates an exam with given questions.
  public init(
    kind: ExamKind, seed: UInt64, questions: [ExamQuestion], started: Int, timeLimit: Int? = nil
  ) {
    self.kind = kind
    self.seed = seed
    self.questions = questions
    self.started = started
    self.timeLimit = timeLimit ?? kind.timeLimit(questions: questions.count)
    answers = Array(repeating: [], count: questions.count)
  }

  /// Draws an exam from cards.
  ///
  /// - Parameters:
  ///   - kind: Which exam.
  ///   - seed: The same seed draws the same questions on every machine.
  ///   - cards: What can be asked.
  ///   - started: Now, in milliseconds since 1970.
  ///   - domains: The domains of this exam that a card's note names; where no card has any, all cards
  ///     can be drawn, and no domain has a share.
  ///   - choices: The answers of a card to choose from, `nil` where none can be made.
  public init(
    kind: ExamKind, seed: UInt64, cards: [Card], started: Int, domains: (Card) -> [Int],
    choices: @escaping (Card) -> [Card.Choice]?
  ) {
    self.init(
      kind: kind, seed: seed, cards: cards, started: started, domainsAt: { domains(cards[$0]) },
      choices: choices)
  }

  /// Draws an exam from cards; the same, where the domains are known by the places of the cards.
  ///
  /// - Parameters:
  ///   - kind: Which exam.
  ///   - seed: The same seed draws the same questions on every machine.
  ///   - cards: What can be asked.
  ///   - started: Now, in milliseconds since 1970.
  ///   - domains: The domains of this exam that the note of the card at a place names.
  ///   - choices: The answers of a card to choose from, `nil` where none can be made.
  public init(
    kind: ExamKind, seed: UInt64, cards: [Card], started: Int, domainsAt domains: (Int) -> [Int],
    choices: @escaping (Card) -> [Card.Choice]?
  ) {
    var draw = ExamDraw(kind: kind, seed: seed, choices: choices)
    self.init(
      kind: kind, seed: seed, questions: draw.questions(from: cards, domains: domains),
      started: started)
  }
}

// MARK: - Answering

extension Exam {
  /// The question that is shown.
  public var question: ExamQuestion { questions[current] }

  /// What became of a choice.
  public enum Chosen: Hashable, Sendable {
    /// The answer is another now.
    case changed
    /// As many as are right are chosen already: one has to be taken back first.
    case tooMany
    /// There is no such choice, or the exam is over.
    case refused
  }

  /// Chooses an answer of the current question; where several are right, a second time takes it back.
  ///
  /// - Parameter choice: The place of the choice.
  /// - Returns: What became of it.
  @discardableResult
  public mutating func choose(_ choice: Int) -> Chosen {
    guard end == nil, questions.indices.contains(current),
      question.choices.indices.contains(choice)
    else { return .refused }
    let count = question.right.count
    if count == 1 {
      answers[current] = [choice]
    } else if answers[current].remove(choice) == nil {
      guard answers[current].count < count else { return .tooMany }
      answers[current].insert(choice)
    }
    return .changed
  }

  /// Takes all choices of the current question back.
  public mutating func clear() {
    if end == nil, questions.indices.contains(current) { answers[current] = [] }
  }

  /// Marks the current question to come back to it, or takes the mark away.
  public mutating func toggleMark() {
    guard end == nil else { return }
    if marks.remove(current) == nil { marks.insert(current) }
  }

  /// Goes to a question; a place beyond the ends is none.
  ///
  /// - Returns: Whether there is such a question.
  @discardableResult
  public mutating func go(to place: Int) -> Bool {
    guard questions.indices.contains(place) else { return false }
    current = place
    return true
  }

  /// Whether as many choices are made as are right.
  public func isAnswered(_ place: Int) -> Bool {
    answers[place].count == questions[place].right.count
  }

  /// The places of the questions without a whole answer.
  public var open: [Int] { questions.indices.filter { !isAnswered($0) } }
}

// MARK: - Time and end

extension Exam {
  /// The time left, in milliseconds.
  public var timeLeft: Int { max(0, timeLimit - used) }

  /// Lets time pass; once none is left the exam is over.
  ///
  /// - Parameter milliseconds: The time since the last call, while the exam was open.
  public mutating func spend(_ milliseconds: Int) {
    guard end == nil else { return }
    used = min(timeLimit, used + max(0, milliseconds))
    if used == timeLimit { end = .time }
  }

  /// Hands the exam in.
  public mutating func finish() {
    if end == nil { end = .hand }
  }

  /// Puts an exam back to where it was.
  mutating func restore(answers: [Set<Int>], marks: Set<Int>, current: Int, used: Int) {
    self.answers = answers
    self.marks = marks
    go(to: current)
    spend(used)
  }
}
