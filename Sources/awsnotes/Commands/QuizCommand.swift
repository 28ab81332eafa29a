import Cards
import Glibc
import KnowledgeBase
import Memory
import Notes
import Quiz

/// What `awsnotes quiz` does.
struct QuizCommand {
  private let arguments: ParsedArguments
  private let workspace: Workspace
  private var console: Console { workspace.console }

  init(_ arguments: ParsedArguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    workspace = try Workspace(arguments, console)
  }

  /// Asks.
  func run() throws(Failure) -> ExitStatus {
    let maintenance = QuizMaintenance(workspace: workspace)
    switch arguments.positionals.first {
    case nil: break
    case "repair": return try maintenance.repair()
    case "orphans":
      return try maintenance.orphans(joining: Array(arguments.positionals.dropFirst()))
    case let word?:
      throw Failure(
        Localized.quoted(word)
          + Localized(
            fr:
              " ne se fait pas. Tapez awsnotes quiz, awsnotes quiz repair ou awsnotes quiz orphans.",
            en:
              " cannot be done. Type awsnotes quiz, awsnotes quiz repair or awsnotes quiz orphans."),
        status: .misuse)
    }
    let library = try workspace.library()
    let deck = try workspace.deck(of: library)
    let cards = CardFilter(arguments).cards(of: deck)
    guard !cards.isEmpty else { throw noCards(deck) }
    if ExamCommand.isAsked(arguments) {
      return try ExamCommand(arguments: arguments, workspace: workspace)
        .run(deck, cards: cards, try workspace.knowledgeBase(of: library))
    }
    let isCram = arguments.flag("cram")
    do {
      let path = try ReviewLog.path(in: console.environment)
      let log = isCram ? nil : try ReviewLog(path: path)
      // Where nothing can be written, cramming goes on without keeping flags.
      let flagLog = isCram ? try? ReviewLog(path: path) : log
      let flagged =
        try flagLog.map { log throws(ReviewLogError) in try log.flags().map(\.card) } ?? []
      let seed = UInt64(arguments.integer("seed") ?? 0)
      let planner = try workspace.planner()
      let session = Session(
        cards,
        records: try log.map { log throws(ReviewLogError) in
          try Self.records(log, planner, keptBy: library)
        } ?? [:],
        planner: planner, options: sessionOptions(seed), now: Clock.seconds)
      let quiz = QuizRun(
        session, deck: deck, log: log, flagLog: flagLog, flagged: Set(flagged), seed: seed)
      try ask(quiz, library)
      return .success
    } catch let error as ReviewLogError {
      throw Failure(error)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(Localized(both: "\(error)"))
    }
  }

  private func ask(_ quiz: QuizRun, _ library: Library) throws(ReviewLogError) {
    let place: (Card) -> StyledText = { [workspace] in
      workspace.shownPlace($0.note, line: $0.line)
    }
    let passage: (Card) -> String = { card in
      guard let note = library.note(at: card.note), note.sections.indices.contains(card.section)
      else { return "" }
      return note.sections[card.section].text.map(\.text).joined(separator: "\n")
    }
    let format = arguments.text("format")
    let isPlain =
      arguments.flag("plain") || format == "json" || !console.output.terminal.canRedraw
      || isatty(STDIN_FILENO) != 1
    if !isPlain, let terminal = RawTerminal(input: STDIN_FILENO, output: console.output) {
      let screen = QuizScreen(
        quiz, terminal: terminal, output: console.output, language: console.language,
        editor: editor, place: place,
        passage: passage,
        file: { [workspace] in workspace.settings.content + "/" + $0.note })
      console.output.writeLines(try screen.ask())
    } else {
      try PlainQuiz(
        run: quiz, output: console.output, language: console.language,
        writesEvents: format == "json", place: place, passage: passage, read: { readLine() }
      ).ask()
    }
  }

  private var editor: [String] {
    let named = console.environment["VISUAL"] ?? console.environment["EDITOR"] ?? ""
    return named.split(separator: " ").map(String.init)
  }

  // MARK: Which cards

  private func noCards(_ deck: Deck) -> Failure {
    deck.cards.isEmpty
      ? Failure(
        Localized(
          fr: """
            aucune carte dans ces notes. Une ligne comme «\u{A0}**VPC**\u{A0}: un réseau privé.\u{A0}» en donne\u{A0}; \
            awsnotes cards --why dit ce qui n’en est pas devenu.
            """,
          en: """
            no card in these notes. A line such as “**VPC** : a private network.” makes one; \
            awsnotes cards --why tells what became none.
            """))
      : Failure(
        Localized(
          fr: "aucune des \(deck.cards.count) cartes n’est de celles que vous demandez.",
          en: "none of the \(deck.cards.count) cards is one of those you ask for."))
  }

  private func sessionOptions(_ seed: UInt64) -> SessionOptions {
    var options = SessionOptions()
    let settings = workspace.settings.quiz
    options.newCards = arguments.integer("new") ?? settings.newCards
    options.reviews = settings.reviews
    options.leechLapses = settings.leechLapses
    options.count = arguments.integer("count")
    options.seed = seed
    options.isAhead = arguments.flag("ahead")
    options.isCram = arguments.flag("cram")
    return options
  }

  /// From here on it takes longer to replay reviews than to keep what they gave.
  private static let mostReplayed = 500

  private static func records(
    _ log: ReviewLog, _ planner: Planner, keptBy library: Library
  ) throws(ReviewLogError) -> [String: CardRecord] {
    let name = "replays"
    var replays = Replays(planner, kept: library.kept(name, madeOf: []) ?? [])
    let history = try log.answers()
    var records: [String: CardRecord] = [:]
    records.reserveCapacity(history.cards.count)
    for (place, card) in history.cards.enumerated() {
      records[card] = replays.record(history[place], of: card)
    }
    if replays.replayed > mostReplayed { library.keep(replays.bytes, named: name, madeOf: []) }
    return records
  }
}
