/// How well a card was remembered, as the learner says.
public enum Rating: UInt8, Hashable, Sendable, CaseIterable {
  /// Forgotten.
  case again = 1
  /// Remembered with difficulty.
  case hard
  /// Remembered.
  case good
  /// Remembered at once.
  case easy
}
