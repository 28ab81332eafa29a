/// A scheduler with what a learner expects of it.
///
/// - A card that waits for days is due when its day begins, not at the hour of the last review; and
///   the days that memory has had to fade are counted so, too.
/// - Intervals are spread (``isFuzzed``), always alike for a card and its number of reviews.
/// - Where Hard, Good and Easy all give days, each gives at least one more than the one before.
public struct Planner: Sendable {
  /// What says how memories grow and fade.
  public var scheduler: Scheduler

  /// When the learner's days begin.
  public var calendar: StudyCalendar

  /// Whether intervals are spread.
  public var isFuzzed: Bool

  /// Creates a planner.
  public init(scheduler: Scheduler, calendar: StudyCalendar, isFuzzed: Bool = true) {
    self.scheduler = scheduler
    self.calendar = calendar
    self.isFuzzed = isFuzzed
  }

  /// What each of the four ratings would make of a card's memory.
  ///
  /// - Parameters:
  ///   - state: The card's memory.
  ///   - time: In seconds since 1970; one before the last review counts as that.
  ///   - card: The bytes of the card's id.
  /// - Returns: The four memories with their `due`.
  /// - Complexity: O(bytes of the id), at most thirteen powers.
  public func preview(of state: MemoryState, at time: Seconds, card: Span<UInt8>) -> Outcomes {
    let time = max(time, state.lastReview ?? time)
    let today = calendar.day(of: time)
    let days = state.lastReview.map { max(0, today - calendar.day(of: $0)) }
    let fuzz = isFuzzed ? Fuzz(card: card, reviews: state.reviews) : nil
    var intervals = Intervals()
    var outcomes = Outcomes { rating in
      let (next, wait) = scheduler.review(state, rating: rating, at: time, days: days)
      if case .days(let days) = wait {
        intervals[rating] = fuzz?.spread(days, maximum: scheduler.maximumInterval) ?? days
      }
      return next
    }
    intervals.separate(maximum: scheduler.maximumInterval)
    let due = { (rating: Rating, state: inout MemoryState) in
      if let days = intervals[rating] { state.due = calendar.start(of: today + days) }
    }
    due(.again, &outcomes.again)
    due(.hard, &outcomes.hard)
    due(.good, &outcomes.good)
    due(.easy, &outcomes.easy)
    return outcomes
  }

  /// The memory of a card after an answer: the outcome of its rating in ``preview(of:at:card:)``.
  public func review(
    _ state: MemoryState, rating: Rating, at time: Seconds, card: Span<UInt8>
  ) -> MemoryState {
    preview(of: state, at: time, card: card)[rating]
  }

  /// The probability that a card is remembered, by the learner's days; 0 for a card never asked.
  public func retrievability(of state: MemoryState, at time: Seconds) -> Double {
    guard let stability = state.stability, let last = state.lastReview else { return 0 }
    let days = calendar.day(of: max(time, last)) - calendar.day(of: last)
    return scheduler.model.retrievability(stability: stability, days: days)
  }

  /// The memory of a card that was answered so.
  ///
  /// - Parameters:
  ///   - history: The answers in the order in which they count; a time before the one that precedes it
  ///     (a clock that was wrong) counts as that.
  ///   - card: The bytes of the card's id.
  ///   - due: When the card may be asked for if it was never answered.
  /// - Returns: The memory after the last answer.
  /// - Complexity: O(answers), some microseconds each.
  public func replay(
    _ history: [(rating: Rating, time: Seconds)], card: Span<UInt8>, due: Seconds = 0
  ) -> MemoryState {
    var state = MemoryState(due: due)
    for answer in history {
      state = review(state, rating: answer.rating, at: answer.time, card: card)
    }
    return state
  }
}
