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
    /// What was found for each of its words; all have to occur.
    var words: [AnalyzedWord]
    var matches: [TermMatches]
    var weight: Float
    /// Whether it counts besides the units (a synonym) or in their stead (another spelling).
    var isSynonym: Bool
  }

  var units: [Unit] = []
  var alternatives: [Alternative] = []
  var corrections: [Correction] = []

  /// The sum of the weights of all units that are not excluded.
  var weight: Float {
    units.reduce(0) { $0 + ($1.occurrence == .mustNot ? 0 : $1.matches.documentWeight) }
  }

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
    var parts = words.filter { $0.width == 1 && !$0.isFiller }
    if parts.isEmpty { parts = words.filter { $0.width == 1 } }
    let start = units.count
    for part in parts {
      let (word, forms) = resolved(part, among: words, index: index, lexicon: lexicon)
      units.append(
        Unit(
          words: [word], forms: forms, occurrence: .should,
          matches: index.matches(of: forms, fields: .all, ranking: ranking), isPlain: true))
    }
    let found = Alternatives(index: index, lexicon: lexicon, ranking: ranking)
    alternatives += found.spellings(words, units: units, from: start)
    alternatives += found.synonyms(of: units, from: start)
  }

  /// The forms of a word; where it does not occur, those of the word that was probably meant.
  private mutating func resolved(
    _ word: AnalyzedWord, among words: [AnalyzedWord], index: Index, lexicon: Lexicon
  ) -> (AnalyzedWord, [Lexicon.Match]) {
    let forms = lexicon.matches(of: word)
    guard forms.isEmpty, !word.folded.contains(where: { (0x30...0x39).contains($0) }) else {
      return (word, forms)
    }
    let isPartOfKnownCompound = words.contains {
      $0.width > 1 && $0.position <= word.position && word.position < $0.position + $0.width
        && !lexicon.matches(of: $0).isEmpty
    }
    guard !isPartOfKnownCompound else { return (word, forms) }
    if word.folded.count >= 3 {
      let longer = lexicon.matches(ofPrefix: word.folded)
      if !longer.isEmpty { return (word, longer) }
    }
    let spellings = lexicon.corrections(of: word.folded)
    guard let best = spellings.first, let meant = analyzedWords(of: best).first else {
      return (word, forms)
    }
    let meantForms = lexicon.matches(of: meant)
    let shown = spellings.map { spelling in
      lexicon.matches(ofPrefix: spelling + [0]).first.map { lexicon.surface(of: $0.form) }
        ?? spelling
    }
    corrections.append(Correction(typed: word.surface, candidates: shown))
    return (meant, meantForms)
  }
}

/// A word that does not occur, and the words that were probably meant.
public struct Correction: Hashable, Sendable {
  /// The word as typed, in lower case.
  public var typed: [UInt8]

  /// What may have been meant, best first; the first one was looked for.
  public var candidates: [[UInt8]]
}
