import Testing

@testable import Cards
@testable import Quiz
@testable import awsnotes

@Suite struct ExamViewTests {
  private var exam: Exam {
    let long = String(repeating: "une réponse assez longue ", count: 6)
    let questions = (1...65).map { number in
      let choices = (1...4).map { Card.Choice(text: "\($0) \(long)", isRight: $0 < 3) }
      let card = Card(
        id: "\(number)", kind: .choice, front: "Question \(number) : \(long)?", back: "",
        accepted: [], choices: choices, note: "dossier/note-\(number).md", section: 0,
        headings: ["Réseau", "Sous-réseau"], line: 12, terms: [], category: "",
        service: "Amazon Elastic Kubernetes Service \(number % 5)", tags: [], pattern: "scenario",
        siblings: "\(number)")
      return ExamQuestion(card: card, choices: choices, domain: number % 4 + 1)
    }
    var exam = Exam(kind: .saa, seed: 1, questions: questions, started: 0)
    exam.choose(0)
    exam.choose(1)
    exam.toggleMark()
    return exam
  }

  @Test(arguments: [40, 80, 200])
  func fitsTheWidth(_ width: Int) {
    let view = ExamView(language: .french, width: width)
    let result = ExamResultView(
      language: .french, width: width, place: { _ in StyledText("n.md:12") },
      passage: { _ in [String(repeating: "mot ", count: 60)] })
    let lines =
      [view.header(exam)] + view.question(exam) + view.review(exam) + result.lines(exam)
    #expect(lines.allSatisfy { $0.width <= width })
  }

  @Test func tellsAnswersAndMarksWithoutColour() {
    let view = ExamView(language: .french, width: 40)
    let review = view.review(exam).map(\.plainText)
    #expect(review[0] == "› 1•⚑   2·    3·    4·    5·    6·  ")
    #expect(review.contains("•\u{A0}1\u{A0}répondue   ·\u{A0}64\u{A0}à\u{A0}faire"))
    #expect(view.header(exam).plainText.contains("⚑"))
    #expect(view.question(exam).contains { $0.plainText.hasPrefix("• 1  1 une") })
  }

  @Test func takesAnExamNameOrNone() throws {
    for (words, kind) in [
      (["quiz", "--exam", "saa", "--plain"], "saa"), (["quiz", "--exam", "--plain"], nil),
      (["quiz", "--exam=clf"], "clf"),
    ] {
      var parser = ArgumentParser(.awsnotes, words: words)
      try parser.parse()
      #expect(ExamCommand.isAsked(parser.arguments))
      #expect(parser.arguments.text("exam") == kind)
    }
    var parser = ArgumentParser(.awsnotes, words: ["quiz", "--exam=dva"])
    #expect(throws: UsageError.self) { try parser.parse() }
  }
}
