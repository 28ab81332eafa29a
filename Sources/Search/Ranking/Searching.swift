/// What a search found.
public struct Results: Sendable {
  /// The best sections, best first.
  public var hits: [Hit] = []

  /// How many sections were found in all, if they were counted.
  public var total = 0

  /// In how many notes they stand, if they were counted.
  public var noteTotal = 0

  /// The definition of the term that the query names, if it names one.
  public var answer: Answer?

  /// Words that do not occur, and what was looked for instead.
  public var corrections: [Correction] = []

  /// The labels of the query that no note has: misspelled, most often.
  public var unmatchedFilters: [Query.Filter] = []

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
    /// Words that stand there just as they were typed.
    case form
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
  ///   - isCounted: Whether to count all that was found; without, most of it need not be looked at.
  /// - Returns: The best sections; of equal ones, the first in reading order.
  /// - Complexity: O(*n*) in the number of postings of the query's words at worst.
  public func search(
    _ query: Query, limit: Int = 10, isExplained: Bool = false, isCounted: Bool = true
  ) -> Results {
    guard !query.isEmpty, noteCount > 0, limit > 0 else { return Results() }
    let ranking = Ranking()
    let plan = Plan(query, index: self, ranking: ranking)
    var results = Results()
    results.corrections = plan.corrections
    results.answer = answer(to: query.name)
    if results.answer == nil, !query.name.isEmpty, !plan.corrections.isEmpty {
      results.answer = answer(to: plan.units.flatMap { $0.words })
    }
    let filter = LabelFilter(query.filters, index: self)
    results.unmatchedFilters = filter.unmatched
    let search = PlannedSearch(plan, filter: filter, index: self, ranking: ranking)
    if isCounted { (results.total, results.noteTotal) = search.count() }
    let best = search.best(limit)
    // Nothing is fetched to show what may not be found once all is there.
    guard !isIncomplete else { return Results() }
    for found in best {
      var hit = Hit(
        document: DocumentID(Int(found.document)), score: Float(found.score) / ranking.unit)
      if isExplained { hit.explanation = search.explanation(of: found) }
      results.hits.append(hit)
    }
    results.plan = plan
    return results
  }
}
