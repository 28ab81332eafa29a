internal import FrenchText

/// Finds other ways to say what was typed: joined or split spellings, synonyms.
struct Alternatives {
  let lexicon: Lexicon

  private var index: Index { lexicon.index }

  /// The most words that a name with synonyms may have.
  private static let longestName = 6

  /// Spellings in one word of what was typed in several, whether by a capital, a hyphen or a space:
  /// `CloudFront`, `cloud-front` and `cloud front` all ask for `cloudfront` too.
  func spellings(
    _ words: [AnalyzedWord], units: [Plan.Unit], from start: Int
  ) -> [Plan.Alternative] {
    var found: [Plan.Alternative] = []
    for word in words where word.width > 1 {
      let span = units.indices.filter {
        $0 >= start && units[$0].words[0].position >= word.position
          && units[$0].words[0].position < word.position + word.width
      }
      guard let first = span.first, let last = span.last else { continue }
      append(word, span: first..<last + 1, to: &found)
    }
    for place in units.indices.dropFirst(start + 1) {
      let (left, right) = (units[place - 1].words[0], units[place].words[0])
      guard right.position == left.position + 1 else { continue }
      let isTyped = words.contains { $0.width > 1 && $0.position == left.position }
      guard !isTyped, lexicon.occurs(left.folded + right.folded) else { continue }
      let joined = analyzedWords(of: left.folded + right.folded)
      if let word = joined.first, joined.count == 1 {
        append(word, span: place - 1..<place + 1, to: &found)
      }
    }
    return found
  }

  private func append(_ word: AnalyzedWord, span: Range<Int>, to found: inout [Plan.Alternative]) {
    let matches = lexicon.matches(of: word)
    guard !matches.isEmpty else { return }
    found.append(
      Plan.Alternative(
        span: span, name: word.surface, words: [word],
        evidence: index.evidence(of: matches, fields: .all), isSynonym: false))
  }

  /// The places of words that belong to a name with synonyms, even where they say little by
  /// themselves: « sans » in « sans serveur ».
  func wordsOfNames(in words: [AnalyzedWord]) -> [Int] {
    guard let table = index.glossary?.table(.synonymNames), table.count > 0,
      words.contains(where: { $0.isFiller })
    else { return [] }
    var places: [Int] = []
    for first in words.indices {
      for last in first..<Swift.min(words.count, first + Self.longestName) where last > first {
        let keys = normalForms(of: Array(words[first...last]))
        guard let key = keys.first, table.index(of: key) != nil else { continue }
        for place in first...last where !isLink(words[place]) { places.append(place) }
      }
    }
    return places
  }

  /// The synonyms of every name that stands in the query.
  func synonyms(of units: [Plan.Unit], from start: Int) -> [Plan.Alternative] {
    guard let glossary = index.glossary else { return [] }
    let table = glossary.table(.synonymNames)
    guard table.count > 0 else { return [] }
    var found: [Plan.Alternative] = []
    for first in start..<Swift.max(start, units.count) {
      var name: [UInt8] = []
      for last in first..<Swift.min(units.count, first + Self.longestName) {
        if !name.isEmpty { name.append(0x20) }
        name += units[last].words[0].nameKey
        guard let place = table.index(of: name) else { continue }
        for synonym in synonyms(ofName: place, in: glossary) {
          append(synonym, of: glossary, span: first..<last + 1, units: units, to: &found)
        }
      }
    }
    return found
  }

  /// The synonyms of the first name that begins with a word and goes on.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - place: Its place among the units.
  ///   - units: What is asked for.
  /// - Returns: None, where no such name has a synonym that occurs.
  func synonyms(
    ofNamesBeginningWith word: AnalyzedWord, at place: Int, units: [Plan.Unit]
  ) -> [Plan.Alternative] {
    guard let glossary = index.glossary, !word.nameKey.isEmpty else { return [] }
    let table = glossary.table(.synonymNames)
    let beginning = word.nameKey + [0x20]
    var found: [Plan.Alternative] = []
    var name = table.lowerBound(of: beginning)
    while found.isEmpty, name < table.count, table[name].starts(with: beginning) {
      for synonym in synonyms(ofName: name, in: glossary) {
        append(synonym, of: glossary, span: place..<place + 1, units: units, to: &found)
      }
      name += 1
    }
    return found
  }

  private func synonyms(ofName place: Int, in glossary: Segment) -> Range<Int> {
    let begin = glossary.word(.synonymNameRecords, 2 * place)
    return begin..<begin + Swift.min(64, glossary.word(.synonymNameRecords, 2 * place + 1))
  }

  private func append(
    _ synonym: Int, of glossary: Segment, span: Range<Int>, units: [Plan.Unit],
    to found: inout [Plan.Alternative]
  ) {
    let name = glossary.string(.synonyms, 3 * synonym)
    let weight = Float(bitPattern: UInt32(glossary.word(.synonyms, 3 * synonym + 2)))
    let words = analyzedWords(of: name).filter { $0.width == 1 }
    let typed = units[span].map { $0.words[0].nameKey }
    guard let first = words.first, weight.isFinite,
      words.filter({ !$0.isFiller }).map({ $0.nameKey }) != typed
    else { return }
    var evidence =
      words.count == 1
      ? index.evidence(of: lexicon.matches(of: first), fields: .all)
      : index.evidence(ofPhrase: words, lexicon: lexicon, fields: .all)
    guard !evidence.isEmpty else { return }
    evidence.share = UInt32(Swift.min(1, Swift.max(0, weight)) * Float(Evidence.whole))
    found.append(
      Plan.Alternative(
        span: span, name: name, words: words, evidence: evidence, isSynonym: true))
  }
}
