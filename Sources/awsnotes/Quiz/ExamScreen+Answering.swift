import Cards
import Quiz

extension ExamScreen {
  /// Does what a key asks for.
  ///
  /// - Returns: Whether the screen stays.
  func take(_ key: Key) throws(Failure) -> Bool {
    notice = nil
    let isSecond = asksToFinish
    asksToFinish = false
    switch page {
    case .opening: return try begin(key)
    case .help where key == .down: offset += 1
    case .help where key == .up: offset = max(0, offset - 1)
    case .help:
      page = .question
      offset = 0
    case .result(let offset): return scroll(key, from: offset)
    case .question, .review:
      switch key {
      case .down: offset += 1
      case .up: offset = max(0, offset - 1)
      case .character("t"): try finish(isSecond)
      case .character("q"): return false
      case .character("?"):
        page = .help
        offset = 0
      default:
        let (before, place) = (page, run.exam.current)
        if case .review(let typed) = page {
          review(key, typed)
        } else {
          try answer(key)
        }
        if before != page || place != run.exam.current { offset = 0 }
      }
    }
    return true
  }

  private func begin(_ key: Key) throws(Failure) -> Bool {
    switch key {
    case .enter, .character(" "):
      try run.open()
      page = .question
      passTime()
    case .character("q"), .escape: return false
    default: break
    }
    return true
  }

  private func answer(_ key: Key) throws(Failure) {
    switch key {
    case .character("0"), .backspace: try run.clear()
    case .character("m"): try run.toggleMark()
    case .character("r"): page = .review(typed: "")
    case .right, .enter, .character(" "), .character("n"):
      // After the last question comes the page of all.
      if !run.go(to: run.exam.current + 1) { page = .review(typed: "") }
    case .left, .character("p"): run.go(to: run.exam.current - 1)
    case .home: run.go(to: 0)
    case .end: run.go(to: run.exam.questions.count - 1)
    case .character(let character):
      guard let number = character.wholeNumberValue else { return }
      if try run.choose(number - 1) == .tooMany {
        notice = ExamText.tooMany(run.exam.question.right.count)
      }
    default: break
    }
  }

  private func review(_ key: Key, _ typed: String) {
    switch key {
    case .enter:
      let place = typed.isEmpty ? run.exam.open.first ?? run.exam.current : (Int(typed) ?? 0) - 1
      if run.go(to: place) {
        page = .question
      } else {
        page = .review(typed: "")
        notice = Localized(
          fr: "Les questions vont de 1 à \(run.exam.questions.count).",
          en: "Questions go from 1 to \(run.exam.questions.count).")
      }
    case .backspace: page = .review(typed: String(typed.dropLast()))
    case .character(let digit) where ("0"..."9").contains(digit):
      if typed.count < 3 { page = .review(typed: typed + String(digit)) }
    case .character("r"), .escape: page = .question
    case .left: run.go(to: run.exam.current - 1)
    case .right: run.go(to: run.exam.current + 1)
    default: break
    }
  }

  private func finish(_ isSecond: Bool) throws(Failure) {
    let open = run.exam.open.count
    guard open == 0 || isSecond else {
      notice = ExamText.unfinished(open)
      asksToFinish = true
      return
    }
    try run.finish()
    page = .result(offset: 0)
  }

  private func scroll(_ key: Key, from offset: Int) -> Bool {
    let step = max(1, terminal.size.rows - 5)
    switch key {
    case .character("q"), .escape: return false
    case .up, .character("k"): page = .result(offset: max(0, offset - 1))
    case .down, .character("j"), .enter: page = .result(offset: offset + 1)
    case .character(" "), .right: page = .result(offset: offset + step)
    case .left, .backspace: page = .result(offset: max(0, offset - step))
    case .home: page = .result(offset: 0)
    case .end: page = .result(offset: Int.max / 2)
    default: break
    }
    return true
  }
}
