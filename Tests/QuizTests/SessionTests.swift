import Cards
import Memory
import Quiz
import Testing

@Suite struct SessionTests {
  @Test func asksWhatIsDueBeforeWhatIsNew() {
    var session = Session(
      [card("new"), card("due")], records: ["due": known("due", daysAgo: [400, 390])])
    #expect(session.give(.good, at: morning) == "due")
    #expect(session.give(.good, at: morning) == "new")
  }

  @Test func leavesAloneWhatIsNotDueYet() {
    let records = ["known": known("known", daysAgo: [1])]
    #expect(Session([card("known")], records: records).current == nil)
    #expect(Session([card("known")], records: records) { $0.isAhead = true }.current != nil)
  }

  @Test func bringsBackWhatIsBeingLearnedWithinTheSession() {
    var session = Session([card("a"), card("b")])
    #expect(session.give(.again, at: morning) == "a")
    #expect(session.give(.easy, at: morning + 5) == "b")
    #expect(session.current.map { session.cards[$0].id } == "a")
    #expect(session.remaining == (new: 0, learning: 1, reviews: 0))
  }

  @Test func putsWhatIsDueAgainBeforeAnythingElse() {
    var session = Session([card("a"), card("b"), card("c")])
    #expect(session.give(.again, at: morning) == "a")
    #expect(session.give(.good, at: morning + 120) == "b")
    #expect(session.give(.good, at: morning + 121) == "a")
  }

  @Test func asksNoMoreNewCardsADayThanWanted() {
    let cards = (1...9).map { card("\($0)") }
    var session = Session(cards) { $0.newCards = 3 }
    #expect(session.remaining.new == 3)
    var records: [String: CardRecord] = [:]
    for _ in 0..<2 {
      let place = session.current ?? 0
      _ = session.give(.easy, at: morning)
      records[cards[place].id] = session.records[place]
    }
    let later = Session(cards, records: records, now: morning + 3600) { $0.newCards = 3 }
    #expect(later.remaining.new == 1)
    let tomorrow = Session(cards, records: records, now: morning + 86_400) { $0.newCards = 3 }
    #expect(tomorrow.remaining.new == 3)
  }

  @Test func letsNotesTakeTurnsInWhatIsNew() {
    let cards = ["a1", "a2", "a3", "b1", "b2", "c1"].map { card($0, note: "\($0.first ?? " ").md") }
    var session = Session(cards)
    let asked = (0..<6).compactMap { _ in session.give(.easy, at: morning) }
    #expect(asked == ["a1", "b1", "c1", "a2", "b2", "a3"])
  }

  @Test func goesOnTheNextDayWithTheNotesWhoseTurnItIs() {
    let cards = ["a1", "a2", "b1", "b2", "c1", "c2"].map { card($0, note: "\($0.first ?? " ").md") }
    let records = Dictionary(
      uniqueKeysWithValues: ["a1", "b1"].map { ($0, known($0, daysAgo: [1])) })
    var session = Session(cards, records: records) { $0.newCards = 2 }
    #expect(session.give(.easy, at: morning) == "c1")
    #expect(session.give(.easy, at: morning) == "a2")
  }

  @Test func asksNoMoreReviewsADayThanWanted() {
    let cards = (1...9).map { card("\($0)") }
    let records = Dictionary(
      uniqueKeysWithValues: cards.map { ($0.id, known($0.id, daysAgo: [400, 390])) })
    #expect(Session(cards, records: records) { $0.reviews = 4 }.remaining.reviews == 4)
  }

  @Test func asksOneCardOfAFactADay() {
    let pair = [card("there", fact: "f"), card("back", fact: "f")]
    var session = Session(pair)
    #expect(session.remaining.new == 1)
    let place = session.current ?? 0
    #expect(session.give(.easy, at: morning) == "there")
    #expect(session.current == nil)
    let records = ["there": session.records[place]]
    #expect(Session(pair, records: records, now: morning + 3600).current == nil)
    #expect(Session(pair, records: records, now: morning + 86_400).current == 1)
  }

