/// Says when a card is to be asked again: FSRS-6 as py-fsrs 6.3.2 computes it, without fuzz.
///
///     let scheduler = Scheduler.standard
///     let state = scheduler.review(MemoryState(due: now), rating: .good, at: now)
///
/// Days are blocks of 24 hours here. ``Planner`` adds what a learner expects: days that begin at
/// four in the morning, fuzz, and intervals that grow with the rating.
public struct Scheduler: Hashable, Sendable {
  /// How this learner's memories grow and fade.
  public let parameters: FSRSParameters

  /// The probability of remembering at which a card is asked again.
  public let desiredRetention: Double

  /// The waits of a new card until it is known, in seconds; none: it is known at once.
  public let learningSteps: [Int]

  /// The waits of a forgotten card, in seconds; none: it stays known.
  public let relearningSteps: [Int]

  /// The longest interval, in days.
  public let maximumInterval: Int

  let model: MemoryModel

  /// What the desired retention may be.
  public static var desiredRetentions: ClosedRange<Double> { 0.1...0.999 }

  /// What the longest interval may be, in days.
  public static var maximumIntervals: ClosedRange<Int> { 1...365_000 }

  /// What a step may be: to a year, in seconds.
  public static var steps: ClosedRange<Int> { 1...31_536_000 }

  /// A scheduler with the standard parameters: 90 %, steps of 1 and 10 minutes, 10 minutes.
  public static var standard: Self {
    Self(
      unchecked: .standard, desiredRetention: 0.9, learningSteps: [60, 600],
      relearningSteps: [600], maximumInterval: 36500)
  }

  /// Creates a scheduler from settings.
  ///
  /// - Parameters:
  ///   - parameters: Checked already.
  ///   - desiredRetention: A probability in ``desiredRetentions``.
  ///   - learningSteps: In seconds, each in ``steps``.
  ///   - relearningSteps: In seconds, each in ``steps``.
  ///   - maximumInterval: In days, in ``maximumIntervals``.
  /// - Throws: ``SchedulerError``, with the setting that is out of its bounds.
  /// - Complexity: O(number of steps), and six powers.
  public init(
    parameters: FSRSParameters = .standard, desiredRetention: Double = 0.9,
    learningSteps: [Int] = [60, 600], relearningSteps: [Int] = [600],
    maximumInterval: Int = 36500
  ) throws(SchedulerError) {
    guard Self.desiredRetentions.contains(desiredRetention) else {
      throw .desiredRetention(desiredRetention, bounds: Self.desiredRetentions)
    }
    guard Self.maximumIntervals.contains(maximumInterval) else {
      throw .maximumInterval(maximumInterval, bounds: Self.maximumIntervals)
    }
    for step in learningSteps + relearningSteps where !Self.steps.contains(step) {
      throw .step(step, bounds: Self.steps)
    }
    self.init(
      unchecked: parameters, desiredRetention: desiredRetention, learningSteps: learningSteps,
      relearningSteps: relearningSteps, maximumInterval: maximumInterval)
  }

  private init(
    unchecked parameters: FSRSParameters, desiredRetention: Double, learningSteps: [Int],
    relearningSteps: [Int], maximumInterval: Int
  ) {
    self.parameters = parameters
    self.desiredRetention = desiredRetention
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
    self.maximumInterval = maximumInterval
    model = MemoryModel(parameters, desiredRetention: desiredRetention)
  }
}

// MARK: - Asking

extension Scheduler {
  /// The memory of a card after an answer.
  ///
  /// - Parameters:
  ///   - state: The memory before it.
  ///   - rating: How the answer went.
  ///   - time: When, in seconds since 1970.
  /// - Returns: The memory with `time` as its last review and a new `due`.
  /// - Complexity: O(1), at most four powers.
  public func review(_ state: MemoryState, rating: Rating, at time: Seconds) -> MemoryState {
    review(state, rating: rating, at: time, days: days(since: state.lastReview, to: time)).state
  }

  /// The probability that a card is remembered.
  ///
  /// - Parameters:
  ///   - state: The card's memory.
  ///   - time: In seconds since 1970.
  /// - Returns: From 0 to 1; 0 for a card that was never asked.
  public func retrievability(of state: MemoryState, at time: Seconds) -> Double {
    guard let stability = state.stability, let days = days(since: state.lastReview, to: time)
    else { return 0 }
    return model.retrievability(stability: stability, days: days)
  }

  /// What each of the four ratings would make of a card's memory.
  public func preview(of state: MemoryState, at time: Seconds) -> Outcomes {
    Outcomes { review(state, rating: $0, at: time) }
  }

  /// Whole blocks of 24 hours between two times, rounded down.
  private func days(since last: Seconds?, to time: Seconds) -> Int? {
    last.map { Int((time - $0).flooredQuotient(by: 86400)) }
  }
}
