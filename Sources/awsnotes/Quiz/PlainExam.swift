import Cards
import Quiz

/// An exam line by line: for a screen reader, a script, a terminal that knows nothing else.
///
/// Questions are lines of text or, with events, of JSON. Read are the numbers of choices and the letters of
/// the keys; the end of what is read interrupts the exam, which is kept.
final class PlainExam {
  private let run: ExamRun
  private let output: OutputWriter
  private let language: Language
  /// Whether lines of JSON are written in place of text.
  private let writesEvents: Bool
  private let resultView: ExamResultView
  private let read: () -> String?
  private var asksToFinish = false
  /// Whether the next line is about all questions: a number is that of one of them.
  private var isReviewing = false

  /// Creates an exam in lines; `read` gives the next one that was typed, `nil` at the end.
  init(
    _ run: ExamRun, output: OutputWriter, language: Language, writesEvents: Bool,
    resultView: ExamResultView, read: @escaping () -> String?
  ) {
    self.run = run
    self.output = output
    self.language = language
    self.writesEvents = writesEvents
    self.resultView = resultView
    self.read = read
  }

  /// Asks until the exam is over, or no more lines come.
  func ask() throws(Failure) {
    open()
    try run.open()
    run.tick()
    while run.exam.end == nil {
      if isReviewing { review() } else { question() }
      output.flush()
      guard let line = read() else { break }
      guard run.tick() else { break }
      if try !take(line.split(separator: " ").map(String.init)) { break }
    }
    guard run.exam.end != nil else {
      try run.interrupt()
      return interrupted()
    }
    try run.save()
    result()
    output.flush()
    run.forget()
  }

  // MARK: Reading

  /// Does what a line asks for.
  ///
  /// - Returns: Whether the exam goes on.
  private func take(_ words: [String]) throws(Failure) -> Bool {
    let isSecond = asksToFinish
    asksToFinish = false
    switch words.first {
    case "q": return false
    case "t": try finish(isSecond)
    case "r": isReviewing.toggle()
    case "m":
      try run.toggleMark()
      event("marked", [("marked", .integer(run.exam.marks.contains(run.exam.current) ? 1 : 0))])
    case "p": move(to: run.exam.current - 1)
    case "n", nil:
      if isReviewing {
        move(to: run.exam.open.first ?? run.exam.current)
      } else {
        move(to: run.exam.current + 1)
      }
    case "0": try run.clear()
    case "?": help()
    case "g": move(to: (words.dropFirst().first.flatMap { Int($0) } ?? 0) - 1)
    default: try answer(words)
    }
    return true
  }

  private func move(to place: Int) {
    if run.go(to: place) {
      isReviewing = false
    } else {
      // Beyond the last question all of them are shown.
      isReviewing = place >= run.exam.questions.count
    }
  }

  private func answer(_ words: [String]) throws(Failure) {
    let numbers = words.flatMap { $0.split(separator: ",") }.map { Int($0) ?? 0 }
    if isReviewing {
      if numbers.count == 1, run.go(to: numbers[0] - 1) { isReviewing = false } else { misread() }
      return
    }
    let choices = run.exam.question.choices
    guard numbers.allSatisfy({ (1...choices.count).contains($0) }) else { return misread() }
    guard try run.answer(Set(numbers.map { $0 - 1 })) else {
      let count = run.exam.question.right.count
      return say(
        ExamText.wanted(count)
          ?? Localized(fr: "Une seule réponse est attendue.", en: "One answer is wanted."))
    }
    event("answered", [("chosen", .array(numbers.sorted().map { .integer($0) }))])
    move(to: run.exam.current + 1)
  }

  private func finish(_ isSecond: Bool) throws(Failure) {
    let open = run.exam.open.count
    guard open > 0, !isSecond else { return try run.finish() }
    asksToFinish = true
    say(ExamText.unfinished(open))
  }

  // MARK: Telling

  private func say(_ text: Localized) {
    if writesEvents {
      event("notice", [("text", .string(text.in(language)))])
    } else {
      output.writeLine(StyledText(text.in(language)))
    }
  }

