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
    let found = telling.map { part in
      self.evidence(
        of: lexicon.matches(of: part).filter { $0.weight == Evidence.whole }, fields: .all)
    }
    let documents = documents(withAll: found)
    var starts: [PhraseStart] = []
    for (number, part) in telling.enumerated() {
      evidence.weight += found[number].weight
      let found = positions(of: found[number], in: documents)
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

  /// The documents in which each of some words occurs, ascending.
  ///
  /// Those of the rarest word are looked for in the lists of the others.
  private func documents(withAll words: [Evidence]) -> [UInt32] {
    let sorted = words.map { word in (word, word.lists.reduce(0) { $0 + $1.documents.count }) }
      .inOrder { $0.1 < $1.1 }.map { $0.0 }
    var documents: [UInt32] = []
    guard let rarest = sorted.first else { return documents }
    withCursors(of: rarest) { cursors in
      for place in cursors.indices {
        cursors[place].visitAll { document, _ in
          if Int(document) < documentCount { documents.append(document) }
        }
      }
    }
    if rarest.lists.count > 1 {
      documents = documents.inOrder { $0 < $1 }
      var last: UInt32?
      documents.removeAll { document in
        defer { last = document }
        return document == last
      }
    }
    for word in sorted.dropFirst() {
      withCursors(of: word) { cursors in
        documents.removeAll { document in
          for place in cursors.indices where cursors[place].holds(document) { return false }
          return true
        }
      }
    }
    return documents
  }

  /// Where any of a word's terms occurs in some documents, ascending by document and position.
  private func positions(of word: Evidence, in documents: [UInt32]) -> [PhraseStart] {
    var found: [PhraseStart] = []
    found.reserveCapacity(documents.count)
    withCursors(of: word) { cursors in
      for document in documents {
        var start = PhraseStart(document: document, score: 0, positions: [])
        for place in cursors.indices {
          start.score &+= cursors[place].score(of: document)
          _ = cursors[place].read(document, counting: FormSets(), into: &start.positions)
        }
        if cursors.count > 1 { start.positions = start.positions.inOrder { $0 < $1 } }
        found.append(start)
      }
    }
    return found
  }

  /// Lends a cursor for each list of a word.
  private func withCursors(of word: Evidence, _ body: (inout [PostingCursor]) -> Void) {
    let lists = word.weighedLists
    unsafe withUnsafeTemporaryAllocation(
      of: UInt32.self, capacity: Swift.max(1, lists.count * PostingCursor.room)
    ) { room in
      guard let start = room.baseAddress else { return }
      var cursors: [PostingCursor] = []
      for (number, list) in lists.enumerated() {
        let room = unsafe start + number * PostingCursor.room
        cursors.append(unsafe PostingCursor(list.list, weight: list.weight, room: room))
      }
      body(&cursors)
    }
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
