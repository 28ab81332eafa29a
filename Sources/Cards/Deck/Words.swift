internal import FrenchText
internal import Notes

/// A word of a text, for comparing.
struct Word {
  /// Where it stands.
  var range: Range<String.Index>
  /// What is left of it without ending and accents: `secret` for « secrets ».
  var stem: [UInt8]
  /// Whether it carries no meaning of its own.
  var isFiller: Bool
}

/// The words of a text; hyphens and apostrophes separate them.
///
/// - Complexity: O(*n*) in the length of the text.
func words(of text: String) -> [Word] {
  var analyzer = Analyzer()
  var words: [Word] = []
  var place = text.startIndex
  while let start = text[place...].firstIndex(where: isWordCharacter) {
    let end = text[start...].firstIndex { !isWordCharacter($0) } ?? text.endIndex
    let lowered = Array(text[start..<end].lowercased().utf8)
    var stem: [UInt8] = []
    analyzer.appendKey(of: lowered.span, to: &stem)
    let plain = Array(folded(text[start..<end]).utf8)
    words.append(
      Word(
        range: start..<end, stem: stem, isFiller: plain.count == 1 || isFillerWord(plain.span)))
    place = end
  }
  return words
}

private func isWordCharacter(_ character: Character) -> Bool {
  character.isLetter || character.isNumber
}

/// The stems of a text's words that carry meaning.
func stems(of text: String) -> Set<[UInt8]> {
  Set(words(of: text).lazy.filter { !$0.isFiller }.map(\.stem))
}

/// How much two texts say alike: the share of stems that both have (Jaccard, 1912), from 0 to 1.
func likeness(_ left: Set<[UInt8]>, _ right: Set<[UInt8]>) -> Double {
  let common = left.count { right.contains($0) }
  let all = left.count + right.count - common
  return all == 0 ? 0 : Double(common) / Double(all)
}

extension String {
  /// The text with its first letter small, unless it begins like a name.
  var loweredFirst: String {
    guard let first, first.isUppercase, !isNameLike(self.prefix { $0 != " " }) else { return self }
    return first.lowercased() + dropFirst()
  }

  /// The text without a final full stop or comma.
  var withoutStop: String {
    var text = self[...]
    while let last = text.last, ".,;:".contains(last) || last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

/// Whether a word is written like a name: inner capitals or digits, as `CloudFront`, `S3`.
func isNameLike(_ word: some StringProtocol) -> Bool {
  word.dropFirst().contains { $0.isUppercase || $0.isNumber }
    || ["amazon", "aws"].contains(folded(word))
}

/// The first sentences of a text, as many as fit.
func opening(of text: String, limit: Int) -> String {
  var opening = firstSentence(text)
  while opening.count < text.count {
    let rest = trimmed(text.dropFirst(opening.count))
    let next = firstSentence(rest)
    guard !next.isEmpty, opening.count + next.count < limit else { break }
    opening += " " + next
  }
  return opening
}

/// Whether a text is English rather than French, told by the little words that only one of them has.
func isEnglish(_ text: String) -> Bool {
  let all = foldedWords(text.prefix(300))
  let english = all.count {
    [
      "the", "of", "to", "and", "for", "with", "is", "are", "by", "from", "can", "be", "it", "this",
      "that", "an", "used", "have", "has", "since", "not", "if", "when", "no", "all", "per", "at",
      "in", "or", "after", "before", "some", "any", "each", "your", "you", "its", "their", "into",
      "using", "between", "more", "than", "which",
    ].contains($0)
  }
  let french = all.count {
    [
      "le", "la", "les", "de", "des", "du", "et", "un", "une", "pour", "dans", "qui", "que", "est",
      "sont", "par", "aux", "au", "avec", "sur", "l", "d",
    ].contains($0)
  }
  return english > french
}
