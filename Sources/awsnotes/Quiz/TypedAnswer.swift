import Cards
import Memory

/// An answer that was typed, and how it compares.
struct TypedAnswer: Hashable {
  let given: String
  private let accepted: [String]
  private let verdict: Verdict
  /// Whether the learner says that it was right all the same.
  private var isCounted = false

  /// Compares an answer with a card's.
  ///
  /// - Parameters:
  ///   - given: What was typed.
  ///   - card: The card.
  ///   - deck: All cards: what is as near to another card's answer was not a slip of the finger.
  /// - Complexity: O(*n*) in the number of cards for an answer with an error that would be forgiven; any
  ///   other is right or wrong whatever the other answers are.
  init(_ given: String, card: Card, deck: Deck) {
    self.given = given
    accepted = card.accepted
    let right = card.accepted.map { Array($0.utf8) }
    let bytes = Array(given.utf8)
    var verdict = Grader(accepted: right).grade(bytes.span)
    if case .typo(let alignment) = verdict {
      // Without what is left out of the comparison, such as an article.
      let filter = NearAnswers(alignment.steps.map { given.piece($0.given) }.joined())
      var others: Set<String> = []
      for other in deck.cards where other.kind == .typed && other.id != card.id {
        for answer in other.accepted where filter.admits(answer) { others.insert(answer) }
      }
      verdict = Grader(accepted: right, others: others.map { Array($0.utf8) }).grade(bytes.span)
    }
    self.verdict = verdict
  }

  /// The same answer, counted as right.
  var counted: TypedAnswer {
    var answer = self
    answer.isCounted = true
    return answer
  }

  var isRight: Bool { isCounted || verdict.isRight }

  /// The rating that the answer suggests.
  var rating: Rating { isCounted ? .good : verdict.rating }

  // MARK: Showing

  /// What was typed, and under it what was expected where the two differ.
  func lines(in language: Language, width: Int) -> [StyledText] {
    let word = StyledText(self.word.in(language), .hit)
    let typed = StyledText("> ", .hit) + StyledText(given)
    switch verdict {
    case .exact: return [typed] + word.wrapped(to: width, indent: 2)
    case .typo(let alignment): return compared(alignment, word, width: width)
    case .wrong(let alignment?) where alignment.isInstructive:
      return compared(alignment, word, width: width)
    case .wrong: return typed.wrapped(to: width) + word.wrapped(to: width, indent: 2)
    }
  }

  private var word: Localized {
    if isCounted, !verdict.isRight {
      return Localized(fr: "✓ compté comme juste", en: "✓ counted as right")
    }
    switch verdict {
    case .exact: return Localized(fr: "✓ juste", en: "✓ right")
    case .typo(let alignment):
      let count = alignment.errorCount
      return count == 1
        ? Localized(fr: "✓ une lettre\u{A0}: accepté", en: "✓ one letter: accepted")
        : Localized(fr: "✓ \(count) lettres\u{A0}: accepté", en: "✓ \(count) letters: accepted")
    case .wrong:
      return Localized(
        fr: "✗ ce n’est pas cela («\u{A0}o\u{A0}» si c’était juste)",
        en: "✗ no (“o” if it was right)")
    }
  }

  /// Both answers letter under letter, and a sign under each that differs: colour alone says nothing.
  private func compared(
    _ alignment: Alignment, _ word: StyledText, width: Int
  ) -> [StyledText] {
    guard accepted.indices.contains(alignment.accepted) else { return [word] }
    let right = accepted[alignment.accepted]
    var top = StyledText("> ", .hit)
    var middle = StyledText("  ")
    var signs = "  "
    var (givenEnd, rightEnd) = (0, 0)
    for step in alignment.steps {
      // What was left out of the comparison, such as an article or a space.
      let before = given.piece(givenEnd..<step.given.lowerBound)
      let expectedBefore = right.piece(rightEnd..<step.expected.lowerBound)
      pad(before, expectedBefore, &top, &middle, &signs, sign: " ", style: .plain)
      let isEqual = step.kind == .equal
      pad(
        given.piece(step.given), right.piece(step.expected), &top, &middle, &signs,
        sign: isEqual ? " " : "^", style: isEqual ? .plain : .underlined)
      (givenEnd, rightEnd) = (step.given.upperBound, step.expected.upperBound)
    }
    pad(
      given.piece(givenEnd..<given.utf8.count), right.piece(rightEnd..<right.utf8.count), &top,
      &middle, &signs, sign: " ", style: .plain)
    guard top.width <= width, middle.width <= width else {
      return (StyledText("> ", .hit) + StyledText(given)).wrapped(to: width)
        + StyledText(right).wrapped(to: width, indent: 2) + word.wrapped(to: width, indent: 2)
    }
    return [top, middle, StyledText(signs, .hit)] + word.wrapped(to: width, indent: 2)
  }

  private func pad(
    _ given: String, _ right: String, _ top: inout StyledText, _ middle: inout StyledText,
    _ signs: inout String, sign: Character, style: Style
  ) {
    let columns = max(displayWidth(of: given), displayWidth(of: right))
    // A letter that is missing on one side leaves a dot there.
    let filler = sign == "^" ? "·" : " "
    top +=
      StyledText(given, style)
      + StyledText(String(repeating: filler, count: columns - displayWidth(of: given)))
    middle +=
      StyledText(right, style)
      + StyledText(String(repeating: filler, count: columns - displayWidth(of: right)))
    signs += String(repeating: sign, count: columns)
  }
}

extension Alignment {
  fileprivate var errorCount: Int { steps.count { $0.kind != .equal } }

  /// Whether the two have more in common than not.
  fileprivate var isInstructive: Bool { errorCount * 2 < steps.count }
}

extension String {
  /// The text of some bytes; nothing where they cut a letter.
  fileprivate func piece(_ bytes: Range<Int>) -> String {
    let bytes = bytes.clamped(to: 0..<utf8.count)
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: bytes.upperBound)
    return String(Substring(utf8[start..<end]))
  }
}
