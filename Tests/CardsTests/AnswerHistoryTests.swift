import Memory
import Testing

@testable import Cards

/// What a quiz reads of a log beside what everything else reads.
@Suite struct AnswerHistoryTests {
  /// The answers of each card that has some.
  private func answers(_ log: ReviewLog) throws -> [String: [AnswerHistory.Answer]] {
    let history = try log.answers()
    return Dictionary(
      uniqueKeysWithValues: history.cards.indices.map { (history.cards[$0], Array(history[$0])) })
  }

  @Test(arguments: 0..<20) func saysTheSameAsTheHistory(seed: UInt64) throws {
    try withLogFolder { folder in
      let log = try ReviewLog(path: folder + "/revues.sqlite")
      var generator = SplitMix64(seed: seed)
      var events: [ReviewEvent] = []
      for _ in 0..<200 {
        // Few cards and few times, so that rows come in disorder and at the same time.
        let card = "carte \(generator.next() % 12)"
        let event = ReviewEvent(
          id: EventID.random(), kind: .review, card: card, time: Int(generator.next() % 40),
          rating: generator.next() % 3 == 0 ? .again : .good, duration: 1)
        try log.append(event)
        events.append(event)
        if generator.next() % 5 == 0 {
          let undone = events[Int(generator.next() % UInt64(events.count))]
          try log.undo(undone, time: 50)
        }
      }
      if seed % 2 == 0 {
        let joins = [("carte 1", "carte 2"), ("carte 2", "carte 3"), ("carte 4", "neuve")]
        for (orphan, card) in joins {
          try log.append(CardJoin(id: EventID.random(), orphan: orphan, card: card, time: 1))
        }
      }
      let expected = try log.history().reviews.mapValues { events in
        events.map { AnswerHistory.Answer(rating: $0.rating, time: $0.time) }
      }
      #expect(try answers(log) == expected)
    }
  }

  @Test func isEmptyForAnEmptyLog() throws {
    try withLogFolder { folder in
      let answers = try ReviewLog(path: folder + "/revues.sqlite").answers()
      #expect(answers.cards.isEmpty)
    }
  }
}
