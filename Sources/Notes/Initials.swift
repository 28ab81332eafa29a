/// Acronyms and the words they stand for.
enum Initials {
  /// Whether a short form is made of the initials of a longer one.
  ///
  /// Little words may be left out; a digit repeats the letter before it (`EC2`, `S3`); hyphens and inner
  /// capitals begin words (`Multi-Factor`, `CloudFormation`); case and accents do not matter.
  static func match(_ short: String, _ long: String) -> Bool {
    guard isAcronym(short) || short.allSatisfy({ $0.isLetter || $0.isNumber }) else { return false }
    guard let letters = letters(of: short), letters.count >= 2 else { return false }
    let words = words(of: long)
    guard words.count >= 2, words.count <= letters.count + 3 else { return false }
    return match(letters[...], words[...])
  }

  /// Whether a word looks like initials: two to eight capitals and digits, a plural s allowed.
  static func isAcronym(_ word: some StringProtocol) -> Bool {
    let core = word.hasSuffix("s") ? word.dropLast() : word[...]
    guard (2...8).contains(core.count), let first = core.first, first.isUppercase else {
      return false
    }
    return core.count(where: \.isUppercase) >= 1
      && core.allSatisfy { ($0.isUppercase || $0.isNumber) && $0.isASCII }
      && (core.count(where: \.isUppercase) >= 2 || core.contains(where: \.isNumber))
  }

  /// Whether a word may stand for others, small letters among its capitals allowed: `IaC`, `SaaS`.
  static func mayAbbreviate(_ word: some StringProtocol) -> Bool {
    isAcronym(word)
      || (word.count <= 5 && word.first?.isUppercase == true && word.allSatisfy(\.isLetter)
        && word.count(where: \.isUppercase) >= 2)
  }

  private static func letters(of short: String) -> [Character]? {
    var letters: [Character] = []
    let isPlural =
      short.last == "s" && short.dropLast().allSatisfy { $0.isUppercase || $0.isNumber }
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
    for piece in long.split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
      var word = ""
      for character in piece {
        if character.isUppercase, let last = word.last, last.isLowercase {
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
    guard let letter = letters.first else { return words.allSatisfy { little.contains($0) } }
    guard let word = words.first else { return false }
    if word.first == letter, match(letters.dropFirst(), words.dropFirst()) { return true }
    return little.contains(word) && match(letters, words.dropFirst())
  }

  private static let little: Set = [
    "of", "and", "the", "for", "to", "in", "as", "a", "de", "du", "des", "d", "la", "le", "les",
    "l", "et",
    "en", "au", "aux", "par", "pour",
  ]
}
