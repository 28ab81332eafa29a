import Quiz

/// An exam on a whole screen, a key at a time.
final class ExamScreen {
  /// What is shown.
  enum Page: Hashable {
    /// What waits; the clock does not run yet.
    case opening
    case question
    /// All questions, and the number that is being typed.
    case review(typed: String)
    case help
    /// How it went, scrolled down by some lines.
    case result(offset: Int)
  }

  let run: ExamRun
  let terminal: RawTerminal
  private let output: OutputWriter
  let language: Language
  private let resultView: (Int) -> ExamResultView

  var page = Page.opening
  var notice: Localized?
  /// How many lines of a page too long for the screen are above it.
  var offset = 0
  /// Whether the last key asked to hand in an exam that has open questions.
  var asksToFinish = false

  /// Creates a screen; `resultView` shows the result in some columns.
  init(
    _ run: ExamRun, terminal: RawTerminal, output: OutputWriter, language: Language,
    resultView: @escaping (Int) -> ExamResultView
  ) {
    self.run = run
    self.terminal = terminal
    self.output = output
    self.language = language
    self.resultView = resultView
  }

  /// Asks until the exam is over or interrupted.
  ///
  /// - Returns: What is to be said afterwards, on the ordinary screen.
  func ask() throws(Failure) -> [StyledText] {
    show()
    loop: while true {
      switch terminal.next(within: patience) {
      case nil:
        passTime()
        // A crash costs a minute of the clock at most.
        try run.save()
        show()
      case .redraw: show()
      case .suspend: try suspend()
      case .end(let signal):
        if page != .opening { try run.interrupt() }
        terminal.close()
        RawTerminal.die(of: signal)
      case .key(.endOfInput): break loop
      case .key(let key):
        passTime()
        if try !take(key) { break loop }
        show()
      }
    }
    return try leave()
  }

  /// Lets the clock stand still while the shell has the terminal.
  private func suspend() throws(Failure) {
    let runs = page != .opening && run.exam.end == nil
    if runs { try run.interrupt() }
    terminal.suspend()
    if runs { try run.open() }
    show()
  }

  private func leave() throws(Failure) -> [StyledText] {
    let width = terminal.size.columns
    if run.exam.end == nil, page != .opening { try run.interrupt() }
    terminal.close()
    if run.exam.end != nil { return resultView(width).lines(run.exam) }
    return StyledText(ExamText.interrupted(run.exam).in(language)).wrapped(to: min(width, 88))
  }

  // MARK: Time

  /// How long nothing changes on the screen, in milliseconds: up to the next minute, or second at the end.
  private var patience: Int32 {
    if page == .opening || run.exam.end != nil { return -1 }
    let step = run.exam.timeLeft > 60_000 ? 60_000 : 1000
    return Int32(max(50, (run.exam.timeLeft - 1) % step + 1))
  }

  func passTime() {
    guard page != .opening, run.exam.end == nil else { return }
    if !run.tick() {
      page = .result(offset: 0)
      notice = ExamText.timeIsUp
    }
  }

  // MARK: Showing

  private func show() {
    let (rows, columns) = terminal.size
    let view = ExamView(language: language, width: columns)
    var lines: [StyledText] = []
    if page != .opening { lines += [view.header(run.exam), ""] }
    switch page {
    case .opening:
      lines += StyledText(ExamText.name(of: run.exam.kind), .bold).wrapped(to: columns)
      lines += [""] + view.paragraphs(run.notices + ExamText.opening(run))
    case .question: lines += view.question(run.exam)
    case .review(let typed):
      lines += view.review(run.exam) + ["", StyledText("> ", .hit) + StyledText(typed)]
    case .help: lines += view.help()
    case .result(let offset):
      let all = resultView(columns).lines(run.exam)
      let start = min(offset, max(0, all.count - (rows - 3)))
      page = .result(offset: start)
      lines = Array(all.dropFirst(start).prefix(max(1, rows - 3)))
      run.forget()
    }
    var foot: [StyledText] = []
    if let notice {
      foot = [""] + StyledText(notice.in(language), .dim).wrapped(to: min(columns, 88))
    }
    let room = max(0, rows - 1)
    lines = windowed(lines, room: max(1, room - foot.count)) + foot
    lines += Array(repeating: StyledText(), count: max(0, room - lines.count))
    lines = lines.prefix(room).map { $0.truncated(to: columns) } + [view.keys(page.keys(run))]
    Painter(output: output).show(lines)
  }

  /// The lines that there is room for: the header stays, the rest goes up and down below it.
  private func windowed(_ lines: [StyledText], room: Int) -> [StyledText] {
    guard lines.count > room, room > 4 else {
      offset = 0
      return lines
    }
    let (head, body) = (lines.prefix(2), lines.dropFirst(2))
    offset = min(offset, body.count - (room - 2))
    var shown = Array(body.dropFirst(offset).prefix(room - 2))
    if offset > 0 { shown[0] = StyledText("↑ …", .dim) }
    if offset + shown.count < body.count { shown[shown.count - 1] = StyledText("↓ …", .dim) }
    return head + shown
  }
}