  private func misread() {
    say(
      Localized(
        fr: "Tapez un ou plusieurs numéros, ou ? pour voir les touches.",
        en: "Type one or more numbers, or ? to see the keys."))
  }

  private func open() {
    guard writesEvents else {
      output.writeLine(StyledText(ExamText.name(of: run.exam.kind), .bold))
      for text in run.notices + ExamText.opening(run) { say(text) }
      return
    }
    let exam = run.exam
    write([
      ("event", .string("exam")), ("kind", .string(exam.kind.rawValue)),
      ("questions", .integer(exam.questions.count)), ("seconds", .integer(exam.timeLimit / 1000)),
      ("left", .integer(exam.timeLeft / 1000)), ("pass", .integer(exam.kind.passMark)),
      ("resumed", .integer(run.isResumed ? 1 : 0)),
    ])
    for text in run.notices { say(text) }
  }

  private func question() {
    let exam = run.exam
    let question = exam.question
    let answer = exam.answers[exam.current].sorted()
    if writesEvents {
      return event(
        "question",
        [
          ("id", .string(question.card.id)), ("front", .string(question.card.front)),
          ("choices", .array(question.choices.map { .string($0.text) })),
          ("right", .integer(question.right.count)),
          ("chosen", .array(answer.map { .integer($0 + 1) })),
          ("marked", .integer(exam.marks.contains(exam.current) ? 1 : 0)),
          ("left", .integer(exam.timeLeft / 1000)),
        ])
    }
    let mark =
      exam.marks.contains(exam.current)
      ? Localized(fr: ", marquée ⚑", en: ", flagged ⚑") : .empty
    output.writeLine()
    say(
      Localized(
        fr: "Question \(exam.current + 1) sur \(exam.questions.count)",
        en: "Question \(exam.current + 1) of \(exam.questions.count)") + mark
        + Localized(
          fr: ", encore \(ExamText.time(exam.timeLeft))",
          en: ", \(ExamText.time(exam.timeLeft)) left"))
    output.writeLine(StyledText(question.card.front, .bold))
    for (number, choice) in question.choices.enumerated() {
      let sign = answer.contains(number) ? "•" : " "
      output.writeLine(StyledText("\(sign) \(number + 1). \(choice.text)"))
    }
    if let wanted = ExamText.wanted(question.right.count) { say(wanted) }
  }

  private func review() {
    let exam = run.exam
    if writesEvents {
      return event(
        "review",
        [
          ("open", .array(exam.open.map { .integer($0 + 1) })),
          ("marked", .array(exam.marks.sorted().map { .integer($0 + 1) })),
        ])
    }
    let list = { (places: [Int]) in
      places.isEmpty ? "–" : places.map { "\($0 + 1)" }.joined(separator: " ")
    }
    output.writeLine()
    say(
      Localized(fr: "À faire\u{A0}: ", en: "Open: ") + Localized(both: list(exam.open)))
    say(
      Localized(fr: "Marquées ⚑\u{A0}: ", en: "Flagged ⚑: ")
        + Localized(both: list(exam.marks.sorted())))
    say(
      Localized(
        fr: "Un numéro pour y aller, t pour rendre, q pour interrompre\u{A0}:",
        en: "A number to go there, t to hand in, q to interrupt:"))
  }

  private func help() {
    if writesEvents { return }
    for entry in ExamText.help { say(entry.key + Localized(both: "  ") + entry.does) }
    say(Localized(fr: "g N  aller à la question N", en: "g N  go to question N"))
  }

  private func interrupted() {
    if writesEvents {
      event("interrupted", [("left", .integer(run.exam.timeLeft / 1000))])
    } else {
      say(ExamText.interrupted(run.exam))
    }
  }

  private func result() {
    if writesEvents {
      write(ExamJSON.result(run.exam))
    } else {
      output.writeLine()
      output.writeLines(resultView.lines(run.exam))
    }
  }

  private func event(_ name: String, _ members: [(String, JSON)]) {
    guard writesEvents else { return }
    write([("event", .string(name)), ("number", .integer(run.exam.current + 1))] + members)
  }

  private func write(_ members: [(String, JSON)]) {
    output.writeRaw(JSON.object(members).text + "\n")
    output.flush()
  }
}
