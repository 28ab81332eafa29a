extension Index {
  /// Finds the documents in which words stand one after another.
  ///
  /// Each word may stand in any form of its term. A compound in the phrase is left to its parts; a word
  /// that says little keeps its place, but is not looked at. A document scores what its words score.
  func evidence(
    ofPhrase words: [AnalyzedWord], lexicon: Lexicon, fields: FieldSet
  ) -> Evidence {
    let parts = words.filter { $0.width == 1 }
    var evidence = Evidence()
    let telling = parts.filter { !$0.isLight }
    guard let first = telling.first else {
      return parts.first.map { self.evidence(of: lexicon.matches(of: $0), fields: fields) }
        ?? evidence
    }
    var starts: [PhraseStart] = []
    for (number, part) in telling.enumerated() {
      let matches = lexicon.matches(of: part).filter { $0.weight == Evidence.whole }
      let word = self.evidence(of: matches, fields: .all)
      evidence.weight += word.weight
      let found = positions(of: word)
      starts =
        number == 0
        ? found : common(starts, found, distance: UInt32(part.position - first.position))
    }
    for start in starts {
      let isInFields = start.positions.contains { contains($0, in: start.document, fields) }
      if isInFields {
        evidence.set.documents.append(
          ScoredDocument(document: start.document, score: start.score))
      }
    }
    evidence.noteWeight = evidence.weight
    return evidence
  }

  /// Where a phrase may begin in a document, and what its words score there so far.
  private struct PhraseStart {
    var document: UInt32
    var score: UInt32
    var positions: [UInt32]
  }

  /// Where any of some terms occurs, ascending by document and position.
  private func positions(of word: Evidence) -> [PhraseStart] {
    var found: [PhraseStart] = []
    for list in word.weighedLists {
      forEachDocument(of: list) { document, score, places in
        found.append(PhraseStart(document: document, score: score, positions: places))
      }
    }
    guard word.lists.count > 1 else { return found }
    found = found.inOrder { $0.document < $1.document }
    var merged: [PhraseStart] = []
    for start in found {
      if let last = merged.last, last.document == start.document {
        merged[merged.count - 1].positions = (last.positions + start.positions).inOrder { $0 < $1 }
        merged[merged.count - 1].score &+= start.score
      } else {
        merged.append(start)
      }
    }
    return merged
  }

  /// The starts that have a follower at a distance.
  private func common(
    _ starts: [PhraseStart], _ followers: [PhraseStart], distance: UInt32
  ) -> [PhraseStart] {
    var result: [PhraseStart] = []
    var place = 0
    for start in starts {
      while place < followers.count, followers[place].document < start.document { place += 1 }
      guard place < followers.count, followers[place].document == start.document else { continue }
      let kept = start.positions.filter { followers[place].positions.contains($0 &+ distance) }
      guard !kept.isEmpty else { continue }
      result.append(
        PhraseStart(
          document: start.document, score: start.score &+ followers[place].score, positions: kept))
    }
    return result
  }
}
