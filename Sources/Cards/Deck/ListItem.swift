internal import Notes

/// What an item of a list says, in whichever list it stands; what is not asked for is not read.
///
/// It belongs to one thread.
final class ListItem {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The number of its characters.
  private(set) lazy var length = text.count

  /// Whether it leads on to something else, or is a question.
  private(set) lazy var isOpen =
    text.hasSuffix(":") || text.hasSuffix("?") || text.holds("→") || isLabelled

  /// A list of labelled items is asked item by item.
  private var isLabelled: Bool {
    guard let colon = text.firstPlace(of: " : ") ?? text.firstPlace(of: ": ") else { return false }
    return text[..<colon.lowerBound].count < 50
  }

  /// Whether it tells its reader what to do.
  private(set) lazy var opensInstruction = TermTest.opensInstruction(text)

  /// Whether it is a remark or a sentence about something else.
  private(set) lazy var isAside = ListTest.isAside(text) || Saying.isStatement(text)

  /// Whether it is a sentence.
  private(set) lazy var isSentence = ListTest.isSentence(text)

  /// How it begins.
  private(set) lazy var shape = StatementShape(text)

  /// Whether it begins with a noun for an act.
  private(set) lazy var isActNoun = FrenchVerbs.isActNoun(text)

  /// Whether it is English.
  private(set) lazy var isEnglish = Cards.isEnglish(text)

  /// The item as an answer.
  private(set) lazy var answer = headingName(text).withoutStop

  /// Whether the answer begins with a verb.
  private(set) lazy var answersWithVerb = StatementShape(answer) == .verb

  /// The only number in it, unless it is English or about one case.
  private(set) lazy var quantity: Quantity? =
    mayHoldNumber(text) && !isEnglish && !ListTest.isInstance(text) ? Quantity(in: text) : nil

  /// What it attains, and by which means.
  private(set) lazy var goal: (goal: String, means: String)? = CardMaker.goal(
    in: text.withoutStop)
}

/// Whether a character of a text may be a digit or another number; if not, none is.
private func mayHoldNumber(_ text: String) -> Bool {
  let bytes = text.utf8.span
  for place in bytes.indices {
    switch bytes[place] {
    case 0x30...0x39: return true
    case 0xC2:
      // « ² », « ³ », « ¹ » and fractions.
      switch bytes[place + 1] {
      case 0xB2, 0xB3, 0xB9, 0xBC...0xBE: return true
      default: break
      }
    case 0xE2: if bytes[place + 1] != 0x80 { return true }
    case ..<0xC6: break
    default: return true
    }
  }
  return false
}
