/// One of the ways in which an answer may be given: whole, without what stands in parentheses, or
/// only the expansion of an acronym.
struct AnswerForm {
  /// The form, folded.
  var folded: FoldedAnswer
  /// Its letters without spaces, which are what is compared.
  var joined: [UInt8]
  /// The digits among them.
  private var digits: [UInt8]

  init(_ folded: FoldedAnswer) {
    self.folded = folded
    joined = folded.joined
    digits = joined.filter { $0.isDecimalDigit }
  }

  /// How many typing errors are forgiven: none in a code (four letters or fewer besides digits, or one
  /// word with a digit), one from 5 letters on, two from 9, three from 16.
  var tolerance: Int {
    if !digits.isEmpty {
      let plain = folded.letters.count { !$0.isDecimalDigit && $0 != UInt8(ascii: " ") }
      if plain < 5 || !folded.letters.contains(UInt8(ascii: " ")) { return 0 }
    }
    return switch folded.letters.count {
    case ..<5: 0
    case ..<9: 1
    case ..<16: 2
    default: 3
    }
  }

  /// Whether both hold the same digits in the same order: a wrong number is no typing error.
  func hasDigits(of other: Self) -> Bool { digits == other.digits }

  /// Whether both are the same but for a plural.
  func isSame(as other: Self) -> Bool {
    joined == other.joined || singular == other.singular
  }

  /// The letters without an `s` or `x` at the end of each word of more than three.
  private var singular: [UInt8] {
    var singular: [UInt8] = []
    var length = 0
    for letter in folded.letters + [UInt8(ascii: " ")] {
      guard letter == UInt8(ascii: " ") else {
        singular.append(letter)
        length += 1
        continue
      }
      let isPlural = singular.last == UInt8(ascii: "s") || singular.last == UInt8(ascii: "x")
      if length > 3, isPlural { singular.removeLast() }
      length = 0
    }
    return singular
  }
}

// MARK: - The forms of an answer

extension AnswerForm {
  /// The forms in which an answer is right, the whole one first; empty forms are left out.
  ///
  /// - Complexity: O(bytes).
  static func all(of answer: Span<UInt8>) -> [AnswerForm] {
    let whole = AnswerForm(FoldedAnswer(answer))
    guard let inside = parenthesis(in: answer) else { return whole.joined.isEmpty ? [] : [whole] }
    let outside = AnswerForm(FoldedAnswer(answer, skipsParentheses: true))
    var forms = [whole, outside]
    let expansion = AnswerForm(FoldedAnswer(answer.extracting(inside), at: inside.lowerBound))
    if outside.isAcronym(of: expansion) || expansion.isAcronym(of: outside) {
      forms.append(expansion)
    }
    return forms.filter { !$0.joined.isEmpty }
  }

  /// What stands in the first parentheses.
  private static func parenthesis(in answer: Span<UInt8>) -> Range<Int>? {
    for start in answer.indices where answer[start] == UInt8(ascii: "(") {
      for end in start + 1..<answer.count where answer[end] == UInt8(ascii: ")") {
        return start + 1..<end
      }
    }
    return nil
  }

  /// Whether the letters are the initials of the other's words; `S3` and `EC2` count as `SSS` and `ECC`.
  private func isAcronym(of expansion: AnswerForm) -> Bool {
    guard joined.count < 9 else { return false }
    var initials: [UInt8] = []
    var isInitial = true
    for letter in expansion.folded.letters {
      if isInitial { initials.append(letter) }
      isInitial = letter == UInt8(ascii: " ")
    }
    var spelled: [UInt8] = []
    for letter in joined {
      guard letter.isDecimalDigit, let last = spelled.last else {
        spelled.append(letter)
        continue
      }
      for _ in 1..<max(2, letter - UInt8(ascii: "0")) { spelled.append(last) }
    }
    return initials.count > 1 && initials == spelled
  }
}
