/// What a search found.
public struct Results: Sendable {
  /// The best sections, best first.
  public var hits: [Hit] = []

  /// How many sections were found in all.
  public var total = 0

  /// In how many notes they stand.
  public var noteTotal = 0

  /// The definition of the term that the query names, if it names one.
  public var answer: Answer?

  /// Words that do not occur, and what was looked for instead.
  public var corrections: [Correction] = []

  /// What snippets mark.
  var plan: Plan?
}

/// One section that was found.
public struct Hit: Sendable {
  /// The section.
  public var document: DocumentID

  /// How well it answers; comparable within one query only.
  public var score: Float

  /// What the score is made of, in the order in which it was added up; empty unless asked for.
  public var explanation: [ScorePart] = []

  /// Creates a hit.
  ///
  /// - Parameters:
  ///   - document: The section.
  ///   - score: How well it answers.
  public init(document: DocumentID, score: Float) {
    self.document = document
    self.score = score
  }
}

/// A part of a score.
public struct ScorePart: Hashable, Sendable {
  /// Where the part comes from.
  public enum Source: Hashable, Sendable {
    /// A word or phrase of the query.
    case word
    /// Another spelling, joined or split.
    case spelling
    /// A synonym: acronym, expansion, translation.
    case synonym
    /// The note around the section.
    case note
    /// Words of the query that stand together.
    case proximity
    /// A heading that is what was asked for.
    case title
    /// What a section loses that asks rather than answers.
    case prior
  }

  /// Where the part comes from.
  public var source: Source

  /// The words concerned, empty where it is the whole query.
  public var words: [UInt8]

  /// What it adds.
  public var value: Float
}

extension Index {
  /// Finds the sections that answer a query best.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - limit: How many sections to return at most.
  ///   - isExplained: Whether each hit tells what its score is made of.
  /// - Returns: The best sections; of equal ones, the first in reading order.
  /// - Complexity: O(*n*) in the number of postings of the query's words.
  public func search(_ query: Query, limit: Int = 10, isExplained: Bool = false) -> Results {
    guard !query.isEmpty, noteCount > 0 else { return Results() }
    let ranking = Ranking()
    let plan = Plan(query, index: self, ranking: ranking)
    var results = Results()
    results.corrections = plan.corrections
    results.answer = answer(to: query.name)
    if results.answer == nil, !query.name.isEmpty, !plan.corrections.isEmpty {
      results.answer = answer(to: plan.units.flatMap { $0.words })
    }
    let filter = LabelFilter(query.filters, index: self, ranking: ranking)
    let noteScores = scoresOfNotes(plan, ranking: ranking)
    var found = candidates(plan, filter: filter, noteScores: noteScores, ranking: ranking)
    results.total = found.count
    results.noteTotal = Set(found.map { note(of: $0.document).rawValue }).count
    found.sort(by: isBetter)
    let rescorer = Rescorer(index: self, plan: plan, ranking: ranking)
    var best = Array(found.prefix(Swift.max(limit, ranking.rescored)))
    for place in best.indices { rescorer.rescore(&best[place]) }
    best.sort(by: isBetter)
    results.hits = Array(best.prefix(Swift.max(0, limit)))
    if isExplained {
      for place in results.hits.indices {
        let note = noteScores[note(of: results.hits[place].document).rawValue]
        results.hits[place].explanation = rescorer.explanation(
          of: results.hits[place], noteShare: ranking.noteShare * note)
      }
    }
    results.plan = plan
    return results
  }

  private func isBetter(_ left: Hit, _ right: Hit) -> Bool {
    left.score != right.score ? left.score > right.score : left.document < right.document
  }

  private func scoresOfNotes(_ plan: Plan, ranking: Ranking) -> [Float] {
    var scores = [Float](repeating: 0, count: noteCount)
    var scorer = Scorer(plan, notes: true, saturation: ranking.saturation)
    for note in scorer.candidates where note < noteCount {
      scores[note] = scorer.score(note).total
    }
    return scores
  }

  /// All sections that the query allows, with their scores before the last look.
  private func candidates(
    _ plan: Plan, filter: LabelFilter, noteScores: [Float], ranking: Ranking
  ) -> [Hit] {
    var scorer = Scorer(plan, notes: false, saturation: ranking.saturation)
    let hasPositive = plan.units.contains { $0.occurrence != .mustNot }
    let ids = hasPositive ? scorer.candidates : Array(0..<documentCount)
    var hits: [Hit] = []
    for id in ids where id < documentCount {
      let score = scorer.score(id)
      let document = DocumentID(id)
      guard isAllowed(score, by: plan), filter.allows(document, in: self) else { continue }
      let note = note(of: document).rawValue
      hits.append(
        Hit(
          document: document,
          score: prior(of: document) * (score.total + ranking.noteShare * noteScores[note])))
    }
    return hits
  }

  private func isAllowed(_ score: Scorer.Score, by plan: Plan) -> Bool {
    var isFound = false
    var asksForSomething = false
    for (place, unit) in plan.units.enumerated() {
      switch unit.occurrence {
      case .must: if !score.matched[place] { return false }
      case .mustNot:
        if score.matched[place] { return false }
        continue
      case .should: break
      }
      asksForSomething = true
      isFound = isFound || score.matched[place]
    }
    return isFound || !asksForSomething
  }
}
