internal import FrenchText

/// A query as one index understands it: which forms stand for each word, and what else to look for.
struct Plan {
  /// One thing asked for: a word, a phrase, the beginning of a word.
  struct Unit {
    var words: [AnalyzedWord]
    var forms: [Lexicon.Match]
    var occurrence: Query.Occurrence
    var matches: TermMatches
    /// Whether the unit is one plain word, which synonyms and neighbours may concern.
    var isPlain: Bool
  }

  /// Another way to say some consecutive units.
  struct Alternative {
    /// The units that it stands for.
    var span: Range<Int>
    /// Its words, which have to stand in this order.
    var words: [AnalyzedWord]
    var matches: TermMatches
    var weight: Float
    /// Whether it counts besides the units (a synonym) or in their stead (another spelling).
    var isSynonym: Bool
  }

  var units: [Unit] = []
  var alternatives: [Alternative] = []
  var corrections: [Correction] = []

  init(_ query: Query, index: Index, ranking: Ranking) {
    let lexicon = Lexicon(index)
    for clause in query.clauses {
      switch clause.shape {
      case .words where clause.occurrence == .should && clause.fields == .all:
        addWords(clause.words, index: index, lexicon: lexicon, ranking: ranking)
      case .words, .prefix:
        guard let word = clause.words.last else { continue }
        let forms =
          clause.shape == .prefix
          ? lexicon.matches(ofPrefix: word.folded) : lexicon.matches(of: word)
        units.append(
          Unit(
            words: [word], forms: forms, occurrence: clause.occurrence,
            matches: index.matches(of: forms, fields: clause.fields, ranking: ranking),
            isPlain: false))
      case .phrase:
        units.append(
          Unit(
            words: clause.words, forms: [], occurrence: clause.occurrence,
            matches: index.matches(
              ofPhrase: clause.words, lexicon: lexicon, fields: clause.fields, ranking: ranking),
            isPlain: false))
      }
    }
  }

  private mutating func addWords(
    _ words: [AnalyzedWord], index: Index, lexicon: Lexicon, ranking: Ranking
  ) {
    let found = Alternatives(index: index, lexicon: lexicon, ranking: ranking)
    let parts = words.filter { $0.width == 1 }
    let named = found.wordsOfNames(in: parts)
    var kept = parts.enumerated().filter { !$1.isFiller || named.contains($0) }.map { $1 }
    if kept.isEmpty { kept = parts }
    let start = units.count
    for word in kept.flatMap({ lexicon.pieces(of: $0) }) {
      append(word, forms: lexicon.matches(of: word), index: index, ranking: ranking)
    }
    alternatives += found.spellings(words, units: units, from: start)
    alternatives += found.synonyms(of: units, from: start)
    let corrected = corrections.count
    mend(from: start, index: index, lexicon: lexicon, ranking: ranking)
    if corrections.count > corrected {
      alternatives.removeAll { $0.isSynonym && $0.span.lowerBound >= start }
      alternatives += found.synonyms(of: units, from: start)
    }
  }

  private mutating func append(
    _ word: AnalyzedWord, forms: [Lexicon.Match], index: Index, ranking: Ranking
  ) {
    units.append(
      Unit(
        words: [word], forms: forms, occurrence: .should,
        matches: index.matches(of: forms, fields: .all, ranking: ranking), isPlain: true))
  }

  /// Completes or corrects words that do not occur, unless another way to say them does.
  private mutating func mend(from start: Int, index: Index, lexicon: Lexicon, ranking: Ranking) {
    for place in start..<Swift.max(start, units.count) where units[place].forms.isEmpty {
      let word = units[place].words[0]
      guard !alternatives.contains(where: { $0.span.contains(place) }), !word.hasDigit,
        let meant = meaning(of: word, lexicon: lexicon)
      else { continue }
      units[place].words = [meant.word]
      units[place].forms = meant.forms
      units[place].matches = index.matches(of: meant.forms, fields: .all, ranking: ranking)
    }
  }

  /// What was probably meant by a word that does not occur: a longer one, or a similar one.
  private mutating func meaning(
    of word: AnalyzedWord, lexicon: Lexicon
  ) -> (word: AnalyzedWord, forms: [Lexicon.Match])? {
    let longer = word.folded.count >= 3 ? lexicon.matches(ofPrefix: word.folded) : []
    var candidates = lexicon.mostFrequent(of: longer)
    if candidates.isEmpty { candidates = lexicon.corrections(of: word.folded) }
    guard let best = candidates.first, let meant = analyzedWords(of: best).first else { return nil }
    corrections.append(Correction(typed: word.surface, candidates: candidates))
    return (meant, longer.isEmpty ? lexicon.matches(of: meant) : longer)
  }
}

/// A word that does not occur, and the words that were probably meant.
public struct Correction: Hashable, Sendable {
  /// The word as typed, in lower case.
  public var typed: [UInt8]

  /// What may have been meant, best first; the first one was looked for.
  public var candidates: [[UInt8]]
}
