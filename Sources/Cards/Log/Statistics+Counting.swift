internal import Memory

extension Statistics {
  /// For how many days the forecast is made.
  static let forecastDays = 30

  /// How many cards of the deck come back on each day.
  static func forecast(_ input: Input, from today: Day) -> [Int] {
    var counts = [Int](repeating: 0, count: forecastDays)
    for card in input.cards {
      guard let due = input.due[card.id] else { continue }
      let place = max(0, input.calendar.day(due) - today)
      if place < forecastDays { counts[place] += 1 }
    }
    return counts
  }

  /// How much is known of the cards that have the same name.
  static func mastery(_ input: Input, _ name: (Card) -> String) -> [Mastery] {
    var groups: [String: Mastery] = [:]
    for card in input.cards {
      let name = name(card)
      var group = groups[name] ?? Mastery(name: name, cards: 0, known: 0, recalled: 0)
      group.cards += 1
      if let recall = input.recall(card.id) {
        group.known += 1
        group.recalled += recall
      }
      groups[name] = group
    }
    return groups.values.sorted { $0.name < $1.name }
  }
}

extension Statistics.Today {
  mutating func count(_ event: ReviewEvent) {
    answers += 1
    duration += event.duration
    if event.rating == .again { forgotten += 1 }
  }
}

extension Statistics.Retention {
  mutating func count(_ event: ReviewEvent, predicted: Double?) {
    guard let predicted else { return }
    asked += 1
    expected += predicted
    if event.rating != .again { remembered += 1 }
  }
}

extension Statistics.Streak {
  /// Counts days in a row.
  ///
  /// - Parameters:
  ///   - days: Days with answers, sorted.
  ///   - today: Today.
  init(days: [Day], today: Day) {
    current = 0
    longest = 0
    var length = 0
    var last: Day?
    for day in days where day <= today {
      length = last.map { day - $0 } == 1 ? length + 1 : 1
      longest = max(longest, length)
      last = day
    }
    if let last, today - last <= 1 { current = length }
  }
}
