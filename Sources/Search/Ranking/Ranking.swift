/// The numbers of the ranking; each was chosen on relevance sets in French and English.
struct Ranking {
  /// Where the frequency of a word saturates: BM25's k₁.
  var saturation: Float = 1.2

  /// The weight of each field, in the order of ``Field``.
  var boosts: InlineArray<4, Float> = [4, 3, 2, 1]

  /// How much a field's length counts, in the order of ``Field``: BM25's b.
  var lengthNorms: InlineArray<4, Float> = [0.3, 0.3, 0.3, 0.6]

  /// The lengths at which fields count neither more nor less, in words, in the order of ``Field``.
  ///
  /// BM25 takes the means of the collection. With numbers of its own a section counts the same whatever
  /// stands beside it, so that a changed note leaves the rest of an index as it is.
  var pivots: InlineArray<4, Float> = [6, 6, 6, 100]

  /// The number of sections at which a note counts neither more nor less.
  var notePivot: Float = 8

  /// The share of its note's score that a section receives, in 256ths: sections are short, and a note about
  /// the whole query is a better place than one that happens to name it.
  var noteShare: UInt32 = 256

  /// The most that two neighbouring words of the query add by standing together, in 256ths.
  var proximity: UInt32 = 77

  /// Words further apart than this are not neighbours.
  var window: UInt32 = 6

  /// The most that a heading covered by the query adds: the share of the query that stands in the heading ×
  /// the share of the heading that is the query. One word's part of that is in its impacts, the rest is
  /// added when the best are looked at again.
  var titleShare: Float = 0.2

  /// How many of the best sections are looked at again for proximity and headings.
  var rescored = 30

  /// What one occurrence in a field counts.
  func weight(of field: Field, length: Int) -> Float {
    let place = field.rawValue
    let norm = lengthNorms[place]
    return boosts[place] / (1 - norm + norm * Float(length) / pivots[place])
  }

  /// What the frequencies in a note's sections are multiplied by.
  func noteNorm(sections: Int) -> Float {
    let norm = lengthNorms[Field.text.rawValue]
    return 1 / (1 - norm + norm * Float(sections) / notePivot)
  }

  /// The weight of a word in ever fewer documents, in 1,024ths: ln(1 + (N − n + ½)/(n + ½)).
  static func weight(_ documents: Int, of total: Int) -> UInt32 {
    let rest = Swift.max(0, Double(total) - Double(documents)) + 0.5
    return UInt32(1024 * naturalLogarithm(1 + rest / (Double(documents) + 0.5)) + 0.5)
  }

  /// What a score is divided by to be shown: a word of inverse document frequency 1 counts 1 at most, and
  /// ``titleShare`` more in a heading of its own.
  var unit: Float { 1024 * fullImpact }

  /// The impact of a word whose frequency is without bounds.
  var fullImpact: Float { Float(Impacts.most) / (1 + titleShare) }
}
