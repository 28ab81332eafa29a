/// The numbers of the ranking; each was chosen on relevance sets in French and English, where it is flat:
/// half or twice as much changes little.
struct Ranking {
  /// Where the frequency of a word saturates: BM25's k₁.
  var saturation: Float = 1.2

  /// The weight of each field, in the order of ``Field``.
  var boosts: InlineArray<4, Float> = [4, 3, 2, 1]

  /// How much a field's length counts: BM25's b.
  var lengthNorm: Float = 0.6

  /// The lengths at which fields count neither more nor less, in words, in the order of ``Field``.
  ///
  /// BM25 takes the means of the collection. With numbers of its own a section counts the same whatever
  /// stands beside it, so that a changed note leaves the rest of an index as it is; nothing is lost by it.
  var pivots: InlineArray<4, Float> = [6, 6, 6, 100]

  /// The number of sections at which a note counts neither more nor less.
  var notePivot: Float = 8

  /// The share of its note's score that a section receives, in 256ths: sections are short, and a note about
  /// the whole query is a better place than one that happens to name it.
  var noteShare: UInt32 = 256

  /// The most that a heading covered by the query adds.
  ///
  /// It is the share of the query that stands in the heading × the share of the heading that is the query.
  /// One word's part of that is in its impacts, the rest is added when the best are looked at again.
  var titleShare: Float = 0.4

  /// What a word adds that stands at the beginning of the text: half of that after ten words.
  var earlyShare: Float = 0.2

  /// What a word adds that stands in the section just as it was typed, in 256ths.
  ///
  /// Without its accents it adds nine tenths of that. Part of it is in proportion to the places where it does.
  var exactShare: UInt32 = 77
  var exactPlacesShare: UInt32 = 51

  /// The most that two neighbouring words of the query add by standing together, in 256ths.
  var proximity: UInt32 = 128

  /// The most that the best place of a section adds, in 256ths: where the words of the query stand around
  /// one of them; a word ten words away counts half.
  var placeShare: UInt32 = 77

  /// Words further apart than this are not neighbours.
  var window: UInt32 = 8

  /// What counts of the noun after « quel » or « combien de », in 256ths: it names the kind of the answer, which
  /// the answer need not.
  var kindShare: UInt32 = 179

  /// How many of the best sections are looked at again: ``PostingList/crowd``.
  var rescored: Int { PostingList.crowd }

  /// What one occurrence in a field counts.
  func weight(of field: Field, length: Int) -> Float {
    let place = field.rawValue
    return boosts[place] / (1 - lengthNorm + lengthNorm * Float(length) / pivots[place])
  }

  /// What a word adds whose first place in the text is so many words from its beginning.
  func earlyShare(_ first: UInt32) -> Float { earlyShare / (1 + Float(first) / 10) }

  /// What the frequencies in a note's sections are multiplied by.
  func noteNorm(sections: Int) -> Float {
    1 / (1 - lengthNorm + lengthNorm * Float(sections) / notePivot)
  }

  /// The weight of a word in ever fewer documents, in 1,024ths: ln(1 + (N − n + ½)/(n + ½)), and the
  /// logarithm of how often it occurs in each: words that come back are what a text is about.
  ///
  /// - Parameters:
  ///   - documents: In how many documents the word occurs.
  ///   - repetition: The sum of ``PostingList/Head/repetition`` over them.
  ///   - total: The number of all documents.
  /// - Returns: At least 1.
  static func weight(_ documents: Int, repetition: Int, of total: Int) -> UInt32 {
    let count = Swift.max(1, Double(documents))
    let rest = Swift.max(0, Double(total) - count) + 0.5
    let repeated = Double(repetition) / count * PostingList.Head.repetitionStep
    // What stands everywhere is still found.
    return Swift.max(
      1, UInt32(1024 * (naturalLogarithm(1 + rest / (count + 0.5)) + repeated) + 0.5))
  }

  /// What a score is divided by to be shown: a word of weight 1 counts 1 at most, and what is added for
  /// heading and beginning.
  var unit: Float { 1024 * fullImpact }

  /// The impact of a word whose frequency is without bounds.
  var fullImpact: Float { Float(Impacts.most) / (1 + titleShare + earlyShare) }
}
