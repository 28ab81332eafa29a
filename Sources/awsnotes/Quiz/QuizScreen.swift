import Cards
import Memory
import Quiz

/// A quiz on a whole screen, a key at a time.
final class QuizScreen {
  private let run: QuizRun
  private let terminal: RawTerminal
  private let output: OutputWriter
  private let language: Language
  private let place: (Card) -> StyledText
  private let passage: (Card) -> String
  /// The file of a note, to be opened.
  private let file: (Card) -> String
  private let editor: [String]

  private var line = LineEditor()
  private var chosen: Set<Int> = []
  private var showsHelp = false
  private var notice: Localized?
  private let began = Clock.seconds

  init(
    _ run: QuizRun, terminal: RawTerminal, output: OutputWriter, language: Language,
    editor: [String], place: @escaping (Card) -> StyledText,
    passage: @escaping (Card) -> String, file: @escaping (Card) -> String
  ) {
    self.run = run
    self.terminal = terminal
    self.output = output
    self.language = language
    self.editor = editor
    self.place = place
    self.passage = passage
    self.file = file
  }

  /// Asks until nothing is left or the learner has enough.
  ///
  /// - Returns: What is to be said afterwards, on the ordinary screen.
  func ask() throws(ReviewLogError) -> [StyledText] {
    show()
    try run.copyLog()
    loop: while true {
      switch terminal.next() {
      case .redraw: show()
      case .suspend:
        terminal.suspend()
        show()
      case .end(let signal):
        terminal.close()
        RawTerminal.die(of: signal)
      case .key(.endOfInput): break loop
      case .key(let key):
        if try !take(key) { break loop }
        show()
      }
    }
    let size = terminal.size
    terminal.close()
    return view(columns: size.columns).farewell(run, seconds: Clock.seconds - began)
  }

  // MARK: Showing

  private func view(columns: Int) -> QuizView {
    QuizView(language: language, width: columns, place: place, passage: passage)
  }

  private var isTyping: Bool {
    run.phase == .asked && run.kind == .typed
  }

  private func show() {
    let (rows, columns) = terminal.size
    let view = view(columns: columns)
    var lines = [view.header(run), ""]
    var cursor: (row: Int, column: Int)?
    if showsHelp {
      lines += view.help()
    } else if run.phase == .finished {
      lines += view.farewell(run, seconds: Clock.seconds - began)
    } else {
      lines += view.question(run, chosen: chosen)
      lines += view.hint(run)
      if isTyping {
        lines.append("")
        let room = max(1, columns - 3)
        let start = max(0, line.column - room)
        let shown = start == 0 ? line.text : String(line.text.dropFirst(start))
        lines.append(StyledText("> ", .hit) + StyledText(shown).truncated(to: room))
        cursor = (lines.count - 1, 2 + line.column - start)
      }
      if case .answered = run.phase {
        lines += [""] + view.answer(run)
        lines += [""] + view.ratings(run)
      }
    }
    if let notice { lines += ["", StyledText(notice.in(language), .dim).truncated(to: columns)] }
    let keys = view.keys(run, isTyping: isTyping)
    // The keys stand at the bottom, whatever is above them.
    let room = max(1, rows - 2)
    if lines.count > room {
      let cut = lines.count - room
      // The question's beginning and the ratings at the end are needed most.
      let head = min(lines.count, max(2, room / 2))
      lines.removeSubrange(head..<min(lines.count, head + cut + 1))
      lines.insert(StyledText("…", .dim), at: min(head, lines.count))
      cursor = cursor.map { (max(0, $0.row - cut), $0.column) }
    }
    lines += Array(repeating: StyledText(), count: max(0, rows - 1 - lines.count))
    lines = lines.prefix(max(0, rows - 1)).map { $0.truncated(to: columns) } + [keys]
    Painter(output: output).show(lines, cursor: cursor)
  }

  // MARK: Keys

  /// Does what a key asks for.
  ///
  /// - Returns: Whether the quiz goes on.
  private func take(_ key: Key) throws(ReviewLogError) -> Bool {
    notice = nil
    if showsHelp {
      showsHelp = false
      return true
    }
    switch run.phase {
    case .asked: return isTyping ? try type(key) : try ask(key)
    case .answered: return try rate(key)
    case .finished: return try common(key)
    }
  }

  /// A key while an answer is being typed: letters are letters.
  private func type(_ key: Key) throws(ReviewLogError) -> Bool {
    switch key {
    case .enter:
      if line.isEmpty { run.reveal() } else { run.answer(typed: line.text) }
    case .escape: run.reveal()
    case .tab: run.hint()
    case .character("?") where line.isEmpty: showsHelp = true
    default: _ = line.take(key)
    }
    return true
  }

  private func ask(_ key: Key) throws(ReviewLogError) -> Bool {
    switch key {
    case .character(let character) where run.kind == .choice && character.isASCIIDigit:
      choose((character.wholeNumberValue ?? 0) - 1)
    case .enter where run.kind == .choice, .character(" ") where run.kind == .choice:
      if chosen.isEmpty { run.reveal() } else { run.answer(chosen: chosen) }
    case .enter, .character(" "): run.reveal()
    case .character("h"): run.hint()
    default: return try common(key)
    }
    return true
  }

  private func choose(_ number: Int) {
    guard run.choices.indices.contains(number) else { return }
    if run.rightCount == 1 {
      chosen = [number]
    } else if chosen.remove(number) == nil {
      chosen.insert(number)
    }
  }

  private func rate(_ key: Key) throws(ReviewLogError) -> Bool {
    switch key {
    case .character(let character) where character.isASCIIDigit:
      if let rating = Rating(rawValue: UInt8(character.wholeNumberValue ?? 0)) {
        try next(rating)
      }
    case .enter, .character(" "): try next(run.suggested ?? .good)
    case .character("o"): run.overrule()
    default: return try common(key)
    }
    return true
  }

  private func next(_ rating: Rating) throws(ReviewLogError) {
    guard run.possible.contains(rating) else {
      notice = Localized(
        fr: "Cette note n’est pas possible ici.", en: "This rating is not possible here.")
      return
    }
    try run.rate(rating)
    line = LineEditor()
    chosen = []
  }

  /// A key that does the same everywhere.
  private func common(_ key: Key) throws(ReviewLogError) -> Bool {
    switch key {
    case .character("q"): return false
    case .character("?"): showsHelp = true
    case .character("u"):
      let isUndone = try run.undo()
      line = LineEditor()
      chosen = []
      notice =
        isUndone
        ? Localized(fr: "Réponse annulée.", en: "Answer undone.")
        : Localized(fr: "Rien à annuler.", en: "Nothing to undo.")
    case .character("f"):
      let isFlagged = try run.flag()
      notice =
        isFlagged
        ? Localized(
          fr: "Carte signalée\u{A0}: awsnotes check --cards", en: "Flagged: awsnotes check --cards")
        : Localized(fr: "Signalement retiré.", en: "No longer flagged.")
    case .character("e"): edit()
    default: break
    }
    return true
  }

  private func edit() {
    guard let card = run.card else { return }
    if editor.isEmpty {
      notice = Localized(
        fr: "Indiquez votre éditeur dans $EDITOR.", en: "Name your editor in $EDITOR.")
    } else if !terminal.run(editor + ["+\(card.line)", file(card)]) {
      notice = Localized(
        fr: "«\u{A0}\(editor[0])\u{A0}» n’a pas pu s’ouvrir.",
        en: "“\(editor[0])” could not be opened.")
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("1"..."9").contains(self) }
}
