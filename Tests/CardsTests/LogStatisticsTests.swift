import Memory
import Testing

@testable import Cards

/// A card with what matters here.
func card(
  _ id: String, _ kind: Card.Kind = .basic, front: String = "Question ?", back: String = "Réponse",
  choices: [Card.Choice] = [], category: String = "", service: String? = nil, tags: [String] = []
) -> Card {
  Card(
    id: id, kind: kind, front: front, back: back, accepted: [], choices: choices,
    note: "reseau/vpc.md", section: 0, headings: ["VPC"], line: 1, terms: [], category: category,
    service: service, tags: tags, pattern: "written", siblings: id)
}

@Suite struct LogStatisticsTests {
  /// Noon of 26 October 2026 in Paris, the second day of winter time.
  private let now = 1_793_012_400
  private let hour = 3600

  private func statistics(
    _ events: [ReviewEvent], cards: [Card] = [], due: [String: Int] = [:],
    predicted: @escaping (ReviewEvent) -> Double? = { _ in nil },
    recall: @escaping (String) -> Double? = { _ in nil }
  ) -> Statistics {
    Statistics(
      events: events,
      .init(
        cards: cards, now: now, calendar: LogDayTests.paris, due: due, predicted: predicted,
        recall: recall))
  }

  @Test func countsToday() {
    let today = statistics([
      review(1, "a", .again, at: now - 2 * hour, duration: 3000),
      review(2, "a", .good, at: now - hour, duration: 2000),
      review(3, "b", .easy, at: now - 8 * hour, duration: 1000),
      // Five past three in the night: yesterday.
      review(4, "c", .good, at: now - 9 * hour + 300),
    ]).today
    #expect(today == .init(answers: 3, cards: 2, duration: 6000, forgotten: 1))
    #expect(today.forgottenShare == 1.0 / 3)
    #expect(statistics([]).today.forgottenShare == 0)
  }

  @Test func countsDaysInARowAcrossTheChangeOfClocks() {
    func streak(_ ages: [Int]) -> Statistics.Streak {
      statistics(ages.enumerated().map { review($0 + 1, at: now - $1 * 24 * hour) }).streak
    }
    #expect(streak([]) == .init(current: 0, longest: 0))
    #expect(streak([0, 1, 2, 3]) == .init(current: 4, longest: 4))
    #expect(streak([1, 2]) == .init(current: 2, longest: 2))
    #expect(streak([2, 3, 4]) == .init(current: 0, longest: 3))
    #expect(streak([0, 0, 1, 5, 6, 7, 8]) == .init(current: 2, longest: 4))
  }

  @Test func comparesWhatWasRememberedWithWhatWasExpected() {
    let events = [
      review(1, "a", .good), review(2, "a", .again), review(3, "b", .hard), review(4, "c", .again),
    ]
    let retention = statistics(events, predicted: { $0.card == "c" ? nil : 0.8 }).retention
    #expect(retention.asked == 3 && retention.remembered == 2)
    #expect(retention.actual == 2.0 / 3)
    #expect(abs((retention.predicted ?? 0) - 0.8) < 1e-12)
    #expect(retention.desired == 0.9)
    #expect(statistics([]).retention.actual == nil)
  }

  @Test func foretellsThirtyDays() {
    let cards = ["a", "b", "c", "d", "e", "f"].map { card($0) }
    let due = [
      "a": now - 100 * 24 * hour, "b": now + hour, "c": now + 24 * hour, "d": now + 29 * 24 * hour,
      "e": now + 30 * 24 * hour, "gone": now,
    ]
    let forecast = statistics([], cards: cards, due: due).forecast
    #expect(forecast.count == 30)
    #expect(forecast[0] == 2 && forecast[1] == 1 && forecast[29] == 1)
    #expect(forecast.reduce(0, +) == 4)
  }

  @Test func countsAnswersByDay() {
    let calendar = statistics([
      review(1, at: now), review(2, at: now - hour), review(3, at: now - 24 * hour),
    ]).calendar
    let today = LogDayTests.paris.day(now)
    #expect(calendar == [today: 2, today + -1: 1])
  }

  @Test func saysHowMuchOfAServiceIsKnown() {
    let cards = [
      card("a", category: "Calcul", service: "EC2"), card("b", category: "Calcul", service: "EC2"),
      card("c", category: "Calcul", service: "Lambda"), card("d"),
    ]
    let recall = ["a": 0.9, "c": 0.5]
    let statistics = statistics([], cards: cards, recall: { recall[$0] })
    #expect(
      statistics.services == [
        .init(name: "", cards: 1, known: 0, recalled: 0),
        .init(name: "EC2", cards: 2, known: 1, recalled: 0.9),
        .init(name: "Lambda", cards: 1, known: 1, recalled: 0.5),
      ])
    #expect(statistics.categories.map(\.name) == ["", "Calcul"])
    #expect(statistics.services[1].share == 0.45)
  }
}
