import Cards
import Glibc
import KnowledgeBase
import Notes
import Quiz

/// What `awsnotes quiz --exam` does.
struct ExamCommand {
  let arguments: ParsedArguments
  let workspace: Workspace
  /// Where answers that are not typed on a screen come from.
  var read: () -> String? = { readLine() }

  private var console: Console { workspace.console }

  /// Whether an exam was asked for.
  static func isAsked(_ arguments: ParsedArguments) -> Bool {
    arguments.flag("exam") || arguments.text("exam") != nil
  }

  static let options: [CommandLineOption] = [
    CommandLineOption(
      "exam", value: .optionalChoice(ExamKind.allCases.map(\.rawValue)),
      help: Localized(
        fr: "un examen blanc\u{A0}; reprend celui qui est interrompu",
        en: "a mock exam; goes on with an interrupted one")),
    CommandLineOption(
      "restart",
      help: Localized(
        fr: "avec --exam\u{A0}: efface l’examen interrompu et en commence un autre",
        en: "with --exam: erase the interrupted exam and begin another")),
  ]

  /// Asks the questions of an exam.
  ///
  /// - Parameters:
  ///   - deck: All cards: wrong choices come from them.
  ///   - cards: Those that may be asked.
  ///   - knowledgeBase: The notes, for domains and passages.
  /// - Returns: Success, whether passed or not.
  /// - Throws: A ``Failure`` where nothing can be asked, or the exam cannot be kept.
  func run(
    _ deck: Deck, cards: [Card], _ knowledgeBase: KnowledgeBase
  ) throws(Failure) -> ExitStatus {
    let notes = Dictionary(
      knowledgeBase.notes.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let start = ExamStart(
      all: deck.cards, cards: cards, asked: arguments.text("exam").flatMap(ExamKind.init),
      seed: arguments.integer("seed").map(UInt64.init), isRestarted: arguments.flag("restart"),
      labels: { notes[$0.note]?.metadata.domains ?? [] },
      choices: { deck.choices(for: $0, seed: $1) })
    let run = try start.run(with: try ExamStore(environment: console.environment))
    try ask(run) { card in notes[card.note].map { Self.passage(of: card, in: $0) } ?? [] }
    return .success
  }

  private func ask(_ run: ExamRun, passage: @escaping (Card) -> [String]) throws(Failure) {
    let format = arguments.text("format")
    let language = console.language
    let resultView = { [workspace] (width: Int) in
      ExamResultView(
        language: language, width: width,
        place: { workspace.shownPlace($0.note, line: $0.line) }, passage: passage)
    }
    let isPlain =
      arguments.flag("plain") || format == "json" || !console.output.terminal.canRedraw
      || isatty(STDIN_FILENO) != 1
    if !isPlain, let terminal = RawTerminal(input: STDIN_FILENO, output: console.output) {
      let screen = ExamScreen(
        run, terminal: terminal, output: console.output, language: language, resultView: resultView)
      console.output.writeLines(try screen.ask())
    } else {
      try PlainExam(
        run, output: console.output, language: language, writesEvents: format == "json",
        resultView: resultView(console.output.terminal.width), read: read
      ).ask()
    }
  }

  /// The lines of a note that a card rests on: those it was made from; for a written question, which
  /// would only repeat itself, what the note begins with.
  static func passage(of card: Card, in note: Note) -> [String] {
    guard note.sections.indices.contains(card.section) else { return [] }
    let text = note.sections[card.section].text
    if card.pattern == "scenario" {
      let opening = note.sections.first { !$0.isQuestion && !$0.text.isEmpty }
      return opening?.text.prefix(2).map(\.text) ?? []
    }
    return text.filter { $0.line >= card.line }.prefix(3).map(\.text)
  }
}
