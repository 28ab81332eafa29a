internal import FrenchText

/// A query as one index understands it: which terms stand for each word, and what else to look for.
struct Plan {
  /// One thing asked for: a word, a phrase, the beginning of a word.
  struct Unit {
    var words: [AnalyzedWord]
    /// The terms of a word or prefix; none for a phrase.
    var matches: [Lexicon.Match]
    var occurrence: Query.Occurrence
    var evidence: Evidence
    /// Whether the unit is one plain word, which synonyms and neighbours may concern.
    var isPlain: Bool
    /// What the matches begin with, if that is why they match.
    var prefix: [UInt8]?
  }

  /// Another way to say some consecutive units.
  struct Alternative {
    /// The units that it stands for.
    var span: Range<Int>
    /// As it is written.
    var name: [UInt8]
    /// Its words, which have to stand in this order.
    var words: [AnalyzedWord]
    var evidence: Evidence
    /// Whether it is another name and no other spelling.
    var isSynonym: Bool
  }

  var units: [Unit] = []
  var alternatives: [Alternative] = []
  var corrections: [Correction] = []

  init(_ query: Query, index: Index, ranking: Ranking) {
    let lexicon = Lexicon(index)
    for clause in query.clauses {
      if clause.shape == .words, clause.occurrence == .should, clause.fields == .all {
        addWords(clause.words, lexicon: lexicon, ranking: ranking)
      } else {
        add(clause, lexicon: lexicon)
      }
    }
    for place in alternatives.indices { limit(&alternatives[place]) }
  }

  private mutating func add(_ clause: Query.Clause, lexicon: Lexicon) {
    guard let word = clause.words.last else { return }
    let matches =
      switch clause.shape {
      case .words: lexicon.matches(of: word)
      case .prefix: lexicon.matches(ofPrefix: word.folded).matches
      case .phrase: [Lexicon.Match]()
      }
    let index = lexicon.index
    let evidence =
      clause.shape == .phrase
      ? index.evidence(ofPhrase: clause.words, lexicon: lexicon, fields: clause.fields)
      : index.evidence(of: matches, fields: clause.fields)
    units.append(
      Unit(
        words: clause.shape == .phrase ? clause.words : [word], matches: matches,
        occurrence: clause.occurrence, evidence: evidence, isPlain: false,
        prefix: clause.shape == .prefix ? word.folded : nil))
  }

  private mutating func addWords(
    _ words: [AnalyzedWord], lexicon: Lexicon, ranking: Ranking
  ) {
    let found = Alternatives(lexicon: lexicon)
    let parts = words.filter { $0.width == 1 }
    let named = found.wordsOfNames(in: parts)
    var kept = parts.enumerated().filter { !$1.isFiller || named.contains($0) }.map { $1 }
    if kept.isEmpty { kept = parts }
    let start = units.count
    let kind = Self.kind(in: parts, kept: kept)
    for (place, word) in kept.enumerated() {
      let matches = lexicon.matches(of: word)
      guard matches.isEmpty, !lexicon.index.isIncomplete else {
        append(word, matches, lexicon)
        if place == kind { units[units.count - 1].evidence.share = ranking.kindShare }
        continue
      }
      for piece in lexicon.pieces(of: word) { append(piece, lexicon.matches(of: piece), lexicon) }
    }
    alternatives += found.spellings(words, units: units, from: start)
    alternatives += found.synonyms(of: units, from: start)
    let corrected = corrections.count
    // Where the lexicon is not there yet, nothing tells that a word does not occur.
    guard !lexicon.index.isIncomplete else { return }
    let others = mend(from: start, lexicon: lexicon)
    if corrections.count > corrected {
      alternatives.removeAll { $0.isSynonym && $0.span.lowerBound >= start }
      alternatives += found.synonyms(of: units, from: start) + others
    }
  }

  private mutating func append(_ word: AnalyzedWord, _ matches: [Lexicon.Match], _ lexicon: Lexicon)
  {
    units.append(
      Unit(
        words: [word], matches: matches, occurrence: .should,
        evidence: lexicon.index.evidence(of: matches, fields: .all), isPlain: true))
  }

