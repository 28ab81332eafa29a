internal import FrenchText

extension Lexicon {
  /// A form that may have been meant.
  private struct Candidate {
    var spelling: [UInt8]
    var folded: [UInt8]
    var distance: Int
    var frequency: UInt32
  }

  /// The spellings nearest to one that does not occur, best first.
  ///
  /// One mistake is mended in words of 4 to 7 letters, two in longer ones, and never the first letter of
  /// a short one: few mistype it, and too many words differ there. Of spellings equally near the more
  /// frequent wins.
  ///
  /// - Returns: Spellings with their accents.
  /// - Complexity: O(*n*) in the number of forms that begin nearly like the word.
  func corrections(of word: [UInt8], limit: Int = 3) -> [[UInt8]] {
    guard word.count >= 4 else { return [] }
    let mistakes = word.count < 8 ? 1 : 2
    var automaton = SpellingAutomaton(word, mistakes: mistakes)
    var candidates: [Candidate] = []
    var cursor = forms.cursor()
    while forms.advance(&cursor) {
      let name = cursor.string
      let end = name.firstIndex(of: 0) ?? name.count
      guard let dead = automaton.read(name[..<end], keeping: cursor.shared) else {
        let folded = Array(name[..<end])
        let isFirstWrong = folded.first != word.first
        guard word.count >= 8 || !isFirstWrong,
          let distance = editDistance(word.span, folded.span, limit: mistakes)
        else { continue }
        candidates.append(
          Candidate(
            spelling: spelling(name), folded: folded,
            distance: 2 * distance + (isFirstWrong ? 1 : 0), frequency: cursor.numbers[1]))
        continue
      }
      // No form that begins like this one up to `dead` is near: go on behind them all.
      guard dead < end, let next = successor(of: name[..<dead]) else { continue }
      if isFar(next, from: cursor) {
        cursor = forms.cursor(notLessThan: next)
        automaton.restart()
      }
    }
    return best(of: candidates, limit: limit)
  }

  /// Whether looking a prefix up is faster than reading on to it.
  private func isFar(_ key: [UInt8], from cursor: FrontCodedTable.Cursor) -> Bool {
    let block = FrontCodedTable.blockSize
    let ahead = (cursor.next / block + 2) * block
    guard ahead < forms.count else { return false }
    return forms[ahead].lexicographicallyPrecedes(key)
  }

  /// The least string that comes behind all those with a prefix.
  private func successor(of prefix: ArraySlice<UInt8>) -> [UInt8]? {
    var key = Array(prefix)
    while let last = key.popLast() {
      if last < 0xFF { return key + [last + 1] }
    }
    return nil
  }

  private func best(of candidates: [Candidate], limit: Int) -> [[UInt8]] {
    let sorted = candidates.sorted {
      if $0.distance != $1.distance { return $0.distance < $1.distance }
      if $0.frequency != $1.frequency { return $0.frequency > $1.frequency }
      return $0.spelling.lexicographicallyPrecedes($1.spelling)
    }
    var chosen: [Candidate] = []
    for candidate in sorted where !chosen.contains(where: { $0.folded == candidate.folded }) {
      chosen.append(candidate)
      if chosen.count == limit { break }
    }
    return chosen.map { $0.spelling }
  }
}
