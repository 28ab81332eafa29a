internal import FrenchText

/// Tells which forms may be of the terms that a query looks for, without a look into the lexicon.
///
/// Of an index in pieces the lexicon is mostly not there, and a text has many words. The terms of a word are its own,
/// which has its key, and those near it, whose keys are like it: see ``TermKeys/likeness(_:_:)``.
struct FormFilter {
  private var keys: [[UInt8]] = []
  private var prefixes: [[UInt8]] = []
  private var folded: [[UInt8]] = []

  /// - Parameters:
  ///   - plan: What is looked for.
  ///   - lexicon: Where it was found.
  init(_ plan: Plan, _ lexicon: Lexicon) {
    for unit in plan.units where unit.occurrence != .mustNot {
      for word in unit.words { add(word, lexicon) }
      // Other forms of the terms that begin so may differ in their last letters.
      if let prefix = unit.prefix { prefixes.append(Array(prefix.dropLast(2))) }
    }
    for alternative in plan.alternatives { for word in alternative.words { add(word, lexicon) } }
  }

  private mutating func add(_ word: AnalyzedWord, _ lexicon: Lexicon) {
    folded.append(word.folded)
    for form in [word.surface] + lexicon.spellings(ofFolded: word.folded) {
      var key: [UInt8] = []
      var terms = TermKeys()
      terms.appendKey(of: form.span, to: &key)
      keys.append(key)
    }
  }

  /// Whether a form may be of a term that is looked for.
  func allows(_ form: [UInt8], folded other: [UInt8]) -> Bool {
    if folded.contains(other) { return true }
    if prefixes.contains(where: { other.starts(with: $0) }) { return true }
    var terms = TermKeys()
    var key: [UInt8] = []
    terms.appendKey(of: form.span, to: &key)
    return keys.contains { $0 == key || TermKeys.likeness($0.span, key.span) != nil }
  }
}
