internal import FrenchText

/// The forms that occur in the notes, in the order of their folded spelling.
///
/// One lexicon serves words typed with or without accents (a folded form and its surface forms stand
/// together), inflections (each form knows its stem, each stem its forms), beginnings of words and
/// spelling mistakes.
struct Lexicon {
  private let index: Index
  private let forms: StringTable
  private let stems: StringTable

  init(_ index: Index) {
    self.index = index
    forms = index.table(.forms)
    stems = index.table(.stems)
  }

  /// A form that stands for a typed word, and how nearly: 1 is the spelling itself.
  struct Match: Hashable {
    var form: FormID
    var weight: Float
  }

  /// All forms of a word: its own spelling first, then other accents, then other inflections.
  ///
  /// - Complexity: O(log *n* + *m*), where *m* is the number of forms found.
  func matches(of word: AnalyzedWord) -> [Match] {
    let exact = forms.index(of: lexiconName(surface: word.surface, folded: word.folded))
    let spelledAlike = forms.indices(withPrefix: word.folded + [0])
    var keys: [Int] = []
    for form in spelledAlike {
      let stem = index.word(.formRecords, form * (Layout.formRecord / 4))
      if !keys.contains(stem) { keys.append(stem) }
    }
    if spelledAlike.isEmpty, let stem = stems.index(of: word.key) { keys.append(stem) }
    var found: [Match] = []
    for form in spelledAlike {
      found.append(Match(form: FormID(rawValue: form), weight: form == exact ? 1 : 0.9))
    }
    for key in keys {
      for form in formsOfStem(key) where !found.contains(where: { $0.form == form }) {
        // « pare » must not find « par », though their stems are alike.
        let spelling = foldedSpelling(of: form)
        if word.isFiller || !isFillerWord(spelling.span) {
          let isInflection = differsInEnding(spelling, word.folded)
          found.append(Match(form: form, weight: isInflection ? 0.7 : derivationWeight))
        }
      }
    }
    return found
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
      if pieces.count == 2, pieces.allSatisfy({ occurs($0) && !$0.isFiller }) { return pieces }
    }
    return [word]
  }

  /// Whether a word occurs just as it is spelled, accents aside.
  private func occurs(_ word: AnalyzedWord) -> Bool {
    !forms.indices(withPrefix: word.folded + [0]).isEmpty
  }

  /// The spellings of some forms, the most frequent first.
  func mostFrequent(of matches: [Match], limit: Int = 3) -> [[UInt8]] {
    let counted = matches.map { ($0.form, index.documentFrequency(of: $0.form)) }
    let sorted = counted.sorted {
      $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.rawValue < $1.0.rawValue
    }
    return sorted.prefix(limit).map { surface(of: $0.0) }
  }

  /// What another word of the same stem counts for: « chiffres » where « chiffrement » was typed.
  private var derivationWeight: Float { 0.2 }

  /// Whether two spellings are alike but for at most two letters at their ends: plural, gender, person.
  private func differsInEnding(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    var common = 0
    while common < left.count, common < right.count, left[common] == right[common] { common += 1 }
    return left.count - common <= 2 && right.count - common <= 2
  }

  /// The forms that begin with a folded prefix, at most `limit`.
  func matches(ofPrefix prefix: [UInt8], limit: Int = 200) -> [Match] {
    forms.indices(withPrefix: prefix).prefix(limit).map {
      let isWhole = forms.location($0).count == prefix.count + 1
      return Match(form: FormID(rawValue: $0), weight: isWhole ? 1 : 0.8)
    }
  }

  /// The folded spellings nearest to one that does not occur, best first.
  ///
  /// One mistake is mended in words of 4 to 7 letters, two in longer ones, and never the first letter of
  /// a short one: few mistype it, and too many words differ there. Of spellings equally near the more
  /// frequent wins.
  ///
  /// - Returns: Spellings with their accents.
  /// - Complexity: O(*n*) in the number of forms.
  func corrections(of word: [UInt8], limit: Int = 3) -> [[UInt8]] {
    guard word.count >= 4 else { return [] }
    let mistakes = word.count < 8 ? 1 : 2
    var candidates: [(spelling: [UInt8], distance: Int, frequency: Int)] = []
    for place in 0..<forms.count {
      let location = forms.location(place)
      guard location.count + mistakes > word.count else { continue }
      let spelling = foldedSpelling(at: location)
      guard abs(spelling.count - word.count) <= 2 * mistakes,
        let distance = editDistance(word.span, spelling.span, limit: mistakes)
      else { continue }
      let frequency = index.documentFrequency(of: FormID(rawValue: place))
      let penalty = spelling.first == word.first ? 0 : 1
      guard penalty == 0 || word.count >= 8 else { continue }
      if let known = candidates.firstIndex(where: { $0.spelling == spelling }) {
        candidates[known].frequency += frequency
      } else {
        candidates.append((spelling, 2 * distance + penalty, frequency))
      }
    }
    candidates.sort {
      if $0.distance != $1.distance { return $0.distance < $1.distance }
      if $0.frequency != $1.frequency { return $0.frequency > $1.frequency }
      return $0.spelling.lexicographicallyPrecedes($1.spelling)
    }
    return candidates.prefix(limit).map { candidate in
      matches(ofPrefix: candidate.spelling + [0]).first.map { surface(of: $0.form) }
        ?? candidate.spelling
    }
  }

  /// The spelling of a form as it is read: with its accents.
  func surface(of form: FormID) -> [UInt8] {
    let name = forms[form.rawValue]
    guard let separator = name.firstIndex(of: 0) else { return name }
    let surface = Array(name[(separator + 1)...])
    return surface.isEmpty ? Array(name[..<separator]) : surface
  }

  private func foldedSpelling(at location: Range<Int>) -> [UInt8] {
    let name = index.bytes.array(location)
    return Array(name[..<(name.firstIndex(of: 0) ?? name.endIndex)])
  }

  private func foldedSpelling(of form: FormID) -> [UInt8] {
    foldedSpelling(at: forms.location(form.rawValue))
  }

  private func formsOfStem(_ stem: Int) -> [FormID] {
    let start = index.word(.stemRecords, 2 * stem)
    let count = Swift.min(index.word(.stemRecords, 2 * stem + 1), forms.count)
    return (start..<start + count).map { FormID(rawValue: index.word(.stemForms, $0)) }
  }
}
