internal import FrenchText

/// Acronyms and the words they stand for.
package enum Initials {
  /// Whether a short form is made of the initials of a longer one.
  ///
  /// Little words may be left out; a digit repeats the letter before it (`EC2`, `S3`); hyphens and inner
  /// capitals begin words (`Multi-Factor`, `CloudFormation`); case and accents do not matter.
  package static func match(_ short: String, _ long: String) -> Bool {
    if let matches = InitialBytes.match(short.utf8.span, long.utf8.span) { return matches }
    guard isAcronym(short) || short.allSatisfy({ isLetter($0) || isNumber($0) }) else {
      return false
    }
    guard let letters = letters(of: short), letters.count >= 2 else { return false }
    let words = words(of: long)
    guard words.count >= 2, words.count <= letters.count + 3 else { return false }
    return match(letters[...], words[...])
  }

  /// Whether a word looks like initials: two to eight capitals and digits, a plural s allowed.
  package static func isAcronym(_ word: some StringProtocol) -> Bool {
    var (length, capitals, digits, isPlural) = (0, 0, 0, false)
    for byte in word.utf8 {
      // Only one s, and at the end.
      guard !isPlural, length < 9 else { return false }
      length += 1
      switch byte {
      case 0x41...0x5A: capitals += 1
      case 0x30...0x39 where capitals > 0: digits += 1
      case UInt8(ascii: "s"): isPlural = true
      default: return false
      }
    }
    return (2...8).contains(capitals + digits) && (capitals >= 2 || digits > 0)
  }

  /// Whether a word may stand for others, small letters among its capitals allowed: `IaC`, `SaaS`.
  static func mayAbbreviate(_ word: some StringProtocol) -> Bool {
    isAcronym(word)
      || (word.utf8.count <= 60 && word.count <= 5 && word.first?.isUppercase == true
        && word.allSatisfy(isLetter)
        && word.count(where: isUppercase) >= 2)
  }

  private static func letters(of short: String) -> [Character]? {
    var letters: [Character] = []
    let isPlural =
      short.last == "s" && short.dropLast().allSatisfy { isUppercase($0) || isNumber($0) }
    for character in isPlural ? String(short.dropLast()) : short {
      if let count = character.wholeNumberValue {
        guard let last = letters.last, (2...9).contains(count) else { return nil }
        letters += Array(repeating: last, count: count - 1)
      } else {
        letters += Array(folded(String(character)))
      }
    }
    return letters.count <= 10 ? letters : nil
  }

  private static func words(of long: String) -> [String] {
    var words: [String] = []
    for piece in long.split(whereSeparator: { !(isLetter($0) || isNumber($0)) }) {
      var word = ""
      for character in piece {
        if isUppercase(character), let last = word.last, last.isLowercase {
          words.append(folded(word))
          word = ""
        }
        word.append(character)
      }
      words.append(folded(word))
    }
    return words
  }

  private static func match(_ letters: ArraySlice<Character>, _ words: ArraySlice<String>) -> Bool {
    guard let letter = letters.first else { return words.allSatisfy { little.lists($0.utf8.span) } }
    guard let word = words.first else { return false }
    if word.first == letter, match(letters.dropFirst(), words.dropFirst()) { return true }
    return little.lists(word.utf8.span) && match(letters, words.dropFirst())
  }

  /// Words that may be left out.
  static let little: StaticString =
    "of and the for to in as a de du des d la le les l et en au aux par pour"
}
