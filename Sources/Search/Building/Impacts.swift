/// Weighs what a term counts in a document, once, when the index is built.
///
/// BM25F (Robertson, Zaragoza, Taylor: "Simple BM25 extension to multiple weighted fields", 2004): the
/// frequencies in all fields are weighed, normalised by the field's length and added before they saturate,
/// so that a word in the heading counts more but not twice. The result, in 0 ..< 1, is kept in ``bits`` bits.
struct Impacts: Sendable {
  /// The bits of an impact: with 8 in their place no relevance set ranks measurably better.
  static let bits = 4
  /// The greatest impact.
  static let most: UInt32 = 15
  /// What words count that say little: the same everywhere.
  static let light: UInt32 = 4

  private let ranking = Ranking()
  /// For each field and each length up to ``tabulated`` the weight of one occurrence.
  private var weights: [Float] = []
  private var noteNorms: [Float] = []
  private static let tabulated = 1024

  init(_ fields: FieldTable, notes: [UInt32], noteCount: Int) {
    for field in Field.allCases {
      weights += (0...Self.tabulated).map { [ranking] in ranking.weight(of: field, length: $0) }
    }
    guard !notes.isEmpty else { return }
    var sections = [Int](repeating: 0, count: noteCount)
    for note in notes { sections[Int(note)] += 1 }
    noteNorms = sections.map { [ranking] in ranking.noteNorm(sections: $0) }
  }

  @inline(__always)
  private func weight(_ field: Int, _ length: UInt32) -> Float {
    length <= UInt32(Self.tabulated)
      ? weights[field &* (Self.tabulated &+ 1) &+ Int(length)]
      : ranking.weight(of: Field.allCases[field], length: Int(length))
  }

  /// What the places of a term in a document say.
  struct Frequency {
    /// The weighted frequency, normalised by the fields' lengths.
    var normalized: Float = 0
    /// The weighted frequency.
    var plain: Float = 0
    var isInTitle = false
    /// The number of the term's first word in the text, from 0.
    var firstInText: UInt32?
  }

  /// Weighs the last of some places, which are those of a term in a document.
  func weigh(
    _ places: [UInt32], from start: Int, lengths: InlineArray<4, UInt32>
  ) -> Frequency {
    var found = Frequency()
    var index = start
    var start: UInt32 = 0
    for field in 0..<4 where lengths[field] > 0 {
      let first = index
      let end = field == 3 ? UInt32.max : start &+ lengths[field] &+ UInt32(Field.gap)
      while index < places.count, places[index] < end { index &+= 1 }
      if index > first {
        let frequency = Float(index &- first)
        found.normalized += frequency * weight(field, lengths[field])
        found.plain += frequency * ranking.boosts[field]
        if field == 0 { found.isInTitle = true }
        if field == 3 { found.firstInText = places[first] &- start }
      }
      start = end
    }
    return found
  }

  /// What a term counts in a document.
  ///
  /// - Parameters:
  ///   - frequency: What its places say.
  ///   - lengths: The lengths of the document's fields.
  ///   - prior: What the document's score is multiplied by.
  /// - Returns: 1…``most``.
  func impact(_ frequency: Frequency, lengths: InlineArray<4, UInt32>, prior: Float) -> UInt32 {
    var share = frequency.normalized / (frequency.normalized + ranking.saturation)
    if frequency.isInTitle { share += ranking.titleShare / Float(lengths[0]) }
    if let first = frequency.firstInText { share += ranking.earlyShare(first) }
    return impact(share: share * prior)
  }

  func impact(ofNote note: Int, _ sum: Float) -> UInt32 {
    let frequency = sum * noteNorms[note]
    return impact(share: frequency / (frequency + ranking.saturation))
  }

  private func impact(share: Float) -> UInt32 {
    guard share > 0 else { return 1 }
    return Swift.max(
      1, Swift.min(Self.most, UInt32(Swift.min(4, share) * ranking.fullImpact + 0.5)))
  }
}