  /// Completes or corrects words that do not occur, unless another way to say them does.
  ///
  /// - Returns: Other names of what such words begin the name of.
  private mutating func mend(from start: Int, lexicon: Lexicon) -> [Alternative] {
    var named: [Alternative] = []
    for place in start..<Swift.max(start, units.count) where units[place].matches.isEmpty {
      let word = units[place].words[0]
      guard !alternatives.contains(where: { $0.span.contains(place) }), !word.hasDigit else {
        continue
      }
      let longer = longerSpellings(of: word, lexicon: lexicon)
      let names =
        longer.spellings.isEmpty
        ? names(beginningWith: word, at: place, lexicon: lexicon) : []
      guard names.isEmpty else {
        named += names
        continue
      }
      guard let meant = meaning(of: word, longer: longer, lexicon: lexicon) else { continue }
      units[place].words = [meant.word]
      units[place].matches = meant.matches
      units[place].prefix = meant.prefix
      units[place].evidence = lexicon.index.evidence(of: meant.matches, fields: .all)
    }
    return named
  }

  private typealias Longer = (matches: [Lexicon.Match], spellings: [[UInt8]])

  private func longerSpellings(of word: AnalyzedWord, lexicon: Lexicon) -> Longer {
    word.folded.count >= 3 ? lexicon.matches(ofPrefix: word.folded) : ([], [])
  }

  /// Other names of what a word begins the name of: « équilibreur » where only « équilibreur de
  /// charge » is known, and the notes say « répartiteur de charge ».
  private mutating func names(
    beginningWith word: AnalyzedWord, at place: Int, lexicon: Lexicon
  ) -> [Alternative] {
    let names = Alternatives(lexicon: lexicon).synonyms(
      ofNamesBeginningWith: word, at: place, units: units)
    guard !names.isEmpty else { return [] }
    corrections.append(
      Correction(typed: word.surface, candidates: names.prefix(3).map { $0.name }))
    return names
  }

  /// What was probably meant by a word that does not occur: a longer one, or a similar one.
  private mutating func meaning(
    of word: AnalyzedWord, longer: Longer, lexicon: Lexicon
  ) -> (word: AnalyzedWord, matches: [Lexicon.Match], prefix: [UInt8]?)? {
    var candidates = longer.spellings
    if candidates.isEmpty { candidates = lexicon.corrections(of: word.folded) }
    guard let best = candidates.first, let meant = analyzedWords(of: best).first else { return nil }
    corrections.append(Correction(typed: word.surface, candidates: candidates))
    guard longer.matches.isEmpty else { return (meant, longer.matches, word.folded) }
    return (meant, lexicon.matches(of: meant), nil)
  }
}

// MARK: - Weights

extension Plan {
  /// Another way to say something counts for no more than what was typed, and another spelling for half of
  /// that, because its parts were found as well.
  ///
  /// Without this, « pare-feu » would outrank « firewall » itself, having two words to score with. Where
  /// a typed word occurs nowhere, nothing can be outranked: the synonym stands for the name.
  private func limit(_ alternative: inout Alternative) {
    let typed = units[alternative.span]
    if typed.contains(where: { $0.evidence.isEmpty }) {
      alternative.evidence.share = Evidence.whole
      return
    }
    if !alternative.isSynonym { alternative.evidence.share = Evidence.whole / 2 }
    let weight = typed.reduce(0) { $0 + UInt64($1.evidence.weight) }
    let other = UInt64(alternative.evidence.weight)
    guard other > weight else { return }
    alternative.evidence.share = UInt32(UInt64(alternative.evidence.share) * weight / other)
  }

  /// The place of the noun that names the kind of the answer: the first kept word after « quel » or
  /// « combien ».
  private static func kind(in parts: [AnalyzedWord], kept: [AnalyzedWord]) -> Int? {
    guard kept.count > 1, let asking = parts.first(where: { isAsking($0) }) else { return nil }
    return kept.firstIndex { $0.position > asking.position }
  }

  private static func isAsking(_ word: AnalyzedWord) -> Bool { asking.contains(word.folded) }

  private static let asking =
    ("combien quel quelle quelles quels what which" as StaticString).words
}

/// A word that does not occur, and the words that were probably meant.
public struct Correction: Hashable, Sendable {
  /// The word as typed, in lower case.
  public var typed: [UInt8]

  /// What may have been meant, best first; the first one was looked for.
  public var candidates: [[UInt8]]
}
