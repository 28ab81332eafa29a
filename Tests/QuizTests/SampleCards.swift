import Memory
import Quiz

@testable import Cards

/// A card about nothing much.
func card(_ id: String, fact: String? = nil, note: String = "a.md") -> Card {
  Card(
    id: id, kind: .basic, front: "Question \(id)", back: "Réponse \(id)", accepted: [], choices: [],
    note: note, section: 0, headings: ["A"], line: 1, terms: [], category: "", service: nil,
    tags: [], pattern: "written", siblings: fact ?? id)
}

/// Ten in the morning of a day far from any change of clocks, in UTC.
let morning: Seconds = 1_790_000_000 / 86_400 * 86_400 + 10 * 3600

let planner = Planner(
  scheduler: .standard, calendar: StudyCalendar(offset: { _ in 0 }), isFuzzed: false)

extension Session {
  init(
    _ cards: [Card], records: [String: CardRecord] = [:], now: Seconds = morning,
    _ change: (inout SessionOptions) -> Void = { _ in }
  ) {
    var options = SessionOptions()
    change(&options)
    self.init(cards, records: records, planner: planner, options: options, now: now)
  }

  /// Answers the current card and gives its identifier.
  mutating func give(_ rating: Rating, at time: Seconds) -> String? {
    let id = current.map { cards[$0].id }
    _ = answer(rating, now: Int(time) * 1000, duration: 1000, id: "event")
    return id
  }
}

/// The record of a card that was reviewed some days ago, each time well remembered.
func known(_ id: String, daysAgo days: [Int], _ rating: Rating = .easy) -> CardRecord {
  var record = CardRecord()
  for day in days { record.add(rating, at: morning - Seconds(day) * 86_400, to: id, by: planner) }
  return record
}
