public import Memory

/// A card's memory as eight numbers of 64 bits, which a page can keep and hand back.
///
/// | number | what |
/// |---|---|
/// | 0 | the phase: 1 learning, 2 review, 3 relearning; 0 for a card that was never asked |
/// | 1 | the step, −1 for none |
/// | 2, 3 | stability in days and difficulty, NaN for none |
/// | 4, 5 | when it is due and when it was asked last, in seconds since 1970; NaN for never |
/// | 6, 7 | how often it was asked, and forgotten after it was known |
public enum StateRecord {
  /// How many numbers a memory takes.
  public static var size: Int { 8 }

  /// Writes a memory.
  ///
  /// - Parameters:
  ///   - state: The memory.
  ///   - numbers: The numbers are appended here.
  public static func append(_ state: MemoryState, to numbers: inout [Double]) {
    numbers.append(Double(state.phase.rawValue))
    numbers.append(state.step.map { Double($0) } ?? -1)
    numbers.append(state.stability ?? .nan)
    numbers.append(state.difficulty ?? .nan)
    numbers.append(Double(state.due))
    numbers.append(state.lastReview.map { Double($0) } ?? .nan)
    numbers.append(Double(state.reviews))
    numbers.append(Double(state.lapses))
  }

  /// Reads a memory.
  ///
  /// - Parameters:
  ///   - numbers: What ``append(_:to:)`` wrote; any numbers make some memory.
  ///   - due: When a card that was never asked may be asked for.
  /// - Returns: The memory.
  public static func state(_ numbers: ArraySlice<Double>, due: Seconds) -> MemoryState {
    var state = MemoryState(due: due)
    let numbers = Array(numbers)
    guard numbers.count == size,
      let phase = MemoryState.Phase(rawValue: UInt8(clamping: whole(numbers[0])))
    else { return state }
    state.phase = phase
    state.step = numbers[1] < 0 ? nil : Int(clamping: whole(numbers[1]))
    state.stability = numbers[2].isFinite ? numbers[2] : nil
    state.difficulty = numbers[3].isFinite ? numbers[3] : nil
    state.due = whole(numbers[4])
    state.lastReview = numbers[5].isFinite ? whole(numbers[5]) : nil
    state.reviews = Int(clamping: whole(numbers[6]))
    state.lapses = Int(clamping: whole(numbers[7]))
    return state
  }
}

/// The whole number that a number is; 0 for none.
func whole(_ number: Double) -> Int64 {
  abs(number) < 9e15 ? Int64(number) : 0
}
