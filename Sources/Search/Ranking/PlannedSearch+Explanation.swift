extension PlannedSearch {
  /// What a document's score is made of, in the order in which it is added up.
  func explanation(of found: ScoredDocument) -> [ScorePart] {
    var parts: [ScorePart] = []
    let add = { (source: ScorePart.Source, words: [AnalyzedWord], score: UInt32) in
      guard score > 0 else { return }
      parts.append(
        ScorePart(source: source, words: spelled(words), value: Float(score) / ranking.unit))
    }
    for unit in plan.units where unit.occurrence != .mustNot {
      add(.word, unit.words, score(of: unit.evidence, in: found.document))
    }
    for alternative in plan.alternatives {
      add(
        alternative.isSynonym ? .synonym : .spelling, alternative.words,
        score(of: alternative.evidence, in: found.document))
    }
    var note = 0
    add(.note, [], ranker.notes?.score(of: found.document, from: &note) ?? 0)
    let again = rescorer.parts(of: found.document)
    add(.form, [], again.form)
    add(.proximity, [], again.proximity)
    add(.title, [], again.title)
    return parts
  }

  private func score(of evidence: Evidence, in document: UInt32) -> UInt32 {
    var sum: UInt32 = 0
    unsafe withUnsafeTemporaryAllocation(
      of: UInt32.self, capacity: PostingCursor.room
    ) { room in
      guard let start = room.baseAddress else { return }
      for list in evidence.weighedLists {
        var cursor = unsafe PostingCursor(
          list.list, weight: list.weight, room: start)
        sum &+= cursor.score(of: document)
      }
    }
    for found in evidence.weighedSet.documents where found.document == document {
      sum &+= found.score
    }
    return sum
  }
}

private func spelled(_ words: [AnalyzedWord]) -> [UInt8] {
  var text: [UInt8] = []
  for word in words { text += (text.isEmpty ? [] : [0x20]) + word.surface }
  return text
}
