/// What each rating would make of a card's memory.
public struct Outcomes: Hashable, Sendable {
  /// The memory if the card was forgotten.
  public var again: MemoryState
  /// The memory if it was remembered with difficulty.
  public var hard: MemoryState
  /// The memory if it was remembered.
  public var good: MemoryState
  /// The memory if it was remembered at once.
  public var easy: MemoryState

  init(_ state: (Rating) -> MemoryState) {
    again = state(.again)
    hard = state(.hard)
    good = state(.good)
    easy = state(.easy)
  }

  /// The memory after one of the ratings.
  public subscript(rating: Rating) -> MemoryState {
    switch rating {
    case .again: again
    case .hard: hard
    case .good: good
    case .easy: easy
    }
  }
}
