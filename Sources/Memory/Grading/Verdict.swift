/// What a typed answer is worth.
public enum Verdict: Hashable, Sendable {
  /// Right: the same but for case, accents, punctuation, articles.
  case exact
  /// Right, with a typing error that should be shown.
  case typo(Alignment)
  /// Wrong; how it differs from the nearest accepted answer.
  case wrong(Alignment?)

  /// Whether the answer counts.
  public var isRight: Bool {
    if case .wrong = self { false } else { true }
  }

  /// The rating that the answer gives: Good or Again.
  ///
  /// A typing error says nothing of memory, and how easy it was, only the learner can say.
  public var rating: Rating { isRight ? .good : .again }
}

extension Rating {
  /// The rating of a chosen answer: Good at most, because it was only recognised.
  public init(choiceIsRight: Bool) {
    self = choiceIsRight ? .good : .again
  }
}
