/// Scores documents, or notes, by what a plan found, in ascending order of their numbers.
///
/// The score of a unit is its weight × f / (f + k1), f being its weighted frequency. An alternative
/// counts where it occurs: a spelling as the better of itself and its units, a synonym
/// besides them, by its weight and never for more than what was typed.
struct Scorer {
  /// One list of matches and where reading it has come to.
  private struct Column {
    var entries: [TermMatches.Entry]
    var weight: Float
    var place = 0

    mutating func frequency(at id: Int) -> Float {
      while place < entries.count, entries[place].id < id { place += 1 }
      return place < entries.count && entries[place].id == id ? entries[place].normalized : 0
    }
  }

  private let plan: Plan
  private let saturation: Float
  private var columns: [Column] = []
  private var scores: [Float]

  /// The numbers in which any unit or alternative occurs, ascending.
  let candidates: [Int]

  /// Prepares to score what a plan found.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - notes: Whether to score notes instead of documents.
  ///   - saturation: Where the frequency of a word saturates.
  init(_ plan: Plan, notes: Bool, saturation: Float) {
    self.plan = plan
    self.saturation = saturation
    for matches in plan.units.map({ $0.matches }) + plan.alternatives.map({ $0.matches }) {
      columns.append(
        notes
          ? Column(entries: matches.notes, weight: matches.noteWeight)
          : Column(entries: matches.documents, weight: matches.documentWeight))
    }
    scores = [Float](repeating: 0, count: columns.count)
    var ids: [Int] = []
    for column in columns { for entry in column.entries { ids.append(entry.id) } }
    ids.sort()
    var distinct: [Int] = []
    for id in ids where distinct.last != id { distinct.append(id) }
    candidates = distinct
  }

  /// What one document or note scored.
  struct Score {
    var total: Float = 0
    /// The score of each unit and, behind them, of each alternative.
    var parts: [Float] = []
    /// The units that occur, themselves or by an alternative.
    var matched: [Bool] = []
  }

  /// Scores one number.
  ///
  /// - Parameter id: A number not less than the one before.
  /// - Returns: The score and its parts.
  mutating func score(_ id: Int) -> Score {
    for place in columns.indices {
      let frequency = columns[place].frequency(at: id)
      scores[place] = columns[place].weight * frequency / (frequency + saturation)
    }
    var result = Score()
    for (place, unit) in plan.units.enumerated() {
      let part = unit.occurrence == .mustNot ? 0 : scores[place]
      result.parts.append(part)
      result.matched.append(scores[place] > 0)
      result.total += part
    }
    for (number, alternative) in plan.alternatives.enumerated() {
      let place = plan.units.count + number
      var part: Float = 0
      if scores[place] > 0 {
        part = weight(of: alternative, at: place) * scores[place]
        if !alternative.isSynonym {
          part = Swift.max(0, part - result.parts[alternative.span].reduce(0, +))
        }
        for unit in alternative.span { result.matched[unit] = true }
      }
      result.parts.append(part)
      result.total += part
    }
    return result
  }

  /// What an alternative of many or rare words may count for: no more than what was typed.
  ///
  /// Without this, « pare-feu » would outrank « firewall » itself, having two words to score with. Where
  /// a typed word occurs nowhere, nothing can be outranked: the synonym stands for the name.
  private func weight(of alternative: Plan.Alternative, at place: Int) -> Float {
    guard alternative.isSynonym, columns[alternative.span].allSatisfy({ !$0.entries.isEmpty })
    else {
      return 1
    }
    let typed = columns[alternative.span].reduce(0) { $0 + $1.weight }
    let other = columns[place].weight
    return alternative.weight * (other > typed ? typed / other : 1)
  }
}
