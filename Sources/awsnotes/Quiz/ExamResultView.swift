import Cards
import Quiz

/// How an exam went, as lines of text that fit a width.
struct ExamResultView {
  let language: Language
  let width: Int
  /// The place of a card's passage, as a person would type it.
  let place: (Card) -> StyledText
  /// The passage of a note that a card was made from.
  let passage: (Card) -> [String]

  private var textWidth: Int { min(width, 88) }

  /// The whole page.
  func lines(_ exam: Exam) -> [StyledText] {
    let result = exam.result
    var lines = score(exam, result)
    lines += section(
      Localized(fr: "Par domaine", en: "By domain"),
      result.domains.map { tally in
        (ExamText.name(ofDomain: tally.name, of: exam.kind).in(language), tally.right, tally.total)
      })
    lines += section(
      Localized(fr: "Par service", en: "By service"),
      result.services.map { ($0.name, $0.right, $0.total) })
    return lines + wrong(exam, result)
  }

  // MARK: Score

  private func score(_ exam: Exam, _ result: ExamResult) -> [StyledText] {
    var lines = StyledText(ExamText.name(of: exam.kind), .dim).wrapped(to: textWidth)
    if exam.end == .time {
      lines += StyledText(ExamText.timeIsUp.in(language)).wrapped(to: textWidth)
    }
    let verdict =
      result.hasPassed
      ? Localized(fr: "✓ réussi", en: "✓ passed")
      : Localized(fr: "✗ pas encore réussi", en: "✗ not passed yet")
    lines.append("")
    lines.append(
      StyledText("\(result.score)\u{A0}/\u{A0}1000", .bold)
        + StyledText("   " + verdict.in(language), .hit))
    lines += scoreBar(result.score, passMark: exam.kind.passMark)
    let plural = result.right > 1 ? "s" : ""
    let detail = Localized(
      fr: """
        \(result.right) bonne\(plural) réponse\(plural) sur \(result.total). Il faut \
        \(exam.kind.passMark). AWS ne publie pas son barème\u{A0}: 100\u{A0}+\u{A0}900\u{A0}×\u{A0}part \
        de réponses justes en donne l’idée.
        """,
      en: """
        \(result.right) right of \(result.total). The pass mark is \(exam.kind.passMark). AWS does not \
        publish its scale: 100 + 900 × the share right gives an idea.
        """)
    return lines + StyledText(detail.in(language)).wrapped(to: textWidth)
  }

  /// A bar from 100 to 1000, and below it where the pass mark is.
  private func scoreBar(_ score: Int, passMark: Int) -> [StyledText] {
    let cells = max(10, min(45, textWidth - 8))
    let filled = cells * (score - 100) / 900
    let mark = cells * (passMark - 100) / 900
    return [
      StyledText(String(repeating: "━", count: filled), .hit)
        + StyledText(String(repeating: "─", count: cells - filled), .dim),
      .spaces(mark) + StyledText("▲\u{A0}\(passMark)", .dim),
    ]
  }

  // MARK: By domain and service

  private func section(
    _ title: Localized, _ rows: [(name: String, right: Int, total: Int)]
  ) -> [StyledText] {
    let numbers = rows.map { "\($0.right)\u{A0}/\u{A0}\($0.total)" }
    let numberWidth = numbers.map(\.count).max() ?? 0
    let bar = textWidth >= 60 ? 16 : 8
    let room = max(8, textWidth - bar - numberWidth - 4)
    let nameWidth = min(room, rows.map { displayWidth(of: $0.name) }.max() ?? 0)
    let lines = zip(rows, numbers).map { row, number in
      let name = StyledText(sanitized(row.name)).truncated(to: nameWidth)
      let filled = row.total > 0 ? bar * row.right / row.total : 0
      return name + .spaces(nameWidth - name.width + 2)
        + StyledText(String(repeating: "━", count: filled), .hit)
        + StyledText(String(repeating: "─", count: bar - filled), .dim)
        + .spaces(2 + numberWidth - number.count) + StyledText(number)
    }
    return ["", StyledText(title.in(language), .bold)] + lines
  }

  // MARK: What went wrong

  private func wrong(_ exam: Exam, _ result: ExamResult) -> [StyledText] {
    guard !result.wrong.isEmpty else {
      let text = Localized(
        fr: "Toutes les réponses sont justes.", en: "All answers are right.")
      return ["", StyledText(text.in(language), .bold)]
    }
    let title = Localized(fr: "À revoir", en: "To review")
    return ["", StyledText(title.in(language), .bold)]
      + result.wrong.flatMap { [""] + explained($0, exam) }
  }

  private func explained(_ number: Int, _ exam: Exam) -> [StyledText] {
    let question = exam.questions[number]
    var lines = hanging("\(number + 1). ", StyledText(question.card.front, .bold))
    let answers = exam.answers[number]
    if answers.isEmpty {
      lines.append(
        StyledText(Localized(fr: "   – sans réponse", en: "   – no answer").in(language), .dim))
    }
    for (place, choice) in question.choices.enumerated()
    where choice.isRight || answers.contains(place) {
      lines += self.choice(choice, isChosen: answers.contains(place))
    }
    for line in passage(question.card) {
      lines += hanging("   │ ", StyledText(line, .dim))
    }
    let path = StyledText("   " + question.card.headings.joined(separator: " › "), .dim)
    return lines + path.aligned(with: self.place(question.card), width: textWidth, indent: 3)
  }

  /// A choice with its sign, whether it was the learner's, and why.
  private func choice(_ choice: Card.Choice, isChosen: Bool) -> [StyledText] {
    let own = Localized(fr: " (votre réponse)", en: " (your answer)").in(language)
    let text =
      StyledText(choice.text, choice.isRight ? .bold : .plain)
      + StyledText(isChosen ? own : "", .dim)
    var lines = hanging(choice.isRight ? "   ✓ " : "   ✗ ", text)
    if let why = choice.explanation { lines += StyledText(why).wrapped(to: textWidth, indent: 5) }
    return lines
  }

  /// Wrapped text with something before its first line.
  private func hanging(_ head: String, _ text: StyledText) -> [StyledText] {
    let indent = displayWidth(of: head)
    let isBar = head.hasSuffix("│ ")
    return text.wrapped(to: max(8, textWidth - indent)).enumerated().map { place, line in
      (place == 0 || isBar ? StyledText(head, .hit) : .spaces(indent)) + line
    }
  }
}
