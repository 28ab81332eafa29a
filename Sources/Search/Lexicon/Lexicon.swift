internal import FrenchText

/// The forms that occur in the notes, in the order of their folded spelling, each with its term.
///
/// One lexicon serves words typed with or without accents (a folded form and its surface forms stand
/// together), inflections (a form knows its term), beginnings of words and spelling mistakes. Behind each name
/// in the table, which `lexiconName(surface:folded:)` makes of a form, stand its term and a ``FormNote``.
struct Lexicon {
  let index: Index
  /// The forms of each segment.
  let tables: [FrontCodedTable]

  init(_ index: Index) {
    self.index = index
    tables = index.segments.map { FrontCodedTable(bytes: $0.bytes, range: $0.range(.forms)) }
  }

  /// A term of one segment that stands for a typed word.
  struct Match: Hashable {
    var term: TermID
    /// How nearly it does, in 256ths.
    var weight: UInt32
    /// Which of the term's forms is the typed one, a bit each, if it occurs.
    var exactForms: UInt32 = 0
    /// Which of them have the letters of the typed one, accents aside.
    var likeForms: UInt32 = 0
  }

  /// What a word counts for that is of the same stem, or of one that begins alike, in 256ths:
  /// « chiffres » where « chiffrement » was typed.
  private static let nearWeight: UInt32 = 77

  /// Words found in so many sections, and near ones that are, need no help from each other.
  private static let often = 64

  /// The terms of a word: its own first, then those that are near.
  ///
  /// - Complexity: O(log *n*)
  func matches(of word: AnalyzedWord) -> [Match] {
    var found: [Match] = []
    let exact = lexiconName(surface: word.surface[...], folded: word.folded)
    for (segment, forms) in tables.enumerated() {
      var cursor = forms.seek(word.folded)
      while let form = cursor, form.isFolded(as: word.folded) {
        let term = TermID(segment: segment, number: form.term)
        let bit: UInt32 = 1 << Swift.min(31, form.note.place)
        add(term, likeForms: bit, exactForms: form.string == exact ? bit : 0, to: &found)
        forms.advance(&cursor)
      }
    }
    for segment in tables.indices where !found.contains(where: { $0.term.segment == segment }) {
      if let term = term(of: word, in: segment) { add(term, to: &found) }
    }
    if !word.isFiller { for match in found { addNear(match.term, to: &found) } }
    return found
  }

  private func add(
    _ term: TermID, likeForms: UInt32 = 0, exactForms: UInt32 = 0, to found: inout [Match]
  ) {
    if let known = found.firstIndex(where: { $0.term == term }) {
      found[known].likeForms |= likeForms
      found[known].exactForms |= exactForms
    } else {
      found.append(
        Match(
          term: term, weight: Evidence.whole, exactForms: exactForms, likeForms: likeForms))
    }
  }

  private func addNear(_ term: TermID, to found: inout [Match]) {
    let own = index.segments[term.segment].postings(of: term.number)
    guard own.count < Self.often else { return }
    for number in 0..<own.near.count {
      let other = TermID(segment: term.segment, number: term.number + own.near[number])
      guard !found.contains(where: { $0.term == other }),
        index.segments[term.segment].postings(of: other.number).count < Self.often
      else { continue }
      found.append(Match(term: other, weight: Self.nearWeight))
    }
  }

  /// The term of a word that does not occur in this spelling, but in another inflection.
  ///
  /// Such forms begin like the stem, but for its last letter, which may be another before some endings.
  private func term(of word: AnalyzedWord, in segment: Int) -> TermID? {
    let forms = tables[segment]
    guard word.key.count >= 4, !word.isFiller else { return nil }
    let prefix = Array(word.key.dropLast())
    var keys = TermKeys()
    var wanted: [UInt8] = []
    let typed = word.surface
    keys.appendKey(of: typed.span, to: &wanted)
    var key: [UInt8] = []
    var cursor = forms.seek(prefix)
    var left = 2000
    while let form = cursor, form.hasPrefix(prefix), left > 0 {
      left -= 1
      if form.string.count <= 2 * (word.folded.count + 8) {
        key.removeAll(keepingCapacity: true)
        keys.appendKey(of: surface(ofName: form.string).span, to: &key)
        if key == wanted { return TermID(segment: segment, number: form.term) }
      }
      forms.advance(&cursor)
    }
    return nil
  }

  /// A word as it is, or in two where only the two occur: `route53`, `loadbalancer`.
  ///
  /// Letters part from digits wherever they meet, from each other only into words of three or more.
  func pieces(of word: AnalyzedWord) -> [AnalyzedWord] {
    guard word.folded.count >= 4, matches(of: word).isEmpty else { return [word] }
    let digit = word.folded.firstIndex { (0x30...0x39).contains($0) }
    let cuts =
      digit.map { [$0] } ?? Array(3..<Swift.max(3, word.folded.count - 2))
    for cut in cuts where cut >= 2 {
      let pieces = analyzedWords(of: Array(word.folded[..<cut]) + [0x20] + word.folded[cut...])
      if pieces.count == 2, pieces.allSatisfy({ occurs($0.folded) && !$0.isFiller }) {
        return pieces
      }
    }
    return [word]
  }

  /// The forms that are a word but for their accents.
  func spellings(ofFolded folded: [UInt8]) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for forms in tables {
      var cursor = forms.seek(folded)
      while let form = cursor, form.isFolded(as: folded) {
        found.append(surface(ofName: form.string))
        forms.advance(&cursor)
      }
    }
    return found
  }

  /// Whether a word occurs just as it is spelled, accents aside.
  func occurs(_ folded: [UInt8]) -> Bool {
    tables.contains { $0.seek(folded)?.isFolded(as: folded) ?? false }
  }

  /// The terms of the forms that begin with a folded prefix, at most `limit` a segment, and the most frequent forms.
  func matches(
    ofPrefix prefix: [UInt8], limit: Int = 200
  ) -> (matches: [Match], spellings: [[UInt8]]) {
    var found: [Match] = []
    var spellings: [(spelling: [UInt8], frequency: UInt32)] = []
    for (segment, forms) in tables.enumerated() {
      var cursor = forms.seek(prefix)
      var left = limit
      while left > 0, let form = cursor, form.hasPrefix(prefix) {
        add(TermID(segment: segment, number: form.term), to: &found)
        let spelling = surface(ofName: form.string)
        if let known = spellings.firstIndex(where: { $0.spelling == spelling }) {
          spellings[known].frequency = Swift.max(spellings[known].frequency, form.note.frequency)
        } else {
          spellings.append((spelling, form.note.frequency))
        }
        left -= 1
        forms.advance(&cursor)
      }
    }
    // Forms of like frequency stay in the order of the lexicon.
    let best = spellings.inOrder { $0.frequency > $1.frequency }.prefix(3)
    return (found, best.map { $0.spelling })
  }
}
