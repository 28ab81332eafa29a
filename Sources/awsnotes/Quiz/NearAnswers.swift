/// Tells answers that cannot be a few letters away from one that was typed, without comparing the two.
///
/// An answer is as near as that only if it holds nearly all letters of the other. Capitals count as small
/// letters; anything that is no letter of ASCII may stand for any letter, or for two.
struct NearAnswers {
  /// No error beyond this many is forgiven, however long the answer.
  private static let mostErrors = 3

  private let given: LetterCounts

  /// - Parameter given: What was typed, without what is left out of the comparison.
  init(_ given: String) { self.given = LetterCounts(given) }

  /// Whether an answer may be near.
  ///
  /// - Complexity: O(*n*) in its length.
  func admits(_ answer: String) -> Bool {
    let other = LetterCounts(answer)
    return given.countMissing(in: other) <= Self.mostErrors + 2 * other.unknown
  }
}

/// How often each letter stands in a text.
private struct LetterCounts {
  private var letters = InlineArray<26, Int>(repeating: 0)

  /// The bytes that are not of ASCII, and signs that are read as words.
  private(set) var unknown = 0

  init(_ text: String) {
    for byte in text.utf8 {
      switch byte | 0x20 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): letters[Int(byte | 0x20) - 0x61] += 1
      case _ where byte >= 0x80 || byte == UInt8(ascii: "&"): unknown += 1
      default: break
      }
    }
  }

  func countMissing(in other: LetterCounts) -> Int {
    var missing = 0
    for letter in 0..<26 { missing += max(0, letters[letter] - other.letters[letter]) }
    return missing
  }
}
