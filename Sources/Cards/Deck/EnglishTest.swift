internal import FrenchText
internal import Notes

/// Whether a text is English rather than French, told by the little words that only one of them has.
///
/// - Complexity: O(1): only the beginning is read.
func isEnglish(_ text: String) -> Bool {
  let bytes = text.utf8.span
  var folded: [UInt8] = []
  folded.reserveCapacity(mostCharacters + 100)
  if bytes.count <= mostCharacters {
    appendFolded(bytes, to: &folded)
  } else {
    appendFolded(text.prefix(mostCharacters).utf8.span, to: &folded)
  }
  let start = folded.span
  var balance = 0
  guard isPlain(start) else {
    for word in foldedWords(String(decoding: folded, as: UTF8.self)) {
      balance += weight(of: word.utf8.span)
    }
    return balance > 0
  }
  var place = 0
  while let word = nextWord(in: start, from: place) {
    place = word.upperBound
    balance += weight(of: start.extracting(word))
  }
  return balance > 0
}

/// How much of a text tells its language.
private let mostCharacters = 300

/// 1 for an English word, −1 for a French one, 0 for any other.
private func weight(of word: Span<UInt8>) -> Int {
  guard word.count <= 7 else { return 0 }
  return weights[packed(word)] ?? 0
}

private func packed(_ word: Span<UInt8>) -> UInt64 {
  var packed: UInt64 = 0
  for place in word.indices { packed = packed << 8 | UInt64(word[place]) }
  return packed
}

private let weights: [UInt64: Int] = {
  let english = [
    "the", "of", "to", "and", "for", "with", "is", "are", "by", "from", "can", "be", "it", "this",
    "that", "an", "used", "have", "has", "since", "not", "if", "when", "no", "all", "per", "at",
    "in", "or", "after", "before", "some", "any", "each", "your", "you", "its", "their", "into",
    "using", "between", "more", "than", "which",
  ]
  let french = [
    "le", "la", "les", "de", "des", "du", "et", "un", "une", "pour", "dans", "qui", "que", "est",
    "sont", "par", "aux", "au", "avec", "sur", "l", "d",
  ]
  return Dictionary(
    english.map { (packed($0.utf8.span), 1) } + french.map { (packed($0.utf8.span), -1) },
    uniquingKeysWith: { $0 + $1 })
}()
