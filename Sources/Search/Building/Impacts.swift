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

  /// The weighted frequency of a term in a document: normalised by the fields' lengths, and plain; and
  /// whether the term stands in the heading.
  func weigh(
    _ places: [UInt32], lengths: InlineArray<4, UInt32>
  ) -> (normalized: Float, plain: Float, isInTitle: Bool) {
    var normalized: Float = 0
    var plain: Float = 0
    var index = 0
    var start: UInt32 = 0
    let isInTitle = lengths[0] > 0 && (places.first ?? .max) < lengths[0]
    for field in 0..<4 where lengths[field] > 0 {
      let first = index
      let end = field == 3 ? UInt32.max : start &+ lengths[field] &+ UInt32(Field.gap)
      while index < places.count, places[index] < end { index &+= 1 }
      start = end
      guard index > first else { continue }
      let frequency = Float(index &- first)
      normalized += frequency * weight(field, lengths[field])
      plain += frequency * ranking.boosts[field]
    }
    return (normalized, plain, isInTitle)
  }

  /// What a term counts in a document.
  ///
  /// - Parameters:
  ///   - frequency: Its weighted frequency.
  ///   - titleLength: The words of the heading if the term is one of them, else 0.
  ///   - prior: What the document's score is multiplied by.
  func impact(_ frequency: Float, titleLength: UInt32 = 0, prior: Float = 1) -> UInt32 {
    var share = frequency / (frequency + ranking.saturation)
    if titleLength > 0 { share += ranking.titleShare / Float(titleLength) }
    share *= prior / (1 + ranking.titleShare)
    guard share > 0 else { return 1 }
    return Swift.max(1, Swift.min(Self.most, UInt32(Swift.min(1, share) * Float(Self.most) + 0.5)))
  }

  func impact(ofNote note: Int, _ sum: Float) -> UInt32 { impact(sum * noteNorms[note]) }
}
