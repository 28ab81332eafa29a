public import Memory

/// How learning goes: numbers made of the log, for a page or a terminal to show.
public struct Statistics: Hashable, Sendable {
  /// What was done today.
  public var today: Today

  /// Days in a row.
  public var streak: Streak

  /// How much was remembered of what should have been.
  public var retention: Retention

  /// How many cards come back on each of the next thirty days, today first; overdue ones count for today.
  public var forecast: [Int]

  /// How many answers were given on each day on which there were any.
  public var calendar: [Day: Int]

  /// How much of each service is known, sorted by name.
  public var services: [Mastery]

  /// How much of each category is known, sorted by name.
  public var categories: [Mastery]

  /// What was done on one day.
  public struct Today: Hashable, Sendable {
    /// How many answers were given.
    public var answers = 0
    /// How many cards were asked.
    public var cards = 0
    /// How long that took, in milliseconds.
    public var duration = 0
    /// How many answers were forgotten.
    public var forgotten = 0

    /// The share of answers that were forgotten, 0 to 1; 0 on a day without answers.
    public var forgottenShare: Double { answers == 0 ? 0 : Double(forgotten) / Double(answers) }
  }

  /// Days in a row on which at least one answer was given.
  public struct Streak: Hashable, Sendable {
    /// Up to today, or up to yesterday while today is still empty.
    public var current: Int
    /// The most there ever were.
    public var longest: Int
  }

  /// What was remembered, beside what was to be expected.
  public struct Retention: Hashable, Sendable {
    /// How many answers are counted.
    public var asked = 0
    /// How many of them were remembered.
    public var remembered = 0
    /// The sum of the probabilities with which they should have been.
    public var expected = 0.0
    /// The share that the settings ask for, 0 to 1.
    public var desired: Double

    /// The share that was remembered; `nil` if nothing was asked.
    public var actual: Double? { asked == 0 ? nil : Double(remembered) / Double(asked) }

    /// The share that was to be expected; `nil` if nothing was asked.
    public var predicted: Double? { asked == 0 ? nil : expected / Double(asked) }
  }

  /// How much of some cards is known.
  public struct Mastery: Hashable, Sendable {
    /// The service or category; empty for cards without one.
    public var name: String
    /// How many cards there are.
    public var cards: Int
    /// How many of them are known: past their first steps.
    public var known: Int
    /// The sum of the probabilities with which those are remembered now.
    public var recalled: Double

    /// The share of all cards that would be remembered now, 0 to 1.
    public var share: Double { cards == 0 ? 0 : recalled / Double(cards) }
  }

  /// What numbers are made of besides the answers.
  public struct Input {
    /// The deck.
    public var cards: [Card]
    /// Now, in seconds since 1970 in UTC.
    public var now: Int
    /// When days begin, where the learner lives.
    public var calendar: StudyCalendar
    /// When each card comes back, in seconds since 1970; of cards never asked there is none.
    public var due: [String: Int]
    /// The share that the settings ask for.
    public var desiredRetention: Double
    /// With which probability an answer should have been remembered; `nil` where it does not count, as on the
    /// first steps.
    public var predicted: (ReviewEvent) -> Double?
    /// With which probability a card is remembered now; `nil` for cards that are not known yet.
    public var recall: (String) -> Double?

    /// Creates an input.
    public init(
      cards: [Card], now: Int, calendar: StudyCalendar, due: [String: Int],
      desiredRetention: Double = 0.9, predicted: @escaping (ReviewEvent) -> Double?,
      recall: @escaping (String) -> Double?
    ) {
      self.cards = cards
      self.now = now
      self.calendar = calendar
      self.due = due
      self.desiredRetention = desiredRetention
      self.predicted = predicted
      self.recall = recall
    }
  }

  /// Counts.
  ///
  /// - Parameters:
  ///   - events: Answers that count, as ``ReviewHistory`` has them, in any order.
  ///   - input: What else is needed.
  /// - Complexity: O(*n*) in the number of answers and cards.
  public init(events: [ReviewEvent], _ input: Input) {
    let now = input.calendar.day(input.now)
    var counts: [Day: Int] = [:]
    var today = Today()
    var askedToday: Set<String> = []
    var retention = Retention(desired: input.desiredRetention)
    for event in events {
      let day = input.calendar.day(milliseconds: event.time)
      counts[day, default: 0] += 1
      retention.count(event, predicted: input.predicted(event))
      guard day == now else { continue }
      today.count(event)
      askedToday.insert(event.card)
    }
    today.cards = askedToday.count
    self.today = today
    self.retention = retention
    calendar = counts
    streak = Streak(days: counts.keys.sorted(), today: now)
    forecast = Self.forecast(input, from: now)
    services = Self.mastery(input) { $0.service ?? "" }
    categories = Self.mastery(input) { $0.category }
  }
}
