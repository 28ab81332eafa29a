internal import FrenchText

/// A word of a query or of a name, with what it is looked up by.
struct AnalyzedWord: Hashable {
  /// The word in lower case, accents kept.
  var surface: [UInt8]
  /// The word without accents.
  var folded: [UInt8]
  /// The folded stem.
  var key: [UInt8]
  /// The place of the word among the words of its text.
  var position: Int
  /// How many places it covers: more than one for `cloudwatch` in `CloudWatch`.
  var width: Int

  /// Whether the word says nothing by itself (« le », « comment », "the").
  var isFiller: Bool { isFillerWord(folded.span) }
}

/// The words of a short text: a query, a name.
///
/// - Complexity: O(*n*), with an allocation a word; the indexer does not come this way.
func analyzedWords(of text: [UInt8]) -> [AnalyzedWord] {
  var tokenizer = Tokenizer()
  var analyzer = Analyzer()
  var words: [AnalyzedWord] = []
  while let token = tokenizer.next(in: text.span) {
    var folded: [UInt8] = []
    appendFolded(tokenizer.form.span, to: &folded)
    var key: [UInt8] = []
    analyzer.appendKey(of: tokenizer.form.span, to: &key)
    words.append(
      AnalyzedWord(
        surface: tokenizer.form, folded: folded, key: key,
        position: token.position, width: token.width))
  }
  return words
}

/// The normal forms under which a name is filed: its keys, fillers and a leading Amazon or AWS left out.
///
/// A name with compounds has two, one by its parts and one by its compounds: `CloudFront` is filed as
/// `cloud front` and as `cloudfront`, so that either spelling of a query meets it.
///
/// - Parameter words: The words of the name.
/// - Returns: One or two normal forms, none if nothing is left.
func normalForms(of words: [AnalyzedWord]) -> [[UInt8]] {
  let parts = words.filter { $0.width == 1 }
  var joined: [AnalyzedWord] = []
  var next = 0
  for word in words where word.position >= next {
    joined.append(word)
    next = word.position + word.width
  }
  var forms: [[UInt8]] = []
  for sequence in [parts, joined] {
    let form = normalForm(of: sequence)
    if !form.isEmpty, !forms.contains(form) { forms.append(form) }
  }
  return forms
}

private func normalForm(of words: [AnalyzedWord]) -> [UInt8] {
  var kept = words.filter { !$0.isFiller }
  if kept.isEmpty { kept = words }
  if kept.count > 1, kept[0].folded == Array("aws".utf8) || kept[0].folded == Array("amazon".utf8) {
    kept.removeFirst()
  }
  var form: [UInt8] = []
  for word in kept {
    if !form.isEmpty { form.append(0x20) }
    form.append(contentsOf: word.key)
  }
  return form
}

/// The normal forms under which a name is filed; names that share one are the same to a search.
///
/// - Parameter name: A name in any spelling, UTF-8.
/// - Returns: One or two keys, none for a name without words.
public func nameKeys(of name: [UInt8]) -> [[UInt8]] { normalForms(of: analyzedWords(of: name)) }
