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
  /// a short one: few mistype it, and too many words differ there. Long words that begin with the
  /// second letter are looked for where none with the first is but one mistake away. Of spellings equally near the more
  /// frequent wins.
  ///
  /// - Returns: Spellings with their accents.
  /// - Complexity: O(*n*) in the number of forms that begin nearly like the word.
  func corrections(of word: [UInt8], limit: Int = 3) -> [[UInt8]] {
    guard word.count >= 4, let first = word.first else { return [] }
    let mistakes = word.count < 8 ? 1 : 2
    var candidates = candidates(for: word, mistakes: mistakes, beginningWith: first)
    if word.count >= 8, word[1] != first, !candidates.contains(where: { $0.distance <= 2 }) {
      // The first letter was left out, or changed places with the second.
      candidates += self.candidates(for: word, mistakes: mistakes, beginningWith: word[1])
    }
    return best(of: candidates, limit: limit)
  }

  /// The forms with a first letter that are near a word.
  private func candidates(
    for word: [UInt8], mistakes: Int, beginningWith letter: UInt8
  ) -> [Candidate] {
    tables.flatMap { forms in
      let last = letter < 0xFF ? [letter + 1] : nil
      guard forms.expect(from: [letter], to: last) else { return [Candidate]() }
      let first = forms.place(notLessThan: [letter]) ?? forms.count
      let next = letter < 0xFF ? forms.place(notLessThan: [letter + 1]) : nil
      return candidates(
        for: word, mistakes: mistakes, in: forms,
        among: first..<Swift.max(first, next ?? forms.count))
    }
  }

  /// The forms in a part of a table that are near a word.
  private func candidates(
    for word: [UInt8], mistakes: Int, in forms: FrontCodedTable, among places: Range<Int>
  ) -> [Candidate] {
    var automaton = SpellingAutomaton(word, mistakes: mistakes)
    var candidates: [Candidate] = []
    var cursor = forms.cursor(at: places.lowerBound)
    var isFirst = true
    while cursor.next < places.upperBound, forms.advance(&cursor) {
      let end = cursor.string.firstIndex(of: 0) ?? cursor.string.count
      let shared = isFirst ? 0 : cursor.shared
      isFirst = false
      if let dead = automaton.read(cursor.string[..<end], keeping: shared) {
        // No form that begins like this one up to `dead` is near.
        if dead < end { forms.skip(&cursor, sharing: dead) }
        continue
      }
      let folded = Array(cursor.string[..<end])
      guard let distance = editDistance(word.span, folded.span, limit: mistakes) else { continue }
      candidates.append(
        Candidate(
          spelling: surface(ofName: cursor.string), folded: folded,
          distance: 2 * distance + (folded.first == word.first ? 0 : 1),
          frequency: cursor.note.frequency))
    }
    return candidates
  }

  private func best(of candidates: [Candidate], limit: Int) -> [[UInt8]] {
    let sorted = candidates.inOrder {
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
