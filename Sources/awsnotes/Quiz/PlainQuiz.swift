import Cards
import Memory
import Quiz

/// A quiz line by line: for a screen reader, a script, a terminal that knows nothing else.
///
/// Questions and answers are lines of text; with events, each is a line of JSON. Answers are read from
/// standard input: what was typed, the numbers of choices, a rating.
struct PlainQuiz {
  let run: QuizRun
  let output: OutputWriter
  let language: Language
  /// Whether lines of JSON are written in place of text.
  let writesEvents: Bool
  let place: (Card) -> StyledText
  /// The passage of a note that a card was made from, for hints.
  let passage: (Card) -> String
  /// The next line that was typed; `nil` at the end.
  let read: () -> String?

  /// Asks until nothing is left, or no more lines come.
  func ask() throws(ReviewLogError) {
    let began = Clock.seconds
    while run.phase != .finished {
      question()
      if run.session.answered == 0 { try run.copyLog() }
      guard let line = read() else { break }
      if try !take(line) { break }
    }
    end(seconds: Clock.seconds - began)
  }

  /// Lines are as long as they are: who reads them breaks them.
  private var view: QuizView {
    QuizView(language: language, width: 100_000, place: place, passage: passage)
  }

  private func say(_ text: Localized) { output.writeLine(StyledText(text.in(language))) }

  // MARK: Asking

  private func question() {
    guard let card = run.card else { return }
    if writesEvents {
      write(
        "question", card,
        [
          ("kind", .string(run.kind.rawValue)), ("front", .string(card.front)),
          ("choices", .array(run.choices.map { .string($0.text) })),
          ("right", .integer(run.rightCount)),
        ])
      return
    }
    let left = QuizText.remaining(run.session.remaining).in(language)
    output.writeLine()
    output.writeLine(StyledText(left, .dim))
    output.writeLine(StyledText(card.front, .bold))
    for (number, choice) in run.choices.enumerated() {
      output.writeLine(StyledText("  \(number + 1). \(choice.text)"))
    }
    switch run.kind {
    case .choice where run.rightCount > 1:
      say(
        Localized(
          fr: "\(run.rightCount) numéros, séparés par des espaces\u{A0}:",
          en: "\(run.rightCount) numbers, apart by spaces:"))
    case .choice:
      say(Localized(fr: "Votre choix (un numéro)\u{A0}:", en: "Your choice (a number):"))
    case .typed, .cloze: say(Localized(fr: "Votre réponse\u{A0}:", en: "Your answer:"))
    default:
      say(Localized(fr: "Entrée pour voir la réponse\u{A0}:", en: "Enter to see the answer:"))
    }
    output.flush()
  }

  // MARK: Answering

  /// Takes the line after a question.
  ///
  /// - Returns: Whether the quiz goes on.
  private func take(_ line: String) throws(ReviewLogError) -> Bool {
    let text = line.trimmed
    if let wish = Wish(text, isTyping: run.kind == .typed) {
      if wish == .leave { return false }
      try grant(wish)
      return true
    }
    if run.kind == .choice {
      let words = text.split { $0 == " " || $0 == "," }
      let numbers = words.compactMap { Int($0) }.filter { (1...run.choices.count).contains($0) }
      guard numbers.count == words.count, !numbers.isEmpty || text.isEmpty else {
        say(
          Localized(
            fr: "Tapez un numéro de 1 à \(run.choices.count), q pour quitter, ? pour l’aide.",
            en: "Type a number from 1 to \(run.choices.count), q to quit, ? for help."))
        return true
      }
      if numbers.isEmpty { run.reveal() } else { run.answer(chosen: Set(numbers.map { $0 - 1 })) }
    } else if run.kind == .typed, !text.isEmpty {
      run.answer(typed: text)
    } else {
      run.reveal()
    }
    return try rate()
  }

