import Cards
import Quiz

/// An exam's result for other programs.
enum ExamJSON {
  /// The members of the one object that ends an exam.
  static func result(_ exam: Exam) -> [(String, JSON)] {
    let result = exam.result
    return [
      ("event", .string("result")), ("kind", .string(exam.kind.rawValue)),
      ("right", .integer(result.right)), ("total", .integer(result.total)),
      ("score", .integer(result.score)), ("pass", .integer(exam.kind.passMark)),
      ("passed", .integer(result.hasPassed ? 1 : 0)),
      ("end", .string(exam.end?.rawValue ?? "")), ("seconds", .integer(exam.used / 1000)),
      ("domains", .array(result.domains.map { tally("domain", .integer($0.name), $0) })),
      ("services", .array(result.services.map { tally("service", .string($0.name), $0) })),
      ("wrong", .array(result.wrong.map { wrong($0, exam) })),
    ]
  }

  private static func tally<Name>(
    _ key: String, _ name: JSON, _ tally: ExamResult.Tally<Name>
  ) -> JSON {
    .object([(key, name), ("right", .integer(tally.right)), ("total", .integer(tally.total))])
  }

  private static func wrong(_ place: Int, _ exam: Exam) -> JSON {
    let question = exam.questions[place]
    let numbers = { (places: Set<Int>) in JSON.array(places.sorted().map { .integer($0 + 1) }) }
    return .object([
      ("number", .integer(place + 1)), ("id", .string(question.card.id)),
      ("note", .string(question.card.note)), ("line", .integer(question.card.line)),
      ("front", .string(question.card.front)), ("chosen", numbers(exam.answers[place])),
      ("answer", numbers(question.right)),
      (
        "why",
        .array(
          question.choices.filter(\.isRight).map { .string($0.explanation ?? "") })
      ),
    ])
  }
}
