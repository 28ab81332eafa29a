import Foundation
import Testing

@testable import Cards
@testable import Quiz
@testable import awsnotes

/// Exams taken line by line, as a script or a screen reader takes them.
@Suite struct PlainExamTests {
  /// A data folder of its own, gone afterwards.
  private func withFolder(_ body: ([String: String], String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "examen-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: root) }
    try body(["XDG_DATA_HOME": root], root + "/awsnotes/examen.txt")
  }

  private func card(_ id: String, right: Int = 1) -> Card {
    let choices = (1...4).map {
      Card.Choice(
        text: "\(id)\($0)", isRight: $0 <= right, explanation: $0 <= right ? "Car \(id)." : nil)
    }
    return Card(
      id: id, kind: .choice, front: "Question \(id)", back: "\(id)1", accepted: [],
      choices: choices, note: "\(id).md", section: 0, headings: ["Note \(id)"], line: 7, terms: [],
      category: "", service: nil, tags: [], pattern: "scenario", siblings: id)
  }

  private var cards: [Card] { [card("a"), card("b", right: 2), card("c")] }

  private func start(
    _ cards: [Card]? = nil, asked: ExamKind? = nil, isRestarted: Bool = false
  ) -> ExamStart {
    ExamStart(
      all: cards ?? self.cards, cards: cards ?? self.cards, asked: asked, seed: 3,
      isRestarted: isRestarted, labels: { _ in ["CLF 2"] }, choices: { card, _ in card.choices })
  }

  /// Takes an exam with these lines.
  private func take(
    _ lines: [String], _ environment: [String: String], start: ExamStart? = nil,
    json: Bool = false, minutesALine: Int = 0, language: Language = .french
  ) throws -> String {
    let pipe = Pipe()
    var (lines, time) = (lines[...], 0)
    do {
      let output = pipe.writer()
      let store = try ExamStore(environment: environment)
      let begun = try (start ?? self.start()).run(with: store)
      let run = ExamRun(
        begun.exam, store: store, isResumed: begun.isResumed, notices: begun.notices,
        now: { time })
      let view = ExamResultView(
        language: language, width: 80, place: { StyledText("\($0.note):\($0.line)") },
        passage: { ["Passage \($0.id)."] })
      try PlainExam(
        run, output: output, language: language, writesEvents: json, resultView: view,
        read: {
          time += minutesALine * 60_000
          return lines.popFirst()
        }
      ).ask()
    }
    return pipe.contents()
  }

  /// What answers each question rightly, in the order of the seed.
  private var rightLines: [String] {
    get throws {
      let exam = Exam(
        kind: .clf, seed: 3, cards: cards, started: 0, domains: { _ in [2] },
        choices: { $0.choices })
      return exam.questions.map { $0.right.count == 2 ? "1 2" : "1" }
    }
  }

  @Test func passesWithAllAnswersRightAndForgetsTheExam() throws {
    try withFolder { environment, path in
      let text = try take(try rightLines + ["t"], environment)
      #expect(text.contains("1000\u{A0}/\u{A0}1000   ✓ réussi"))
      #expect(text.contains("Choisissez DEUX réponses."))
      #expect(text.contains("vos notes en donnent 3"))
      #expect(text.contains("2. Sécurité et conformité  "))
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func writesNothingBesidesTheExamItself() throws {
    try withFolder { environment, path in
      _ = try take(["1", "m"], environment)
      let folder = path.replacing("/examen.txt", with: "")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == ["examen.lock", "examen.txt"])
    }
  }

  @Test func asksOnceBeforeOpenQuestionsAreHandedIn() throws {
    try withFolder { environment, _ in
      let text = try take(["t", "t"], environment)
      #expect(text.contains("3 questions restent sans réponse complète."))
      #expect(text.contains("100\u{A0}/\u{A0}1000   ✗ pas encore réussi"))
      #expect(text.contains("– sans réponse"))
      #expect(text.contains("Car a."))
      #expect(text.contains("│ Passage a."))
      #expect(text.contains("a.md:7"))
    }
  }

  @Test func goesOnWhereTheExamWasInterrupted() throws {
    try withFolder { environment, _ in
      let lines = try rightLines
      for line in lines {
        #expect(try take([line], environment).contains("Examen interrompu, tout est gardé"))
      }
      let text = try take(["t"], environment)
      #expect(text.contains("3 réponses sur 3"))
      #expect(text.contains("✓ réussi"))
    }
  }

  @Test func endsByItselfWhenTheTimeIsUp() throws {
    try withFolder { environment, path in
      let text = try take(Array(repeating: "n", count: 9), environment, minutesALine: 2)
      #expect(text.contains("Le temps est écoulé"))
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func doesNotCountTheTimeBetweenTwoSittings() throws {
    try withFolder { environment, _ in
      _ = try take(["1", "q"], environment, minutesALine: 1)
      let text = try take(["q"], environment)
      #expect(text.contains("encore 3\u{A0}min"))
    }
  }

  @Test func putsADamagedFileAsideAndBeginsAnew() throws {
    try withFolder { environment, path in
      _ = try take(["1"], environment)
      let bytes = try Data(contentsOf: URL(filePath: path))
      for damaged in [bytes.dropLast(3), Data([0xFF, 0, 7]), Data()] {
        try damaged.write(to: URL(filePath: path))
        let text = try take(["q"], environment)
        #expect(text.contains("illisible"))
        #expect(text.contains("Question 1 sur 3"))
      }
      #expect(FileManager.default.fileExists(atPath: path + ".abime-3"))
    }
  }

  @Test func saysWhichQuestionsAreGone() throws {
    try withFolder { environment, _ in
      _ = try take(["q"], environment)
      let text = try take(["q"], environment, start: start([card("a"), card("c")]))
      #expect(text.contains("Une question n’existe plus dans les notes"))
      #expect(text.contains("Question 1 sur 2"))
    }
  }

  @Test func refusesAnotherExamUntilTheFirstIsGivenUp() throws {
    try withFolder { environment, _ in
      _ = try take(["1"], environment)
      #expect(throws: Failure.self) { try take([], environment, start: start(asked: .saa)) }
      let text = try take(
        ["q"], environment, start: start(asked: .saa, isRestarted: true))
      #expect(text.contains("SAA-C03"))
    }
  }

  @Test func refusesASecondExamAtTheSameTime() throws {
    try withFolder { environment, _ in
      let store = try ExamStore(environment: environment)
      #expect(throws: Failure(ExamText.alreadyOpen, status: .misuse)) {
        try ExamStore(environment: environment)
      }
      withExtendedLifetime(store) {}
    }
  }

  @Test func movesMarksAndReviews() throws {
    try withFolder { environment, _ in
      let text = try take(["m", "n", "p", "9", "g 3", "r", "2", "n", "n", "q"], environment)
      #expect(text.contains("Question 1 sur 3, marquée ⚑"))
      #expect(text.contains("Tapez un ou plusieurs numéros"))
      #expect(text.contains("Marquées ⚑\u{A0}: 1"))
      #expect(text.contains("À faire\u{A0}: 1 2 3"))
    }
  }

  @Test func writesEachEventAsALineOfJSON() throws {
    try withFolder { environment, _ in
      let lines = try take(try rightLines + ["t"], environment, json: true).split(separator: "\n")
      let events = try lines.map { line in
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      }
      let names = events.compactMap { $0["event"] as? String }
      let answers = Array(repeating: ["question", "answered"], count: 3).flatMap(\.self)
      #expect(names == ["exam"] + answers + ["review", "result"])
      #expect(events.last?["score"] as? Int == 1000)
      #expect(events.last?["passed"] as? Int == 1)
    }
  }

  @Test func speaksEnglish() throws {
    try withFolder { environment, _ in
      let text = try take(["t", "t"], environment, language: .english)
      #expect(text.contains("✗ not passed yet"))
      #expect(text.contains("Choose TWO answers."))
    }
  }
}