  /// Shows the answer and takes a rating.
  private func rate() throws(ReviewLogError) -> Bool {
    guard let card = run.card else { return false }
    answer(card)
    while true {
      guard let line = read()?.trimmed else {
        // Who ends here has answered all the same.
        if let suggested = run.suggested { try keep(suggested, card) }
        return false
      }
      if let wish = Wish(line, isTyping: false), wish != .hint {
        if wish == .leave { return false }
        try grant(wish)
        if wish == .undo { return true }
        continue
      }
      switch line {
      case "o":
        run.overrule()
        answer(card)
      case "":
        try keep(run.suggested ?? .good, card)
        return true
      default:
        if let number = UInt8(line), let rating = Rating(rawValue: number),
          run.possible.contains(rating)
        {
          try keep(rating, card)
          return true
        }
        let numbers = run.possible.map { "\($0.rawValue)" }.joined(separator: ", ")
        say(
          Localized(
            fr: "Tapez \(numbers), o, q, ou ? pour l’aide.",
            en: "Type \(numbers), o, q, or ? for help."))
      }
    }
  }

  /// Does what was asked for in place of an answer.
  private func grant(_ wish: Wish) throws(ReviewLogError) {
    switch wish {
    case .leave: break
    case .help: say(QuizText.plainHelp)
    case .undo:
      let isUndone = try run.undo()
      tell(
        isUndone ? "undone" : "nothing",
        isUndone
          ? Localized(fr: "Réponse annulée.", en: "Answer undone.")
          : Localized(fr: "Rien à annuler.", en: "Nothing to undo."))
    case .flag:
      let isFlagged = try run.flag()
      tell(
        isFlagged ? "flagged" : "unflagged",
        isFlagged
          ? Localized(
            fr: "Carte signalée\u{A0}: awsnotes check --cards la liste.",
            en: "Flagged: awsnotes check --cards lists it.")
          : Localized(fr: "La carte n’est plus signalée.", en: "No longer flagged."))
    case .hint:
      run.hint()
      let lines = view.hint(run).filter { !$0.pieces.isEmpty }
      if writesEvents {
        let text = lines.map { $0.pieces.map(\.text).joined() }.joined(separator: "\n")
        output.writeRaw(
          JSON.object([("event", .string("hint")), ("text", .string(text))]).text + "\n")
      } else {
        output.writeLines(lines)
      }
    }
  }

  private func tell(_ event: String, _ text: Localized) {
    if writesEvents {
      output.writeRaw(JSON.object([("event", .string(event))]).text + "\n")
    } else {
      say(text)
    }
  }

  private func keep(_ rating: Rating, _ card: Card) throws(ReviewLogError) {
    try run.rate(rating)
    if writesEvents {
      write("rated", card, [("rating", .integer(Int(rating.rawValue)))])
    }
  }

  private func answer(_ card: Card) {
    if writesEvents {
      var members: [(String, JSON)] = [("back", .string(card.back))]
      if let suggested = run.suggested {
        members.append(("suggested", .integer(Int(suggested.rawValue))))
      }
      if run.kind == .choice {
        let right = run.choices.indices.filter { run.choices[$0].isRight }
        members.append(("answer", .array(right.map { .integer($0 + 1) })))
      }
      write("answer", card, members)
      return
    }
    if run.kind == .choice {
      for line in view.question(run, chosen: chosen).dropFirst() where !line.pieces.isEmpty {
        output.writeLine(line)
      }
    }
    output.writeLines(view.answer(run).filter { !$0.pieces.isEmpty })
    output.writeLines(view.ratings(run))
    output.flush()
  }

  private var chosen: Set<Int> {
    if case .answered(.chosen(let chosen, _)) = run.phase { return chosen }
    return []
  }

  private func end(seconds: Seconds) {
    if writesEvents {
      output.writeRaw(
        JSON.object([
          ("event", .string("end")), ("answered", .integer(run.session.answered)),
          ("again", .integer(run.againCount)),
        ]).text + "\n")
      return
    }
    output.writeLine()
    output.writeLines(view.farewell(run, seconds: seconds))
  }

  private func write(_ event: String, _ card: Card, _ members: [(String, JSON)]) {
    output.writeRaw(
      JSON.object([("event", .string(event)), ("id", .string(card.id))] + members).text + "\n")
    output.flush()
  }
}

/// What a line asks for besides an answer: a letter, behind a colon where letters are answers.
private enum Wish {
  case leave, undo, flag, hint, help

  init?(_ line: String, isTyping: Bool) {
    guard !isTyping || line.first == ":" || line == "?" else { return nil }
    switch line.first == ":" ? line.dropFirst() : line[...] {
    case "q": self = .leave
    case "u": self = .undo
    case "f": self = .flag
    case "h": self = .hint
    case "?": self = .help
    default: return nil
    }
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }
}
