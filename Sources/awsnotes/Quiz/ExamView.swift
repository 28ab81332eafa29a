import Cards
import Quiz

/// What an exam looks like: lines of text that fit a width.
struct ExamView {
  let language: Language
  let width: Int

  /// The text is no wider than a book's.
  private var textWidth: Int { min(width, 88) }

  /// Which exam, which question, and the time left.
  func header(_ exam: Exam) -> StyledText {
    let count = exam.questions.count
    let number = Localized(
      fr: "question \(exam.current + 1)\u{A0}/\u{A0}\(count)",
      en: "question \(exam.current + 1)\u{A0}/\u{A0}\(count)")
    let name = StyledText(exam.kind.code, .bold)
    let mark = exam.marks.contains(exam.current) ? StyledText("  ⚑", .hit) : StyledText()
    let left = StyledText("  " + number.in(language)) + mark
    let time = StyledText(ExamText.time(exam.timeLeft), exam.timeLeft <= 300_000 ? .hit : .plain)
    let gap = textWidth - name.width - left.width - time.width
    let room = min(24, gap - 4)
    let done = count - exam.open.count
    let bar = room >= 6 ? bar(done, of: count, width: room) : StyledText()
    return
      (name + left + .spaces(max(1, gap - bar.width - (bar.width > 0 ? 2 : 0))) + bar
      + .spaces(bar.width > 0 ? 2 : 0) + time).truncated(to: width)
  }

  private func bar(_ done: Int, of all: Int, width: Int) -> StyledText {
    let filled = all > 0 ? min(width, width * done / all) : 0
    return StyledText(String(repeating: "━", count: filled), .hit)
      + StyledText(String(repeating: "─", count: width - filled), .dim)
  }

  /// The question and its choices; a chosen one has a sign before it.
  func question(_ exam: Exam) -> [StyledText] {
    guard exam.questions.indices.contains(exam.current) else { return [] }
    let question = exam.question
    var lines = StyledText(question.card.front, .bold).wrapped(to: textWidth)
    if let wanted = ExamText.wanted(question.right.count) {
      lines.append(StyledText(wanted.in(language), .hit))
    }
    lines.append("")
    for (number, choice) in question.choices.enumerated() {
      let isChosen = exam.answers[exam.current].contains(number)
      let text = StyledText(choice.text, isChosen ? .bold : .plain).wrapped(to: textWidth - 6)
      lines += text.enumerated().map { place, line in
        guard place == 0 else { return .spaces(5) + line }
        return StyledText(isChosen ? "• " : "  ", .hit) + StyledText("\(number + 1)", .bold) + "  "
          + line
      }
    }
    return lines
  }

  // MARK: All questions

  /// The columns of a cell: `›12•⚑ `.
  private static let cell = 6

  /// All questions with their numbers: answered, open, marked.
  func review(_ exam: Exam) -> [StyledText] {
    let perRow = max(1, min(10, textWidth / Self.cell))
    var lines: [StyledText] = []
    for start in stride(from: 0, to: exam.questions.count, by: perRow) {
      var line = StyledText()
      for place in start..<min(start + perRow, exam.questions.count) { line += cell(place, exam) }
      lines.append(line)
    }
    return lines + [""] + legend(exam)
  }

  private func cell(_ place: Int, _ exam: Exam) -> StyledText {
    let isCurrent = place == exam.current
    let number = "\(place + 1)"
    let isAnswered = exam.isAnswered(place)
    return StyledText(isCurrent ? "›" : " ", .hit) + .spaces(2 - number.count)
      + StyledText(number, isCurrent ? .bold : .plain)
      + StyledText(isAnswered ? "•" : "·", isAnswered ? .bold : .dim)
      + StyledText(exam.marks.contains(place) ? "⚑ " : "  ", .hit)
  }

  private func legend(_ exam: Exam) -> [StyledText] {
    let (open, marked) = (exam.open.count, exam.marks.count)
    let answered = exam.questions.count - open
    let text = Localized(
      fr: """
        •\u{A0}\(answered)\u{A0}répondue\(answered > 1 ? "s" : "")   \
        ·\u{A0}\(open)\u{A0}à\u{A0}faire   \
        ⚑\u{A0}\(marked)\u{A0}marquée\(marked > 1 ? "s" : "")
        """,
      en: """
        •\u{A0}\(answered)\u{A0}answered   ·\u{A0}\(open)\u{A0}open   \
        ⚑\u{A0}\(marked)\u{A0}flagged
        """)
    return StyledText(text.in(language)).wrapped(to: textWidth)
  }

  // MARK: Keys

  /// The keys that do something now, as many as fit.
  func keys(_ items: [(String, Localized)]) -> StyledText {
    KeyList(language: language).line(items, width: width)
  }

  /// All keys, one a line.
  func help() -> [StyledText] {
    KeyList(language: language).lines(ExamText.help, width: textWidth)
  }

  /// Paragraphs, an empty line between them.
  func paragraphs(_ texts: [Localized]) -> [StyledText] {
    texts.flatMap { StyledText($0.in(language)).wrapped(to: textWidth) + [""] }
  }
}
