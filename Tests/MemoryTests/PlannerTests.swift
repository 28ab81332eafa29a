import Testing

@testable import Memory

@Suite struct PlannerTests {
  private let card = Array("reseau/vpc#nat".utf8)
  /// Wednesday, 3 June 2026, 20:00 in Paris.
  private let evening: Seconds = 1_780_509_600
  private var paris: StudyCalendar {
    // Summer time ends on 25 October 2026 at 01:00 UTC, and began on 29 March.
    StudyCalendar { (1_774_746_000..<1_792_890_000).contains($0) ? 7200 : 3600 }
  }

  private func planner(_ scheduler: Scheduler = .standard, isFuzzed: Bool = false) -> Planner {
    Planner(scheduler: scheduler, calendar: paris, isFuzzed: isFuzzed)
  }

  @Test func asksAgainFromFourInTheMorning() {
    let known = planner().review(MemoryState(due: 0), rating: .easy, at: evening, card: card.span)
    #expect(known.due == 1_781_143_200)
    #expect((known.due + 7200) % 86400 == 4 * 3600)
    #expect(paris.day(of: known.due) - paris.day(of: evening) == 8)
    #expect(paris.day(of: known.due - 1) - paris.day(of: evening) == 7)
  }

  @Test func countsTheNightAsTheDayBefore() {
    #expect(paris.day(of: evening) == paris.day(of: evening + 7 * 3600))
    #expect(paris.day(of: evening) + 1 == paris.day(of: evening + 8 * 3600))
  }

  @Test func beginsDaysAtFourOnBothSidesOfATimeChange() {
    for change: Seconds in [1_774_746_000, 1_792_890_000] {
      for day in paris.day(of: change) - 2...paris.day(of: change) + 2 {
        let start = paris.start(of: day)
        #expect(paris.day(of: start) == day)
        #expect(paris.day(of: start - 1) == day - 1)
        #expect((start + paris.offset(start)) % 86400 == 4 * 3600)
      }
    }
  }

  @Test func takesTheNextMorningForALaterDay() {
    let evening = evening
    let known = planner().review(MemoryState(due: 0), rating: .easy, at: evening, card: card.span)
    let morning = planner().preview(of: known, at: evening + 12 * 3600, card: card.span)
    let sameDay = planner().preview(of: known, at: evening + 3600, card: card.span)
    #expect(morning.good.stability != sameDay.good.stability)
    #expect(planner().retrievability(of: known, at: evening + 12 * 3600) < 1)
  }

  @Test func givesEasyMoreDaysThanGoodAndGoodMoreThanHard() throws {
    var random = SplitMix64(seed: 5)
    for maximum in [3, 30, 36500] {
      let scheduler = try Scheduler(learningSteps: [], maximumInterval: maximum)
      let planner = planner(scheduler, isFuzzed: true)
      for round in 0..<100 {
        var state = MemoryState(due: 0)
        var time = evening
        for _ in 0..<12 {
          let name = Array("card \(round)".utf8)
          let outcomes = planner.preview(of: state, at: time, card: name.span)
          if outcomes.hard.phase == .review { #expect(outcomes.hard.due < outcomes.good.due) }
          #expect(outcomes.good.due < outcomes.easy.due)
          #expect(paris.day(of: outcomes.easy.due) - paris.day(of: time) <= maximum)
          #expect(outcomes.hard.due > time)
          state = outcomes[Rating.allCases[random.next(below: 4)]]
          time = state.due + Seconds(random.next(below: 400_000))
        }
      }
    }
  }

  @Test func spreadsCardsOverTheRangeOfFSRS() {
    #expect(Fuzz.range(around: 3, maximum: 36500) == 2...4)
    #expect(Fuzz.range(around: 10, maximum: 36500) == 8...12)
    #expect(Fuzz.range(around: 100, maximum: 36500) == 93...107)
    #expect(Fuzz.range(around: 100, maximum: 100) == 93...100)
    var seen: Set<Int> = []
    for number in 0..<500 {
      let fuzz = Fuzz(card: Array("card \(number)".utf8).span, reviews: 3)
      seen.insert(fuzz.spread(10, maximum: 36500))
      #expect(fuzz.spread(2, maximum: 36500) == 2)
    }
    #expect(seen == Set(8...12))
  }

  @Test func drawsTheSameNumbersOnEveryMachine() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect(Fuzz(card: card.span, reviews: 4).spread(1000, maximum: 36500) == 959)
  }

  @Test func replaysAHistoryToTheStateItLedTo() {
    let planner = planner(isFuzzed: true)
    let history: [(rating: Rating, time: Seconds)] = [
      (.good, evening), (.good, evening + 600), (.again, evening + 400_000),
      (.good, evening + 300_000), (.easy, evening + 2_000_000),
    ]
    var state = MemoryState(due: 0)
    for answer in history {
      state = planner.review(state, rating: answer.rating, at: answer.time, card: card.span)
    }
    #expect(planner.replay(history, card: card.span) == state)
    #expect(state.reviews == 5)
    #expect(planner.replay([], card: card.span, due: 7) == MemoryState(due: 7))
  }

  @Test func takesATimeThatRunsBackwardsForThatOfTheLastReview() {
    let planner = planner()
    let late = planner.replay([(.good, evening), (.good, evening - 9_999_999)], card: card.span)
    let same = planner.replay([(.good, evening), (.good, evening)], card: card.span)
    #expect(late == same)
  }
}
