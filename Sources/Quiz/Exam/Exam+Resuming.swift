public import Cards

extension Exam {
  /// What has to be kept to go on later.
  public var record: ExamRecord {
    ExamRecord(
      kind: kind, seed: seed, started: started, timeLimit: timeLimit, used: used, current: current,
      questions: questions.enumerated().map { place, question in
        ExamRecord.Question(
          card: question.card.id, domain: question.domain, isMarked: marks.contains(place),
          chosen: answers[place].map { ExamRecord.name(of: question.choices[$0].text) }.sorted())
      })
  }

  /// An exam that goes on, and what the notes no longer hold of it.
  public struct Resumed: Hashable, Sendable {
    /// The exam as it was left.
    public var exam: Exam
    /// The ids of cards that no longer exist; their questions are gone.
    public var dropped: [String]
    /// How many answers are gone because their choices read otherwise now.
    public var reopened: Int
  }

  /// Goes on with a kept exam.
  ///
  /// - Parameters:
  ///   - record: What was kept.
  ///   - cards: The cards as they are now.
  ///   - choices: The answers of a card to choose from, drawn by the seed of the record.
  /// - Returns: The exam, with its time used so far.
  /// - Complexity: O(*n*) in the number of cards.
  public static func resumed(
    _ record: ExamRecord, cards: [Card], choices: (Card) -> [Card.Choice]?
  ) -> Resumed {
    let known = Dictionary(cards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var questions: [ExamQuestion] = []
    var answers: [Set<Int>] = []
    var (marks, dropped, reopened, current): (Set<Int>, [String], Int, Int) = ([], [], 0, 0)
    for (place, kept) in record.questions.enumerated() {
      if place == record.current { current = questions.count }
      guard let card = known[kept.card], let choices = choices(card), ExamQuestion.canAsk(choices)
      else {
        dropped.append(kept.card)
        continue
      }
      let question = ExamQuestion(card: card, choices: choices, domain: kept.domain)
      if kept.isMarked { marks.insert(questions.count) }
      let answer = question.places(of: kept.chosen)
      if answer == nil { reopened += 1 }
      questions.append(question)
      answers.append(answer ?? [])
    }
    var exam = Exam(
      kind: record.kind, seed: record.seed, questions: questions, started: record.started,
      timeLimit: record.timeLimit)
    exam.restore(
      answers: answers, marks: marks, current: min(current, max(0, questions.count - 1)),
      used: record.used)
    return Resumed(exam: exam, dropped: dropped, reopened: reopened)
  }
}

extension ExamQuestion {
  /// The places of choices that were kept by name; `nil` if one of them is gone or they are too many.
  fileprivate func places(of names: [UInt64]) -> Set<Int>? {
    let places = Set(
      choices.indices.filter { names.contains(ExamRecord.name(of: choices[$0].text)) })
    return places.count == names.count && places.count <= right.count ? places : nil
  }
}
