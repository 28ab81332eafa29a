extension Scheduler {
  /// When a card returns: in days, or in seconds while it is on its steps.
  enum Wait: Hashable {
    case days(Int)
    case seconds(Int)

    var length: Seconds {
      switch self {
      case .days(let days): Seconds(days) &* 86400
      case .seconds(let seconds): Seconds(seconds)
      }
    }
  }

  /// The memory after an answer, when the days since the last one have been counted.
  ///
  /// - Parameters:
  ///   - state: The memory before it.
  ///   - rating: How the answer went.
  ///   - time: When, in seconds since 1970.
  ///   - days: Whole days since the last review; `nil` for a new card.
  /// - Returns: The memory, due after the wait in blocks of 24 hours, and the wait.
  func review(
    _ state: MemoryState, rating: Rating, at time: Seconds, days: Int?
  ) -> (state: MemoryState, wait: Wait) {
    var next = state
    remember(rating, in: &next, days: days)
    next.reviews += 1
    if state.phase == .review, rating == .again { next.lapses += 1 }
    let wait = move(&next, rating: rating)
    next.due = time + wait.length
    next.lastReview = time
    return (next, wait)
  }

  /// Changes stability and difficulty.
  private func remember(_ rating: Rating, in state: inout MemoryState, days: Int?) {
    guard let stability = state.stability, let difficulty = state.difficulty else {
      state.stability = model.firstStability(rating)
      state.difficulty = model.firstDifficulty(rating)
      return
    }
    if let days, days < 1 {
      state.stability = model.stability(stability, afterSameDay: rating)
    } else {
      state.stability = model.stability(
        stability, difficulty: difficulty,
        retrievability: days.map { model.retrievability(stability: stability, days: $0) } ?? 0,
        after: rating)
    }
    state.difficulty = model.difficulty(difficulty, after: rating)
  }

  /// Moves the card along its steps and says how long it waits.
  private func move(_ state: inout MemoryState, rating: Rating) -> Wait {
    switch state.phase {
    case .learning: return follow(learningSteps, in: &state, rating: rating)
    case .relearning: return follow(relearningSteps, in: &state, rating: rating)
    case .review:
      guard rating == .again, let first = relearningSteps.first else { return graduate(&state) }
      state.phase = .relearning
      state.step = 0
      return .seconds(first)
    }
  }

  private func follow(_ steps: [Int], in state: inout MemoryState, rating: Rating) -> Wait {
    // A card may be on a step that the settings no longer have.
    let step = max(0, state.step ?? 0)
    guard !steps.isEmpty, step < steps.count || rating == .again else { return graduate(&state) }
    switch rating {
    case .again: state.step = 0
    case .hard: return .seconds(hardWait(steps, at: step))
    case .good where step + 1 < steps.count: state.step = step + 1
    case .good, .easy: return graduate(&state)
    }
    return .seconds(steps[state.step ?? 0])
  }

  /// The first step lasts longer when it was hard: half as long again, or half the way to the second.
  private func hardWait(_ steps: [Int], at step: Int) -> Int {
    if step > 0 { return steps[step] }
    return steps.count == 1 ? steps[0] * 3 / 2 : (steps[0] + steps[1]) / 2
  }

  private func graduate(_ state: inout MemoryState) -> Wait {
    state.phase = .review
    state.step = nil
    return .days(model.interval(stability: state.stability ?? 0, maximum: maximumInterval))
  }
}

extension Seconds {
  /// The quotient, rounded down also for negative numbers.
  func flooredQuotient(by divisor: Seconds) -> Seconds {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }
}
