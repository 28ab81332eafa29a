import Testing

@testable import Cards
@testable import Quiz

/// A card with choices; what the tests do not look at is left empty.
func examCard(
  _ id: String, pattern: String = "bold-term", right: Int = 1, service: String? = nil
) -> Card {
  let choices = (1...4).map { Card.Choice(text: "\(id) \($0)", isRight: $0 <= right) }
  return Card(
    id: id, kind: .choice, front: "Question \(id) ?", back: "\(id) 1", accepted: [],
    choices: choices, note: "\(id).md", section: 0, headings: [id], line: 3, terms: [],
    category: "", service: service, tags: [], pattern: pattern, siblings: id)
}

func drawnExam(
  _ cards: [Card], kind: ExamKind = .clf, seed: UInt64 = 7,
  domains: @escaping (Card) -> [Int] = { _ in [] }
) -> Exam {
  Exam(kind: kind, seed: seed, cards: cards, started: 0, domains: domains) { $0.choices }
}

@Suite struct ExamDrawTests {
  private let cards = (0..<400).map { examCard("c\($0)") }
  private func domain(_ card: Card) -> [Int] { [(Int(card.id.dropFirst()) ?? 0) % 4 + 1] }

  @Test func drawsTheSameForTheSameSeedWhateverTheOrderOfCards() {
    let exam = drawnExam(cards, domains: domain)
    #expect(exam.questions == drawnExam(cards.reversed(), domains: domain).questions)
    #expect(exam.questions != drawnExam(cards, seed: 8, domains: domain).questions)
  }

  @Test(arguments: [(ExamKind.clf, [16, 19, 22, 8]), (.saa, [19, 17, 16, 13])])
  func sharesTheQuestionsOutByTheWeightsOfTheDomains(_ kind: ExamKind, _ expected: [Int]) {
    let exam = drawnExam(cards, kind: kind, domains: domain)
    let counts = (1...4).map { domain in exam.questions.count { $0.domain == domain } }
    #expect(counts == expected)
    #expect(kind.quotas(of: 65) == expected)
  }

  @Test func asksWrittenQuestionsBeforeCardsWithMadeChoices() {
    let written = (0..<10).map { examCard("w\($0)", pattern: "scenario") }
    let exam = drawnExam(cards + written) { [$0.pattern == "scenario" ? 4 : 3] }
    #expect(exam.questions.count { $0.card.pattern == "scenario" } == 10)
    #expect(exam.questions.count == 65)
  }

  @Test func fillsUpFromOtherDomainsWhereOneHasTooFew() {
    let exam = drawnExam(Array(cards.prefix(80))) { self.domain($0)[0] == 1 ? [1] : [2] }
    #expect(exam.questions.count == 65)
    #expect((16...20).contains(exam.questions.count { $0.domain == 1 }))
  }

  @Test func asksOneQuestionAFact() {
    var twins = Array(cards.prefix(2))
    twins[1].siblings = twins[0].siblings
    #expect(drawnExam(twins).questions.count == 1)
  }

  @Test func leavesOutCardsThatCannotBeAsked() {
    let exam = Exam(
      kind: .clf, seed: 1, cards: Array(cards.prefix(6)), started: 0, domains: { _ in [] },
      choices: { card in
        ["c1": nil, "c2": [Card.Choice(text: "seul", isRight: true)]][card.id] ?? card.choices
      })
    #expect(exam.questions.count == 4)
  }

  @Test func takesOnlyCardsOfNotesThatNameTheExamIfAnyDoes() {
    let exam = drawnExam(cards) { $0.id == "c5" ? [2] : [] }
    #expect(exam.questions.map(\.card.id) == ["c5"])
    #expect(drawnExam(cards).questions.count == 65)
  }

  @Test func givesTimeInProportionToFewerQuestions() {
    #expect(drawnExam(cards).timeLimit == 90 * 60_000)
    #expect(drawnExam(Array(cards.prefix(13)), kind: .saa).timeLimit == 26 * 60_000)
    #expect(ExamKind.clf.timeLimit(questions: 1) == 2 * 60_000)
  }

  @Test func readsTheDomainsOfAnExamFromLabels() {
    #expect(ExamKind.clf.domains(in: ["CLF 3", "SAA 1", "clf-c02 2", "CLF 3"]) == [3, 2])
    #expect(ExamKind.saa.domains(in: ["CLF 3", "SAA", "SAA 9"]) == [0])
  }
}

@Suite struct ExamAnswerTests {
  @Test(arguments: [(0, 100), (65, 1000), (43, 695), (44, 709)])
  func scalesTheScoreFromOneHundredToOneThousand(_ right: Int, _ score: Int) {
    #expect(ExamKind.score(right: right, total: 65) == score)
    #expect(ExamKind.score(right: 0, total: 0) == 100)
  }

  @Test func passesAtThePassMarkAndNotBelow() {
    for right in 0...65 {
      var exam = drawnExam((0..<65).map { examCard("c\($0)") })
      for place in 0..<right {
        exam.go(to: place)
        exam.choose(0)
      }
      #expect(exam.result.hasPassed == (right >= 44))
    }
  }

  @Test func wantsAllRightAnswersAndNoOther() {
    var exam = drawnExam([examCard("a", right: 2)])
    exam.choose(0)
    #expect(exam.open == [0])
    exam.choose(2)
    #expect(exam.result.wrong == [0])
    #expect(exam.choose(1) == .tooMany)
    exam.choose(2)
    #expect(exam.choose(1) == .changed)
    #expect(exam.result.right == 1)
    #expect(exam.open.isEmpty)
  }

  @Test func replacesTheAnswerWhereOneIsRight() {
    var exam = drawnExam([examCard("a")])
    exam.choose(3)
    exam.choose(0)
    #expect(exam.answers == [[0]])
    #expect(exam.choose(4) == .refused)
    exam.clear()
    #expect(exam.open == [0])
  }

  @Test func endsWhenNoTimeIsLeftAndTakesNothingMore() {
    var exam = drawnExam([examCard("a")])
    exam.spend(exam.timeLimit - 1)
    #expect(exam.end == nil)
    exam.spend(5)
    #expect(exam.end == .time)
    #expect(exam.timeLeft == 0)
    #expect(exam.choose(0) == .refused)
    exam.finish()
    #expect(exam.end == .time)
  }

  @Test func countsByDomainAndService() {
    let cards = [
      examCard("a", service: "EC2"), examCard("b", service: "EC2"), examCard("c", service: "S3"),
    ]
    var exam = drawnExam(cards) { $0.service == "S3" ? [3] : [2] }
    for place in exam.questions.indices where exam.questions[place].card.id != "b" {
      exam.go(to: place)
      exam.choose(0)
    }
    exam.finish()
    let result = exam.result
    #expect(result.domains.map { [$0.name, $0.right, $0.total] } == [[2, 1, 2], [3, 1, 1]])
    #expect(result.services.map(\.name) == ["EC2", "S3"])
    #expect(result.wrong.map { exam.questions[$0].card.id } == ["b"])
    #expect(result.score == 700)
  }
}
