internal import FrenchText

/// A word of a query or of a name, with what it is looked up by.
final class AnalyzedWord: Sendable {
  /// The word in lower case, accents kept.
  let surface: [UInt8]
  /// The word without accents.
  let folded: [UInt8]
  /// The folded stem.
  let key: [UInt8]
  /// The stem of the folded form: the same whether accents were typed or not.
  let nameKey: [UInt8]
  /// The place of the word among the words of its text.
  let position: Int
  /// How many places it covers: more than one for `cloudwatch` in `CloudWatch`.
  let width: Int
  /// Whether the word says nothing by itself (« le », « comment », "the").
  let isFiller: Bool
  /// Whether an index does not know where the word stands: see ``TermKeys/isLight(_:)``.
  let isLight: Bool

  init(
    surface: [UInt8], folded: [UInt8], key: [UInt8], nameKey: [UInt8], position: Int, width: Int,
    isFiller: Bool, isLight: Bool
  ) {
    (self.surface, self.folded, self.key, self.nameKey) = (surface, folded, key, nameKey)
    (self.position, self.width, self.isFiller, self.isLight) = (position, width, isFiller, isLight)
  }

  /// Whether the word holds a digit: a code, in which no letter is guessed.
  var hasDigit: Bool { folded.contains { (0x30...0x39).contains($0) } }
}

/// The words of a short text: a query, a name.
///
/// - Complexity: O(*n*), with some allocations a word; the indexer does not come this way.
func analyzedWords(of text: [UInt8]) -> [AnalyzedWord] {
  var tokenizer = Tokenizer()
  var analyzer = Analyzer()
  var words: [AnalyzedWord] = []
  while let token = tokenizer.next(in: text.span) {
    var folded: [UInt8] = []
    appendFolded(tokenizer.form.span, to: &folded)
    var key: [UInt8] = []
    analyzer.appendKey(of: tokenizer.form.span, to: &key)
    var nameKey = key
    if folded != tokenizer.form {
      nameKey = []
      analyzer.appendKey(of: folded.span, to: &nameKey)
    }
    let isFiller = isFillerWord(folded.span)
    words.append(
      AnalyzedWord(
        surface: tokenizer.form, folded: folded, key: key, nameKey: nameKey,
        position: token.position, width: token.width, isFiller: isFiller,
        isLight: isFiller && !TermKeys.isTelling(folded.span)))
  }
  return words
}

/// The normal forms under which a name is filed: its keys, little words and a leading vendor left out.
///
/// A name is filed by its parts, by its compounds and written in one word: `CloudFront` as `cloud front`
/// and `cloudfront`, `Route 53` as `rout 53` and `route53`, so that every spelling of a query meets it.
///
/// - Parameters:
///   - words: The words of the name.
///   - isLoose: Whether every filler is left out, as in a question, and not only what links nouns.
/// - Returns: The different forms, none if nothing is left.
func normalForms(of words: [AnalyzedWord], isLoose: Bool = false) -> [[UInt8]] {
  let parts = essence(of: words.filter { $0.width == 1 }, isLoose: isLoose)
  var joined: [AnalyzedWord] = []
  var next = 0
  for word in words where word.position >= next {
    joined.append(word)
    next = word.position + word.width
  }
  var forms: [[UInt8]] = []
  for sequence in [parts, essence(of: joined, isLoose: isLoose)] {
    let form = Array(sequence.map { $0.nameKey }.joined(separator: [0x20]))
    if !form.isEmpty, !forms.contains(form) { forms.append(form) }
  }
  let whole = parts.flatMap { $0.folded }
  if !whole.isEmpty, !forms.contains(whole) { forms.append(whole) }
  return forms
}

/// The words of a name that tell it from others.
private func essence(of words: [AnalyzedWord], isLoose: Bool) -> [AnalyzedWord] {
  var kept = words.filter { isLoose ? !$0.isFiller : !isLink($0) }
  if kept.isEmpty { kept = words }
  if kept.count > 1, vendors.contains(kept[0].folded) { kept.removeFirst() }
  return kept
}

/// Whether a word only links the nouns of a name.
func isLink(_ word: AnalyzedWord) -> Bool {
  let folded = word.folded
  return TermKeys.isLink(folded.span)
}

let vendors = ("amazon aws" as StaticString).words

/// The normal forms under which a name is filed; names that share one are the same to a search.
///
/// - Parameter name: A name in any spelling, UTF-8.
/// - Returns: One to three keys, none for a name without words.
public func nameKeys(of name: [UInt8]) -> [[UInt8]] {
  var reader = NameKeyReader()
  return reader.keys(of: name.span)
}