  @Test func setsAsideWhatIsForgottenTooOften() {
    var record = known("a", daysAgo: [400])
    for day in stride(from: 390, to: 30, by: -40) {
      let time = morning - Seconds(day) * 86_400
      record.add(.again, at: time, to: "a", by: planner)
      record.add(.easy, at: time + 700, to: "a", by: planner)
    }
    #expect(record.lapses == 9)
    let session = Session([card("a"), card("b")], records: ["a": record])
    #expect(session.leeches == [0])
    #expect(session.current == 1)
  }

  @Test func countsAsALeechTheLapseThatIsOneTooMany() {
    let record = known("a", daysAgo: [400, 390])
    var session = Session([card("a")], records: ["a": record]) { $0.leechLapses = 1 }
    #expect(session.give(.again, at: morning) == "a")
    #expect(session.leeches == [0])
    #expect(session.current == nil)
  }

  @Test func takesBackAsManyAnswersAsWanted() {
    let cards = (1...5).map { card("\($0)") }
    var session = Session(cards)
    let before = (session.current, session.remaining, session.records)
    for rating in [Rating.good, .again, .easy, .hard] { _ = session.give(rating, at: morning) }
    var undone: [String] = []
    while session.canUndo {
      if let event = session.undo(now: 0, id: "undo") { undone.append(event.card) }
    }
    #expect(undone == ["4", "3", "2", "1"])
    #expect(session.current == before.0)
    #expect(session.remaining == before.1)
    #expect(session.records == before.2)
    #expect(session.answered == 0)
  }

  @Test func namesTheEventThatAnUndoTakesBack() {
    var session = Session([card("a")])
    let event = session.answer(.good, now: 5, duration: 7, id: "one")
    #expect(
      event == ReviewEvent(id: "one", kind: .review, card: "a", time: 5, rating: .good, duration: 7)
    )
    #expect(session.undo(now: 9, id: "two")?.undoes == "one")
  }

  @Test func schedulesNothingWhenCramming() {
    let records = ["a": known("a", daysAgo: [1])]
    var session = Session([card("a"), card("b")], records: records) { $0.isCram = true }
    #expect(session.remaining.new == 2)
    let first = session.current ?? 0
    #expect(session.answer(.again, now: 0, duration: 0, id: "x") == nil)
    #expect(session.remaining.new == 2)
    #expect(session.intervals(now: morning).isEmpty)
    _ = session.give(.good, at: morning)
    #expect(session.current == first)
    #expect(session.records[0] == records["a"])
  }

  @Test func endsAfterTheWantedNumberOfAnswers() {
    var session = Session((1...9).map { card("\($0)") }) { $0.count = 2 }
    _ = session.give(.good, at: morning)
    _ = session.give(.good, at: morning)
    #expect(session.current == nil)
  }

  @Test func asksInTheSameOrderForTheSameSeed() {
    let cards = (1...30).map { card("\($0)") }
    func order(_ seed: UInt64) -> [Int] {
      var session = Session(cards) {
        $0.isCram = true
        $0.seed = seed
      }
      var order: [Int] = []
      while let current = session.current {
        order.append(current)
        _ = session.give(.good, at: morning)
      }
      return order
    }
    #expect(order(1) == order(1))
    #expect(order(1) != order(2))
    #expect(order(1).sorted() == Array(0..<30))
  }

  @Test func promisesLaterReturnsForBetterAnswers() {
    let session = Session([card("a")], records: ["a": known("a", daysAgo: [400, 390])])
    let intervals = session.intervals(now: morning)
    let order = Rating.allCases.compactMap { intervals[$0] }
    #expect(order.count == 4)
    #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func startsANewDayAtFourInTheMorning() {
    let record = known("a", daysAgo: [0], .easy)
    let due = record.memory?.due ?? 0
    #expect(due % 86_400 == 4 * 3600)
    let cards = [card("a")]
    #expect(Session(cards, records: ["a": record], now: due - 1).current == nil)
    #expect(Session(cards, records: ["a": record], now: due).current == 0)
  }

  @Test func survivesAClockThatWasSetBack() {
    var record = known("a", daysAgo: [0])
    record.add(.good, at: morning - 86_400 * 30, to: "a", by: planner)
    #expect(record.last == morning)
    #expect((record.memory?.due ?? 0) > morning)
  }
}
