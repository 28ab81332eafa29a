internal import FrenchText

/// A word of the query in a text.
struct Mark {
  var range: Range<Int>
  /// Which unit or alternative it belongs to.
  var unit: Int
  var weight: UInt32
}

/// Finds the words of a query in a text, in any form that the search would find.
///
/// Words of a phrase or of a synonym of several words are marked only where they stand in order.
struct Marker {
  /// One thing that is marked: a sequence of words, each by its forms.
  private struct Sequence {
    var positions: [Int]
    var unit: Int
    var weight: UInt32
  }

  /// Where a form has its place: in which sequence, and the how-manieth word it is there.
  private struct Role {
    var sequence: Int
    var word: Int
  }

  private var sequences: [Sequence] = []
  /// What each term, by its number, is looked for as.
  private var roles: [(term: TermID, roles: [Role])] = []
  private let lexicon: Lexicon
  private let filter: FormFilter?

  init(_ plan: Plan, index: Index) {
    lexicon = Lexicon(index)
    let isInPieces = index.segments.contains { $0.bytes.pieces != nil }
    filter = isInPieces ? FormFilter(plan, lexicon) : nil
    for (place, unit) in plan.units.enumerated() where unit.occurrence != .mustNot {
      let words = unit.words.filter { $0.width == 1 || unit.words.count == 1 }
      let matches = unit.matches.isEmpty ? words.map { lexicon.matches(of: $0) } : [unit.matches]
      add(words, matches, unit: place, weight: unit.evidence.weight)
    }
    for (place, alternative) in plan.alternatives.enumerated() {
      let weight = UInt64(alternative.evidence.weight) * UInt64(alternative.evidence.share) / 512
      let matches = alternative.words.map { lexicon.matches(of: $0) }
      add(
        alternative.words, matches, unit: plan.units.count + place,
        weight: UInt32(truncatingIfNeeded: weight))
    }
  }

  private mutating func add(
    _ words: [AnalyzedWord], _ matches: [[Lexicon.Match]], unit: Int, weight: UInt32
  ) {
    guard let first = words.first else { return }
    for (word, matches) in matches.enumerated() {
      for match in matches {
        let role = Role(sequence: sequences.count, word: word)
        if let place = roles.firstIndex(where: { $0.term == match.term }) {
          roles[place].roles.append(role)
        } else {
          roles.append((match.term, [role]))
        }
      }
    }
    sequences.append(
      Sequence(
        positions: words.map { $0.position - first.position }, unit: unit,
        weight: weight / UInt32(Swift.max(1, words.count))))
  }

  /// The words of the query in a text, without overlaps, ascending.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - segment: The segment whose lexicon knows the text's words.
  /// - Returns: The marks.
  func marks(in text: [UInt8], segment: Int) -> [Mark] {
    var tokenizer = Tokenizer()
    var found: [(token: Token, roles: [Role])] = []
    var terms = KnownTerms(lexicon.tables[segment], only: filter)
    while let token = tokenizer.next(in: text.span) {
      guard let term = terms.term(of: tokenizer.form),
        let roles = roles.first(where: { $0.term == TermID(segment: segment, number: term) })?.roles
      else { continue }
      found.append((token, roles))
    }
    var marks: [Mark] = []
    for (place, entry) in found.enumerated() {
      let isInside = (marks.last?.range.upperBound ?? 0) > entry.token.range.lowerBound
      guard !isInside else { continue }
      let role = entry.roles.first { isInOrder($0, at: place, in: found) }
      if let role {
        let sequence = sequences[role.sequence]
        marks.append(
          Mark(range: entry.token.range, unit: sequence.unit, weight: sequence.weight))
      }
    }
    return marks
  }

  /// Whether all other words of a sequence stand where they should around a token.
  private func isInOrder(
    _ role: Role, at place: Int, in found: [(token: Token, roles: [Role])]
  ) -> Bool {
    let positions = sequences[role.sequence].positions
    guard positions.count > 1 else { return true }
    let start = found[place].token.position - positions[role.word]
    return positions.indices.allSatisfy { word in
      let wanted = start + positions[word]
      let near = Swift.max(0, place - 24)..<Swift.min(found.count, place + 25)
      return found[near].contains { other in
        other.token.position == wanted
          && other.roles.contains { $0.sequence == role.sequence && $0.word == word }
      }
    }
  }
}
