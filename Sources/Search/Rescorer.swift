/// Looks at the best sections again: whether the query's words stand together, and in the heading.
struct Rescorer {
  private let index: Index
  private let plan: Plan
  private let ranking: Ranking

  /// The plain units of the query, whose positions matter.
  private let units: [Plan.Unit]

  init(index: Index, plan: Plan, ranking: Ranking) {
    self.index = index
    self.plan = plan
    self.ranking = ranking
    units = plan.units.filter { $0.isPlain && !$0.matches.documents.isEmpty }
  }

  func rescore(_ hit: inout Hit) {
    let positions = positions(in: hit.document)
    let added = proximity(positions) + titleCoverage(positions, in: hit.document)
    hit.score += index.prior(of: hit.document) * added
  }

  /// What a hit's score is made of.
  func explanation(of hit: Hit, noteShare: Float) -> [ScorePart] {
    var scorer = Scorer(plan, notes: false, saturation: ranking.saturation)
    let score = scorer.score(hit.document.rawValue)
    var parts: [ScorePart] = []
    for (place, unit) in plan.units.enumerated() {
      parts.append(
        ScorePart(source: .word, words: spelled(unit.words), value: score.parts[place]))
    }
    for (place, alternative) in plan.alternatives.enumerated() {
      parts.append(
        ScorePart(
          source: alternative.isSynonym ? .synonym : .spelling, words: spelled(alternative.words),
          value: score.parts[plan.units.count + place]))
    }
    let positions = positions(in: hit.document)
    parts.append(ScorePart(source: .note, words: [], value: noteShare))
    parts.append(ScorePart(source: .proximity, words: [], value: proximity(positions)))
    parts.append(
      ScorePart(source: .title, words: [], value: titleCoverage(positions, in: hit.document)))
    let sum = parts.reduce(0) { $0 + $1.value }
    parts.append(ScorePart(source: .prior, words: [], value: hit.score - sum))
    return parts.filter { abs($0.value) > 1e-5 }
  }

  private func spelled(_ words: [AnalyzedWord]) -> [UInt8] {
    var text: [UInt8] = []
    for word in words { text += (text.isEmpty ? [] : [0x20]) + word.surface }
    return text
  }

  /// The positions of each unit in a document, ascending.
  private func positions(in document: DocumentID) -> [[Int]] {
    units.map { unit in
      var positions: [Int] = []
      for form in unit.forms {
        var cursor = index.postings(of: form.form)
        while cursor.next(), cursor.document <= document {
          if cursor.document == document { positions += cursor.positions }
        }
      }
      return positions.sorted()
    }
  }

  /// For each pair of neighbours in the query: their mean weight, by how near they come.
  private func proximity(_ positions: [[Int]]) -> Float {
    guard units.count > 1 else { return 0 }
    var sum: Float = 0
    for pair in 0..<units.count - 1 {
      let distance = nearest(positions[pair], positions[pair + 1])
      guard distance > 0, distance <= ranking.window else { continue }
      let weight =
        (units[pair].matches.documentWeight + units[pair + 1].matches.documentWeight) / 2
      sum += ranking.proximity * weight / Float(distance)
    }
    return sum
  }

  private func nearest(_ left: [Int], _ right: [Int]) -> Int {
    var best = Int.max
    var place = 0
    for position in left {
      while place < right.count, right[place] < position { place += 1 }
      if place < right.count { best = Swift.min(best, right[place] - position) }
      if place > 0 { best = Swift.min(best, position - right[place - 1]) }
    }
    return best
  }

  /// The share of the query that stands in the heading × the share of the heading that is the query.
  private func titleCoverage(_ positions: [[Int]], in document: DocumentID) -> Float {
    let length = index.length(of: .title, in: document)
    guard length > 0, !units.isEmpty else { return 0 }
    var weight: Float = 0
    var covered = 0
    for (place, unit) in units.enumerated() where (positions[place].first ?? .max) < length {
      weight += unit.matches.documentWeight
      covered += 1
    }
    return ranking.titleCoverage * weight * Swift.min(1, Float(covered) / Float(length))
  }
}
