import Cards
import Foundation
import Memory
import Quiz
import Search
import Testing

/// The page schedules and grades as the terminal does.
@Suite(.enabled(if: Page.hasNode, "there is no node"))
struct MemoryParityTests {
  private struct State: Decodable, Equatable {
    var phase: Int
    var step: Int?
    var stability: Double?
    var difficulty: Double?
    var due: Double
    var reviews: Int
    var lapses: Int

    init(_ state: MemoryState) {
      (phase, step) = (Int(state.phase.rawValue), state.step)
      (stability, difficulty, due) = (state.stability, state.difficulty, Double(state.due))
      (reviews, lapses) = (state.reviews, state.lapses)
    }
  }

  private struct Answer<Value: Decodable>: Decodable { var answers: [Value] }

  private struct Graded: Decodable {
    var verdict: String
    var steps: [[Int]]?
  }

  private func ask<Value: Decodable>(_ tasks: [Page.Task]) throws -> [Value] {
    var builder = IndexBuilder()
    builder.add(SourceNote(path: Array("a.md".utf8), title: [], documents: []))
    let index = try Index(Bytes(builder.finish()))
    return try JSONDecoder().decode(Answer<Value>.self, from: Page.ask(tasks, index: index)).answers
  }

  @Test func schedulesAsThePlannerDoes() throws {
    var random = SplitMix64(seed: 3)
    let offset = Seconds(TimeZone.current.secondsFromGMT(for: Date(timeIntervalSince1970: 1e9)))
    let planner = Planner(scheduler: .standard, calendar: StudyCalendar { _ in offset })
    var (tasks, expected): ([Page.Task], [State]) = ([], [])
    for card in 0..<40 {
      var time = Seconds(1_000_000_000 + 1000 * card)
      var history: [(rating: Rating, time: Seconds)] = []
      for _ in 0..<1 + random.next(below: 12) {
        history.append((Rating(rawValue: UInt8(1 + random.next(below: 4))) ?? .good, time))
        time += Seconds(60 + random.next(below: 2_000_000))
      }
      let events = history.map { event in
        Page.Value.object([
          "rating": .number(Double(event.rating.rawValue)), "time": .number(Double(event.time)),
        ])
      }
      tasks.append(Page.Task(name: "replay", values: [.text("carte\(card)"), .list(events)]))
      let id = Array("carte\(card)".utf8)
      expected.append(State(planner.replay(history, card: id.span, due: history[0].time)))
    }
    let states: [State] = try ask(tasks)
    // Where clocks change, days do; Node and the tests share one clock.
    if offset == 0 { #expect(states == expected) }
    #expect(states.map(\.stability) == expected.map(\.stability))
  }

  @Test func asksNewCardsInTheOrderOfTheTerminal() throws {
    let notes = [("a.md", ["a1", "a2", "a3"]), ("b.md", ["b1"]), ("c.md", ["c1", "c2"])]
    let known = ["a1", "c1"]
    let now = 1_000_036_800
    let offset = Seconds(TimeZone.current.secondsFromGMT(for: Date(timeIntervalSince1970: 1e9)))
    let planner = Planner(scheduler: .standard, calendar: StudyCalendar { _ in offset })
    let cards = notes.flatMap { path, ids in
      ids.map {
        Card(
          id: $0, kind: .basic, front: $0, back: $0, note: path, section: 0, line: 1,
          pattern: "written", siblings: $0)
      }
    }
    var records: [String: CardRecord] = [:]
    for id in known {
      records[id, default: CardRecord()].add(.easy, at: Seconds(now - 86_400), to: id, by: planner)
    }
    for perDay in [2, 20] {
      var options = SessionOptions()
      options.newCards = perDay
      var session = Session(
        cards, records: records, planner: planner, options: options, now: Seconds(now))
      var expected: [String] = []
      while let current = session.current {
        expected.append(cards[current].id)
        _ = session.answer(.easy, now: now * 1000, duration: 1000, id: "event")
      }
      let values: [Page.Value] = [
        .list(notes.map { .list([.text($0), .list($1.map(Page.Value.text))]) }),
        .list(known.map(Page.Value.text)), .number(Double(perDay)), .number(Double(now)),
      ]
      let asked: [[String]] = try ask([Page.Task(name: "round", values: values)])
      #expect(asked == [expected])
      #expect(expected == Array(["b1", "a2", "c2", "a3"].prefix(perDay)))
    }
  }

  @Test func previewsFourOutcomes() throws {
    let outcomes: [[State]] = try ask([
      Page.Task(name: "preview", values: [.text("carte"), .none, .number(1_000_000_000)])
    ])
    let planner = Planner(scheduler: .standard, calendar: StudyCalendar { _ in 0 })
    let preview = planner.preview(
      of: MemoryState(due: 1_000_000_000), at: 1_000_000_000, card: Array("carte".utf8).span)
    #expect(outcomes[0].map(\.stability) == Rating.allCases.map { preview[$0].stability })
    let due = Rating.allCases.prefix(3).map { Double(preview[$0].due) }
    #expect(outcomes[0].prefix(3).map(\.due) == due)
  }

  @Test func gradesTypedAnswers() throws {
    let grade = { (given: String) in
      Page.Task(
        name: "grade",
        values: [.text(given), .list([.text("Élastique"), .text("EBS")]), .list([])])
    }
    let given = ["elastique", "elastisue", "autre", ""]
    let verdicts: [Graded] = try ask(given.map(grade))
    #expect(verdicts.map(\.verdict) == ["exact", "typo", "wrong", "wrong"])
    #expect(verdicts[1].steps?.filter { $0[0] == 1 } == [[1, 7, 8, 6, 7]])
  }
}
