import Testing

@testable import Cards
@testable import Quiz

@Suite struct ExamResumeTests {
  private let cards = (0..<20).map { examCard("c\($0)\t%\n\($0)", right: 1 + $0 % 2) }

  private func resumed(_ exam: Exam, cards: [Card]? = nil) throws -> Exam.Resumed {
    let record = try ExamRecord(text: exam.record.text)
    return Exam.resumed(record, cards: cards ?? self.cards) { $0.choices }
  }

  @Test func goesOnAsItWasAfterEachAnswer() throws {
    var exam = drawnExam(cards)
    for place in exam.questions.indices {
      exam.go(to: place)
      for choice in 0..<exam.question.right.count { exam.choose((place + choice) % 4) }
      if place % 3 == 0 { exam.toggleMark() }
      exam.spend(7000)
      let resumed = try resumed(exam)
      #expect(resumed.exam == exam)
      #expect(resumed.dropped.isEmpty && resumed.reopened == 0)
    }
  }

  @Test func dropsCardsThatNoLongerExistAndSaysSo() throws {
    var exam = drawnExam(cards)
    exam.go(to: 5)
    exam.choose(0)
    let gone = exam.questions[2].card.id
    let resumed = try resumed(exam, cards: cards.filter { $0.id != gone })
    #expect(resumed.dropped == [gone])
    #expect(resumed.exam.current == 4)
    #expect(resumed.exam.answers[4] == [0])
    #expect(resumed.exam.timeLimit == exam.timeLimit)
  }

  @Test func keepsAnswersWhenChoicesChangePlacesAndReopensThemWhenTheyChange() throws {
    var exam = drawnExam(cards)
    exam.choose(0)
    let id = exam.question.card.id
    let record = exam.record
    let turned = Exam.resumed(record, cards: cards) { $0.choices.reversed() }
    #expect(turned.exam.answers[0] == [3])
    let changed = Exam.resumed(record, cards: cards) { card in
      var choices = card.choices
      if card.id == id { choices[0].text = "autre" }
      return choices
    }
    #expect(changed.exam.answers[0].isEmpty)
    #expect(changed.reopened == 1)
  }

  @Test func noticesAnyLineThatWasCutOffOrChanged() throws {
    var exam = drawnExam(cards)
    exam.choose(1)
    let text = exam.record.text
    for length in 0..<text.unicodeScalars.count {
      let cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
      #expect(throws: ExamRecordError.self) { try ExamRecord(text: cut) }
    }
    for (old, new) in [("clf", "saa"), ("\t7\t", "\t8\t"), ("question", "Question")] {
      #expect(throws: ExamRecordError.self) {
        try ExamRecord(text: text.replacing(old, with: new, maxReplacements: 1))
      }
    }
  }

  @Test func endsAtOnceWhereNoTimeWasLeft() throws {
    var exam = drawnExam(cards)
    exam.spend(exam.timeLimit)
    #expect(try resumed(exam).exam.end == .time)
  }
}
