public import Memory

/// The settings of a planner as numbers of 64 bits.
///
/// | number | what |
/// |---|---|
/// | 0 | the desired retention |
/// | 1 | the longest interval in days |
/// | 2 | when a day begins, in seconds after midnight |
/// | 3 | 1 where intervals are spread |
/// | 4, … | the number of learning steps, then these in seconds |
/// | … | the number of relearning steps, then these in seconds |
/// | … | the 21 parameters of FSRS-6, or nothing for the standard ones |
public enum PlannerRecord {
  /// Reads a planner.
  ///
  /// - Parameters:
  ///   - numbers: The settings; see ``PlannerRecord``.
  ///   - offset: How many seconds local time is ahead of UTC at an instant.
  /// - Returns: The planner; `nil` where a number is out of its bounds.
  public static func planner(
    _ numbers: [Double], offset: @escaping @Sendable (Seconds) -> Seconds
  ) -> Planner? {
    guard numbers.count >= 6 else { return nil }
    var place = 4
    guard let learning = steps(numbers, at: &place), let relearning = steps(numbers, at: &place)
    else { return nil }
    let rest = Array(numbers[place...])
    guard
      let parameters = rest.isEmpty ? FSRSParameters.standard : try? FSRSParameters(rest),
      let scheduler = try? Scheduler(
        parameters: parameters, desiredRetention: numbers[0], learningSteps: learning,
        relearningSteps: relearning, maximumInterval: Int(clamping: whole(numbers[1])))
    else { return nil }
    return Planner(
      scheduler: scheduler,
      calendar: StudyCalendar(cutoff: whole(numbers[2]), offset: offset),
      isFuzzed: numbers[3] != 0)
  }

  private static func steps(_ numbers: [Double], at place: inout Int) -> [Int]? {
    guard place < numbers.count else { return nil }
    let count = Int(clamping: whole(numbers[place]))
    guard count >= 0, count < numbers.count - place else { return nil }
    let steps = numbers[(place + 1)..<(place + 1 + count)].map { Int(clamping: whole($0)) }
    place += 1 + count
    return steps
  }
}
