extension Index {
  /// Finds the documents in which words stand one after another.
  ///
  /// Each word may stand in any of its forms. A compound in the phrase is left to its parts.
  func matches(
    ofPhrase words: [AnalyzedWord], lexicon: Lexicon, fields: FieldSet, ranking: Ranking
  ) -> TermMatches {
    let parts = words.filter { $0.width == 1 }
    guard let first = parts.first else { return TermMatches() }
    var starts = occurrences(of: lexicon.matches(of: first))
    for part in parts.dropFirst() {
      let distance = part.position - first.position
      let next = occurrences(of: lexicon.matches(of: part))
      starts = common(starts, next, distance: distance)
    }
    var entries: [TermMatches.Entry] = []
    for found in starts {
      let document = DocumentID(found.document)
      let weighed = frequency(of: found.positions, in: document, fields: fields, ranking: ranking)
      if weighed.raw > 0 {
        entries.append(
          TermMatches.Entry(id: found.document, normalized: weighed.normalized, raw: weighed.raw))
      }
    }
    return termMatches(entries, words: Float(parts.count), ranking: ranking)
  }

  private struct Occurrence {
    var document: Int
    var positions: [Int]
  }

  /// Where any of some forms occurs, ascending by document and position.
  private func occurrences(of forms: [Lexicon.Match]) -> [Occurrence] {
    var found: [Occurrence] = []
    for form in forms {
      var cursor = postings(of: form.form)
      while cursor.next() {
        guard cursor.document.rawValue < documentCount else { break }
        found.append(
          Occurrence(document: cursor.document.rawValue, positions: cursor.positions))
      }
    }
    found.sort { $0.document < $1.document }
    var merged: [Occurrence] = []
    for occurrence in found {
      if let last = merged.last, last.document == occurrence.document {
        merged[merged.count - 1].positions.append(contentsOf: occurrence.positions)
        merged[merged.count - 1].positions.sort()
      } else {
        merged.append(occurrence)
      }
    }
    return merged
  }

  /// The starts that have a follower at a distance.
  private func common(
    _ starts: [Occurrence], _ followers: [Occurrence], distance: Int
  ) -> [Occurrence] {
    var result: [Occurrence] = []
    var place = 0
    for start in starts {
      while place < followers.count, followers[place].document < start.document { place += 1 }
      guard place < followers.count, followers[place].document == start.document else { continue }
      let kept = start.positions.filter { followers[place].positions.contains($0 + distance) }
      if !kept.isEmpty { result.append(Occurrence(document: start.document, positions: kept)) }
    }
    return result
  }
}
