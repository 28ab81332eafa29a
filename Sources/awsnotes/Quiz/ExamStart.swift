import Cards
import Quiz

/// How an exam begins: a new one, or the one that was interrupted.
struct ExamStart {
  /// All cards there are: what was asked once goes on, whatever is asked for now.
  let all: [Card]
  /// What a new exam may ask.
  let cards: [Card]
  /// The exam that was asked for; `nil` leaves it to what is kept, and to the notes.
  let asked: ExamKind?
  /// What a new exam is drawn by; `nil` for another one each time.
  let seed: UInt64?
  /// Whether an interrupted exam is given up.
  let isRestarted: Bool
  /// The domains that a card's note names, of whatever exam.
  let labels: (Card) -> [String]
  /// The choices of a card for a seed.
  let choices: (Card, UInt64) -> [Card.Choice]?

  /// Goes on with what is kept, or draws a new exam.
  func run(with store: ExamStore) throws(Failure) -> ExamRun {
    var notices: [Localized] = []
    if isRestarted {
      store.remove()
    } else {
      switch try store.load() {
      case .nothing: break
      case .damaged(let path): notices.append(ExamText.damaged(path))
      case .exam(let record):
        if let run = try resumed(record, store, &notices) { return run }
      }
    }
    return try drawn(store, notices)
  }

  /// - Returns: `nil` if nothing of the kept exam is left in the notes.
  private func resumed(
    _ record: ExamRecord, _ store: ExamStore, _ notices: inout [Localized]
  ) throws(Failure) -> ExamRun? {
    if let asked, asked != record.kind {
      throw Failure(ExamText.otherKind(record.kind, asked: asked), status: .misuse)
    }
    let resumed = Exam.resumed(record, cards: all) { choices($0, record.seed) }
    if !resumed.dropped.isEmpty { notices.append(ExamText.dropped(resumed.dropped.count)) }
    if resumed.exam.questions.isEmpty { return nil }
    if resumed.reopened > 0 { notices.append(ExamText.reopened(resumed.reopened)) }
    return ExamRun(resumed.exam, store: store, isResumed: true, notices: notices)
  }

  private func drawn(_ store: ExamStore, _ notices: [Localized]) throws(Failure) -> ExamRun {
    let kind = asked ?? mostNamed
    let seed = seed ?? UInt64(Clock.milliseconds)
    let exam = Exam(
      kind: kind, seed: seed, cards: cards, started: Clock.milliseconds,
      domains: { kind.domains(in: labels($0)) }, choices: { choices($0, seed) })
    guard !exam.questions.isEmpty else { throw Failure(ExamText.nothingToAsk) }
    return ExamRun(exam, store: store, notices: notices)
  }

  /// The exam that the notes of most cards name; the first one where none does.
  private var mostNamed: ExamKind {
    let counts = ExamKind.allCases.map { kind in
      (kind, cards.count { !kind.domains(in: labels($0)).isEmpty })
    }
    return counts.reduce(counts[0]) { $1.1 > $0.1 ? $1 : $0 }.0
  }
}
