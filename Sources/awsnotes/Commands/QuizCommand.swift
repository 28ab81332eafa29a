import Cards
import Glibc
import KnowledgeBase
import Memory
import Notes
import Quiz

extension Command {
  static let quiz = Command(
    name: "quiz",
    aliases: ["réviser", "reviser"],
    summary: Localized(
      fr: "interroge sur les notes, au bon moment", en: "ask about the notes, at the right time"),
    discussion: Localized(
      fr: """
        Les cartes viennent des notes elles-mêmes. Celles qui sont à revoir passent d’abord, puis de \
        nouvelles\u{A0}; chaque réponse est enregistrée avant la question suivante. Pendant le quiz, \
        «\u{A0}?\u{A0}» montre les touches.
        """,
      en: """
        The cards come from the notes themselves. Those to be reviewed come first, then new ones; each \
        answer is kept before the next question. During the quiz, “?” shows the keys.
        """),
    arguments: [
      PositionalArgument(
        name: Localized(both: "repair|orphans"), isRequired: false,
        help: Localized(
          fr: "refaire un historique abîmé\u{A0}; montrer les cartes disparues",
          en: "mend a damaged history; show cards that are gone")),
      PositionalArgument(
        name: Localized(fr: "CARTE", en: "CARD"), isRequired: false, isRepeating: true,
        help: Localized(
          fr: "après orphans\u{A0}: la carte disparue, puis celle qui reprend son historique",
          en: "after orphans: the card that is gone, then the one that takes up its history")),
    ],
    options: QuizCommand.options,
    examples: [
      Example(
        line: "awsnotes quiz --service EC2 --count 10",
        help: Localized(fr: "Dix questions sur EC2.", en: "Ten questions on EC2.")),
      Example(
        line: "awsnotes quiz --cram --tag examen",
        help: Localized(
          fr: "Tout revoir avant l’examen, sans rien reprogrammer.",
          en: "See everything before the exam, without rescheduling.")),
      Example(
        line: "awsnotes quiz --exam clf",
        help: Localized(
          fr: "Un examen blanc\u{A0}: 65 questions en 90 minutes.",
          en: "A mock exam: 65 questions in 90 minutes.")),
    ],
    run: { (arguments, console) throws(Failure) in try QuizCommand(arguments, console).run() })
}

/// What `awsnotes quiz` does.
struct QuizCommand {
  private let arguments: ParsedArguments
  private let workspace: Workspace
  private var console: Console { workspace.console }

  init(_ arguments: ParsedArguments, _ console: Console) throws(Failure) {
    self.arguments = arguments
    workspace = try Workspace(arguments, console)
  }

  static let options: [CommandLineOption] =
    CommandLineOption.cardFilters + [
      CommandLineOption(
        "new", value: .integer(0...9999),
        help: Localized(
          fr: "au plus N nouvelles cartes aujourd’hui", en: "at most N new cards today")),
      CommandLineOption(
        "count", value: .integer(1...9999),
        help: Localized(fr: "s’arrêter après N réponses", en: "end after N answers")),
      CommandLineOption(
        "seed", value: .integer(0...Int(Int32.max)),
        help: Localized(fr: "l’ordre que ce nombre donne", en: "the order that this number gives")),
      CommandLineOption(
        "ahead",
        help: Localized(
          fr: "aussi ce qui n’est pas encore à revoir", en: "also what is not due yet")),
      CommandLineOption(
        "cram",
        help: Localized(
          fr: "toutes les cartes, sans rien reprogrammer", en: "all cards, rescheduling nothing")),
      CommandLineOption(
        "plain",
        help: Localized(
          fr: "ligne par ligne, pour un lecteur d’écran ou un script",
          en: "line by line, for a screen reader or a script")),
      .format(["text", "json"]),
    ] + ExamCommand.options

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
      let log = isCram ? nil : try ReviewLog(path: ReviewLog.path(in: console.environment))
      let flagged = try log.map { log throws(ReviewLogError) in try log.flags().map(\.card) } ?? []
      let seed = UInt64(arguments.integer("seed") ?? 0)
      let planner = try workspace.planner()
      let session = Session(
        cards,
        records: try log.map { log throws(ReviewLogError) in
          try Self.records(log, planner, keptBy: library)
        } ?? [:],
        planner: planner, options: sessionOptions(seed), now: Clock.seconds)
      let quiz = QuizRun(session, deck: deck, log: log, flagged: Set(flagged), seed: seed)
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
    let format = arguments.text("format")
    let isPlain =
      arguments.flag("plain") || format == "json" || !console.output.terminal.canRedraw
      || isatty(STDIN_FILENO) != 1
    if !isPlain, let terminal = RawTerminal(input: STDIN_FILENO, output: console.output) {
      let screen = QuizScreen(
        quiz, terminal: terminal, output: console.output, language: console.language,
        editor: editor, place: place,
        passage: { card in
          guard let note = library.note(at: card.note),
            note.sections.indices.contains(card.section)
          else { return "" }
          return note.sections[card.section].text.map(\.text).joined(separator: "\n")
        },
        file: { [workspace] in workspace.settings.content + "/" + $0.note })
      console.output.writeLines(try screen.ask())
    } else {
      try PlainQuiz(
        run: quiz, output: console.output, language: console.language,
        writesEvents: format == "json", place: place, read: { readLine() }
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

extension Workspace {
  /// What decides when cards return: the settings' numbers and this machine's clock.
  func planner() throws(Failure) -> Planner {
    do {
      let numbers = settings.quiz.parameters
      let scheduler = try Scheduler(
        parameters: numbers.map { values throws(SchedulerError) in try FSRSParameters(values) }
          ?? .standard,
        desiredRetention: settings.quiz.desiredRetention)
      return Planner(
        scheduler: scheduler, calendar: StudyCalendar(offset: Clock.offset), isFuzzed: true)
    } catch {
      let place = "\(settings.path ?? Settings.fileName):\(settings.quiz.parametersLine): "
      throw Failure(Localized(both: place) + error.message, status: .misuse)
    }
  }
}

extension SchedulerError {
  /// What is wrong with the numbers of the settings.
  var message: Localized {
    switch self {
    case .parameter(let index, let value, let bounds):
      Localized(
        fr: """
          le nombre \(index + 1) de «\u{A0}parametres\u{A0}» (\(value)) doit être de \(bounds.lowerBound) à \
          \(bounds.upperBound)
          """,
        en: """
          number \(index + 1) of “parameters” (\(value)) has to be from \(bounds.lowerBound) to \
          \(bounds.upperBound)
          """)
    default:
      Localized(
        fr: "«\u{A0}quiz\u{A0}» a un nombre hors de ses bornes",
        en: "“quiz” has a number out of its range")
    }
  }
}
