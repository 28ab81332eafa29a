import Memory
import Testing

@Suite struct SchedulerTests {
  @Test(arguments: ReviewSequence.all.indices)
  func schedulesAsPyFSRSDoes(_ index: Int) throws {
    let sequence = ReviewSequence.all[index]
    let scheduler = try sequence.scheduler()
    var state = MemoryState(due: 0)
    for review in sequence.reviews {
      state = scheduler.review(state, rating: review.rating, at: review.at)
      #expect(state.phase == review.phase)
      #expect(state.step == review.step)
      #expect(state.due == review.due)
      #expect(isNear(state.stability, review.stability))
      #expect(isNear(state.difficulty, review.difficulty))
    }
  }

  @Test func roundsHalvesToTheEvenDay() throws {
    var values = FSRSParameters.standard.values
    values.replaceSubrange(0..<4, with: [0.5, 1.5, 2.5, 4.5])
    let scheduler = try Scheduler(parameters: FSRSParameters(values), learningSteps: [])
    let outcomes = scheduler.preview(of: MemoryState(due: 0), at: 0)
    #expect(Rating.allCases.map { outcomes[$0].due / 86400 } == [1, 2, 2, 4])
  }

  @Test func remembersNineTimesInTenAfterAsManyDaysAsTheStabilitySays() {
    var state = Scheduler.standard.review(MemoryState(due: 0), rating: .easy, at: 0)
    state.stability = 8
    let recall = Scheduler.standard.retrievability(of: state, at: 8 * 86400)
    #expect(abs(recall - 0.9) < 1e-12)
    #expect(Scheduler.standard.retrievability(of: state, at: -500) == 1)
    #expect(Scheduler.standard.retrievability(of: MemoryState(due: 0), at: 0) == 0)
  }

  @Test func waitsLongerOnAFirstStepThatWasHard() throws {
    let wait = { (steps: [Int]) in
      try Scheduler(learningSteps: steps).review(MemoryState(due: 0), rating: .hard, at: 0).due
    }
    #expect(try wait([60, 600]) == 330)
    #expect(try wait([900]) == 1350)
  }

  @Test func countsReviewsAndLapses() {
    var state = MemoryState(due: 0)
    for (day, rating) in [Rating.easy, .again, .again, .good, .again].enumerated() {
      state = Scheduler.standard.review(state, rating: rating, at: Seconds(day) * 86400)
    }
    #expect(state.reviews == 5)
    #expect(state.lapses == 2)
  }

  @Test func graduatesFromAStepThatTheSettingsNoLongerHave() {
    var state = Scheduler.standard.review(MemoryState(due: 0), rating: .hard, at: 0)
    state.step = 7
    #expect(Scheduler.standard.review(state, rating: .good, at: 60).phase == .review)
    #expect(Scheduler.standard.review(state, rating: .again, at: 60).step == 0)
  }

  @Test func staysFiniteWithAnyParametersAndAnyTimes() throws {
    for isGreatest in [false, true] {
      let values = (0..<21).map {
        let bounds = FSRSParameters.bounds(of: $0)
        return isGreatest ? bounds.upperBound : bounds.lowerBound
      }
      let scheduler = try Scheduler(parameters: FSRSParameters(values))
      var random = SplitMix64(seed: 3)
      var state = MemoryState(due: 0)
      for _ in 0..<2000 {
        let rating = Rating.allCases[random.next(below: 4)]
        state = scheduler.review(state, rating: rating, at: Seconds(random.next(below: 1 << 31)))
        #expect(state.stability?.isFinite == true)
        #expect((1...10).contains(state.difficulty ?? 0))
      }
    }
  }

  // MARK: - Settings

  @Test func namesTheParameterThatIsOutOfItsBounds() {
    var values = FSRSParameters.standard.values
    values[20] = 0.05
    #expect(throws: SchedulerError.parameter(index: 20, value: 0.05, bounds: 0.1...0.8)) {
      try FSRSParameters(values)
    }
    values[20] = .nan
    #expect(throws: SchedulerError.self) { try FSRSParameters(values) }
    #expect(throws: SchedulerError.parameterCount(19)) {
      try FSRSParameters(Array(values.prefix(19)))
    }
  }

  @Test func refusesSettingsThatNoScheduleCanMeet() {
    #expect(throws: SchedulerError.desiredRetention(1, bounds: Scheduler.desiredRetentions)) {
      try Scheduler(desiredRetention: 1)
    }
    #expect(throws: SchedulerError.maximumInterval(0, bounds: Scheduler.maximumIntervals)) {
      try Scheduler(maximumInterval: 0)
    }
    #expect(throws: SchedulerError.step(-60, bounds: Scheduler.steps)) {
      try Scheduler(relearningSteps: [-60])
    }
  }

  private func isNear(_ number: Double?, _ expected: Double) -> Bool {
    number.map { abs($0 - expected) <= 1e-9 * expected } ?? false
  }
}
