import Cards
import Memory
import Quiz

/// What the quiz looks like: lines of text that fit a width.
struct QuizView {
  let language: Language
  let width: Int
  /// The place of a card's passage, as a person would type it.
  let place: (Card) -> StyledText
  /// The text of a card's passage.
  let passage: (Card) -> String

  /// The text is no wider than a book's.
  private var textWidth: Int { min(width, 88) }

  // MARK: Top and bottom

  /// The name of the command, how far the session is, and what is left.
  func header(_ run: QuizRun) -> StyledText {
    let left = run.session.remaining
    let done = run.session.answered
    let all = done + left.new + left.learning + left.reviews
    let count = "\(done)\u{A0}/\u{A0}\(all)"
    let rest = QuizText.remaining(left).in(language)
    let name = StyledText("awsnotes quiz", .bold)
    var tail = StyledText("  \(count)") + StyledText(rest.isEmpty ? "" : " · \(rest)", .dim)
    if tail.width > width - 16 { tail = StyledText("  \(count)") }
    let room = min(24, textWidth - name.width - tail.width - 2)
    let bar = room >= 6 ? self.bar(done, of: max(1, all), width: room) : StyledText()
    let gap = max(1, textWidth - name.width - tail.width - bar.width)
    return (name + .spaces(gap) + bar + tail).truncated(to: width)
  }

  private func bar(_ done: Int, of all: Int, width: Int) -> StyledText {
    let filled = min(width, width * done / all)
    return StyledText(String(repeating: "━", count: filled), .hit)
      + StyledText(String(repeating: "─", count: width - filled), .dim)
  }

  /// The keys that do something now, as many as fit.
  func keys(_ run: QuizRun, isTyping: Bool) -> StyledText {
    let items: [(String, Localized)]
    switch run.phase {
    case .finished: items = [("u", Self.undo), ("q", Self.quit)]
    case .asked where isTyping:
      items = [
        ("⏎", Localized(fr: "valider", en: "check")), ("Tab", Self.hint),
        ("Esc", Localized(fr: "montrer la réponse", en: "show the answer")),
      ]
    case .asked where run.kind == .choice:
      items = [
        ("1–\(run.choices.count)", Localized(fr: "choisir", en: "choose")),
        ("⏎", Localized(fr: "valider", en: "check")), ("h", Self.hint), ("u", Self.undo),
        ("f", Self.flag), ("?", Self.help), ("q", Self.quit),
      ]
    case .asked:
      items = [
        (language == .french ? "espace" : "space", Localized(fr: "réponse", en: "answer")),
        ("h", Self.hint), ("u", Self.undo), ("f", Self.flag), ("e", Self.edit), ("?", Self.help),
        ("q", Self.quit),
      ]
    case .answered:
      items = [
        ("u", Self.undo), ("o", Localized(fr: "c’était juste", en: "it was right")),
        ("f", Self.flag), ("e", Self.edit), ("?", Self.help), ("q", Self.quit),
      ]
    }
    return KeyList(language: language).line(items, width: width)
  }

  private static let undo = Localized(fr: "annuler", en: "undo")
  private static let quit = Localized(fr: "quitter", en: "quit")
  private static let hint = Localized(fr: "indice", en: "hint")
  private static let flag = Localized(fr: "signaler", en: "flag")
  private static let edit = Localized(fr: "éditer", en: "edit")
  private static let help = Localized(fr: "aide", en: "help")

  // MARK: The card

  /// The question and, where there are some, the answers to choose from.
  func question(_ run: QuizRun, chosen: Set<Int>) -> [StyledText] {
    guard let card = run.card else { return [] }
    var lines = StyledText(card.front, .bold).wrapped(to: textWidth)
    if run.kind == .choice {
      if run.rightCount > 1 {
        let count = Localized(
          fr: "\(run.rightCount) réponses sont justes.", en: "\(run.rightCount) answers are right.")
        lines.append(StyledText(count.in(language), .dim))
      }
      lines.append("")
      for (number, choice) in run.choices.enumerated() {
        lines += self.choice(choice, number: number, run: run, isChosen: chosen.contains(number))
      }
    }
    if run.flagged.contains(card.id) {
      lines.append("")
      lines.append(
        StyledText(Localized(fr: "⚑ carte signalée", en: "⚑ flagged card").in(language), .dim))
    }
    return lines
  }

  private func choice(
    _ choice: Card.Choice, number: Int, run: QuizRun, isChosen: Bool
  ) -> [StyledText] {
    var mark = isChosen ? "•" : " "
    var style = isChosen ? Style.bold : .plain
    var isAnswered = false
    if case .answered = run.phase {
      // Never by colour alone: a sign says it, too.
      mark = choice.isRight ? "✓" : isChosen ? "✗" : " "
      style = choice.isRight ? .bold : isChosen ? .plain : .dim
      isAnswered = true
    }
    let text = StyledText(choice.text, style).wrapped(to: textWidth - 6)
    var lines = text.enumerated().map { place, line in
      (place == 0
        ? StyledText("\(mark) ", .hit) + StyledText("\(number + 1)", .bold) + "  " : .spaces(5))
        + line
    }
    if isAnswered, let why = choice.explanation, choice.isRight || isChosen {
      lines += StyledText(why, .dim).wrapped(to: textWidth, indent: 5)
    }
    return lines
  }

