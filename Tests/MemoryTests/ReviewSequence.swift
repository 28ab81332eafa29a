import Memory

/// Reviews and what py-fsrs 6.3.2 makes of them without fuzz.
struct ReviewSequence {
  enum Configuration { case standard, strict, loose, short }

  struct Review {
    var rating: Rating
    var at: Seconds
    var phase: MemoryState.Phase?
    var step: Int?
    var stability: Double
    var difficulty: Double
    var due: Seconds

    init(
      _ rating: UInt8, at: Seconds, _ phase: UInt8, _ step: Int?, _ stability: Double,
      _ difficulty: Double, due: Seconds
    ) {
      self.rating = Rating(rawValue: rating) ?? .again
      self.at = at
      self.phase = MemoryState.Phase(rawValue: phase)
      self.step = step
      self.stability = stability
      self.difficulty = difficulty
      self.due = due
    }
  }

  var configuration: Configuration
  var reviews: [Review]

  /// The scheduler that the reviews were made with.
  func scheduler() throws -> Scheduler {
    switch configuration {
    case .standard:
      return .standard
    case .strict:
      return try Scheduler(
        desiredRetention: 0.97, learningSteps: [30, 300, 3600], relearningSteps: [])
    case .loose:
      return try Scheduler(
        desiredRetention: 0.72, learningSteps: [], relearningSteps: [900, 7200],
        maximumInterval: 120)
    case .short:
      var values = FSRSParameters.standard.values
      values.replaceSubrange(0..<4, with: [0.3, 0.5, 1.5, 2.5])
      values.replaceSubrange(19..<21, with: [0.3, 0.35])
      return try Scheduler(parameters: FSRSParameters(values), learningSteps: [])
    }
  }
}
