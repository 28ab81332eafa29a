/// The numbers of the ranking that other search engines have as well, under BM25's names.
public struct RankingNumbers: Hashable, Sendable {
  /// Where the frequency of a word saturates.
  public let k1: Float

  /// How much the length of a field counts.
  public let b: Float

  /// What a word in each field counts.
  public let title: Float
  /// In the defined terms.
  public let terms: Float
  /// In the headings above.
  public let headings: Float
  /// In the text.
  public let text: Float

  /// The numbers in force.
  public static let own: RankingNumbers = {
    let ranking = Ranking()
    return RankingNumbers(
      k1: ranking.saturation, b: ranking.lengthNorm,
      title: ranking.boosts[Field.title.rawValue], terms: ranking.boosts[Field.terms.rawValue],
      headings: ranking.boosts[Field.context.rawValue],
      text: ranking.boosts[Field.text.rawValue])
  }()
}