  /// What came of the answer, and the right one.
  func answer(_ run: QuizRun) -> [StyledText] {
    guard let card = run.card, case .answered(let outcome) = run.phase else { return [] }
    var lines: [StyledText] = []
    switch outcome {
    case .revealed: break
    case .typed(let typed): lines += typed.lines(in: language, width: textWidth) + [""]
    case .chosen(_, let isRight):
      let word =
        isRight
        ? Localized(fr: "✓ juste", en: "✓ right") : Localized(fr: "✗ ce n’est pas cela", en: "✗ no")
      lines += [StyledText(word.in(language), .hit), ""]
    }
    if run.kind != .choice { lines += StyledText(card.back).wrapped(to: textWidth) }
    if run.kind != .choice { lines.append("") }
    let path = StyledText(card.headings.joined(separator: " › "), .dim)
    lines += path.aligned(with: place(card), width: textWidth, indent: 2)
    return lines
  }

  /// The ratings that can be given, each with when the card comes back.
  func ratings(_ run: QuizRun) -> [StyledText] {
    let intervals = run.session.intervals(now: Clock.seconds)
    let items = run.possible.map { rating in
      let isSuggested = rating == run.suggested
      var item =
        StyledText("\(rating.rawValue) ", .bold)
        + StyledText(QuizText.name(of: rating).in(language), isSuggested ? .hit : .plain)
      if let seconds = intervals[rating] {
        item += StyledText(" · " + QuizText.interval(seconds).in(language), .dim)
      }
      return isSuggested ? item + StyledText(" ⏎", .dim) : item
    }
    var lines: [StyledText] = []
    for item in items {
      if let last = lines.last, last.width + 4 + item.width <= textWidth {
        lines[lines.count - 1] = last + "    " + item
      } else {
        lines.append(item)
      }
    }
    return lines
  }

  /// What was asked for as help so far: the first letters, then the passage without the answer.
  func hint(_ run: QuizRun) -> [StyledText] {
    guard let card = run.card, run.phase == .asked, run.hints > 0 else { return [] }
    var lines: [StyledText] = [""]
    if run.kind == .choice {
      let wrong = run.choices.indices.filter { !run.choices[$0].isRight }
      // One wrong choice a hint; two are left to choose from at least.
      let told = wrong.prefix(min(run.hints, run.choices.count - run.rightCount - 1))
      guard !told.isEmpty else { return [] }
      let numbers = told.map { "\($0 + 1)" }.joined(separator: ", ")
      let text = StyledText(QuizText.notThese(numbers).in(language), .dim)
      return lines + text.wrapped(to: textWidth)
    }
    let letters = Hint.letters(of: card, count: run.hints)
    if !letters.isEmpty { lines += StyledText(letters).wrapped(to: textWidth) }
    if letters.isEmpty || run.hints > 2 {
      let masked = Hint.masked(passage(card), card: card)
      lines += StyledText(masked, .dim).wrapped(to: textWidth).prefix(12)
    }
    return lines
  }

  /// The keys, one a line.
  func help() -> [StyledText] {
    KeyList(language: language).lines(QuizText.help, width: textWidth)
  }

  /// What was done, when nothing is left.
  func farewell(_ run: QuizRun, seconds: Seconds) -> [StyledText] {
    var lines: [StyledText] = []
    if run.session.answered > 0 {
      let summary = QuizText.summary(
        answered: run.session.answered, again: run.againCount, seconds: seconds)
      lines.append(StyledText(summary.in(language), .bold))
    } else {
      let text = run.session.current == nil ? QuizText.nothingLeft : QuizText.notAnswered
      lines.append(StyledText(text.in(language), .bold))
    }
    if run.session.current == nil, let due = run.session.nextDue {
      let wait = max(60, due - Clock.seconds)
      lines.append(StyledText(QuizText.nextCard(in: wait).in(language)))
    }
    if !run.session.leeches.isEmpty {
      lines.append("")
      lines += StyledText(QuizText.leeches(run.session.leeches.count).in(language))
        .wrapped(to: textWidth)
      for leech in run.session.leeches.prefix(5) {
        let card = run.session.cards[leech]
        lines += StyledText("  " + card.front).truncated(to: textWidth)
          .aligned(with: place(card), width: textWidth, indent: 4)
      }
    }
    return lines.flatMap { $0.wrapped(to: textWidth) }
  }
}
