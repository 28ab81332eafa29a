public import Cards
public import Memory

/// One sitting: which card comes next, and what an answer changes.
///
/// Due cards come first, then new ones, in which the notes take turns. Cards that are being learned come back within minutes, before
/// anything else once they are due, and are waited for no longer than ``patience``. Of the cards of one
/// fact only one is asked a day. Nothing is written here: each answer gives an event to be logged.
public struct Session {
  /// The cards of the session, in the order of the notes.
  public let cards: [Card]

  /// What is known of each card.
  public private(set) var records: [CardRecord]

  /// Cards that were forgotten too often to be asked like that: they want to be rewritten.
  public private(set) var leeches: [Int] = []

  /// How many answers were given.
  public private(set) var answered = 0

  /// The card that is asked; `nil` when nothing is left.
  public private(set) var current: Int?

  private let planner: Planner
  private let options: SessionOptions
  private var queue = Queue()
  private var past: [Step] = []

  /// How many seconds a card that is being learned may come too early, when nothing else is left.
  public static let patience: Seconds = 20 * 60

  /// What an answer changed, to be undone.
  private struct Step {
    var card: Int
    var record: CardRecord
    var queue: Queue
    var leeches: [Int]
    var event: String?
  }

  /// Begins a session.
  ///
  /// - Parameters:
  ///   - cards: The cards that may be asked.
  ///   - known: What is known of cards, by their identifiers.
  ///   - planner: What decides when cards return.
  ///   - options: What is asked, and how much.
  ///   - now: Seconds since 1970.
  /// - Complexity: O(*n* log *n*) in the number of cards.
  public init(
    _ cards: [Card], records known: [String: CardRecord], planner: Planner,
    options: SessionOptions, now: Seconds
  ) {
    self.cards = cards
    self.planner = planner
    self.options = options
    records = cards.map { known[$0.id] ?? CardRecord() }
    options.isCram ? fillForCramming() : fill(known: known, now: now)
    advance(now: now)
  }

  // MARK: What comes

  private mutating func fillForCramming() {
    queue.new = shuffled(Array(cards.indices))
  }

  private mutating func fill(known: [String: CardRecord], now: Seconds) {
    let calendar = planner.calendar
    let today = calendar.day(of: now)
    // The calendar is asked only about what is near: it looks each time up in the time zone's table.
    let isToday = { (time: Seconds?) in
      time.map { abs($0 - now) < 3 * 86400 && calendar.day(of: $0) == today } ?? false
    }
    leeches = cards.indices.filter { records[$0].lapses >= options.leechLapses }
    let active = cards.indices.filter { records[$0].lapses < options.leechLapses }
    let newToday = known.values.count { isToday($0.first) }
    let reviewedToday = known.values.count { isToday($0.last) && !isToday($0.first) }
    queue.learning = active.filter { records[$0].memory.map { $0.phase != .review } ?? false }
    sortLearning()
    let end = calendar.start(of: today + 1)
    var reviews = active.filter { isKnown($0) && (options.isAhead || due($0) < end) }
    reviews = shuffled(reviews).enumerated().map { (dueDay($1), $0, $1) }.sorted { $0 < $1 }
      .map(\.2)
    var new = takingTurns().filter {
      records[$0].memory == nil && records[$0].lapses < options.leechLapses
    }
    var asked = Set(active.filter { isToday(records[$0].last) }.map { cards[$0].siblings })
    asked.formUnion(queue.learning.map { cards[$0].siblings })
    keepOne(of: &reviews, asked: &asked, unless: { isToday(records[$0].last) })
    keepOne(of: &new, asked: &asked, unless: { _ in false })
    queue.reviews = Array(reviews.prefix(Swift.max(0, options.reviews - reviewedToday)))
    queue.new = Array(new.prefix(Swift.max(0, options.newCards - newToday)))
  }

  /// Leaves of the cards of each fact only the first.
  private func keepOne(of list: inout [Int], asked: inout Set<String>, unless isSame: (Int) -> Bool)
  {
    list = list.filter { isSame($0) || asked.insert(cards[$0].siblings).inserted }
  }

  private func isKnown(_ card: Int) -> Bool { records[card].memory?.phase == .review }

  private func due(_ card: Int) -> Seconds { records[card].memory?.due ?? 0 }

  private func dueDay(_ card: Int) -> Int { planner.calendar.day(of: due(card)) }

  private func shuffled(_ list: [Int]) -> [Int] {
    list.map { (stableNumber(cards[$0].id, seed: options.seed), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// All cards: the first one of each note, then the second ones, and so on.
  ///
  /// What was asked already keeps its turn, so that the next day goes on with the next notes.
  private func takingTurns() -> [Int] {
    var counts: [String: Int] = [:]
    let turns = cards.map { card in
      let turn = counts[card.note, default: 0]
      counts[card.note] = turn + 1
      return turn
    }
    return cards.indices.map { (turns[$0], $0) }.sorted { $0 < $1 }.map(\.1)
  }

  private mutating func sortLearning() {
    queue.learning = queue.learning.map { (due($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  private mutating func advance(now: Seconds) {
    current = nil
    if let count = options.count, answered >= count { return }
    if let first = queue.learning.first, due(first) <= now { current = first }
    current = current ?? queue.reviews.first ?? queue.new.first
    if current == nil, let first = queue.learning.first, due(first) - now <= Self.patience {
      current = first
    }
  }

  // MARK: Answers

  /// How many cards are left: new, being learned, to be reviewed.
  public var remaining: (new: Int, learning: Int, reviews: Int) {
    (queue.new.count, queue.learning.count, queue.reviews.count)
  }

  /// When a card that is being learned comes back, where that is too late for this session.
  public var nextDue: Seconds? { queue.learning.first.map(due) }

  /// After how many seconds the current card would come back, for each rating.
  ///
  /// - Parameter now: Seconds since 1970.
  /// - Returns: Seconds for each rating; nothing when cramming, where no card comes back.
  public func intervals(now: Seconds) -> [Rating: Seconds] {
    guard let current, !options.isCram else { return [:] }
    var intervals: [Rating: Seconds] = [:]
    for rating in Rating.allCases {
      var record = records[current]
      record.add(rating, at: now, to: cards[current].id, by: planner)
      intervals[rating] = Swift.max(0, (record.memory?.due ?? now) - now)
    }
    return intervals
  }

  /// Takes the answer to the current card.
  ///
  /// - Parameters:
  ///   - rating: How well it was remembered.
  ///   - now: Milliseconds since 1970.
  ///   - duration: How long the answer took, in milliseconds.
  ///   - id: The identifier of the event.
  /// - Returns: What is to be logged; nothing where nothing is scheduled.
  public mutating func answer(
    _ rating: Rating, now: Int, duration: Int, id: String
  ) -> ReviewEvent? {
    guard let card = current else { return nil }
    past.append(
      Step(
        card: card, record: records[card], queue: queue, leeches: leeches,
        event: options.isCram ? nil : id))
    answered += 1
    queue.remove(card)
    defer { advance(now: Seconds(now / 1000)) }
    guard !options.isCram else {
      if rating == .again { queue.new.append(card) }
      return nil
    }
    records[card].add(rating, at: Seconds(now / 1000), to: cards[card].id, by: planner)
    let siblings = cards[card].siblings
    queue.bury { [cards] in cards[$0].siblings == siblings }
    if records[card].lapses >= options.leechLapses {
      leeches.append(card)
    } else if !isKnown(card) {
      queue.learning.append(card)
      sortLearning()
    }
    return ReviewEvent(
      id: id, kind: .review, card: cards[card].id, time: now, rating: rating, duration: duration)
  }

  /// Whether there is an answer to take back.
  public var canUndo: Bool { !past.isEmpty }

  /// Takes the last answer back: its card is asked again.
  ///
  /// - Parameters:
  ///   - now: Milliseconds since 1970.
  ///   - id: The identifier of the event.
  /// - Returns: What is to be logged; nothing where nothing was.
  public mutating func undo(now: Int, id: String) -> ReviewEvent? {
    guard let step = past.popLast() else { return nil }
    records[step.card] = step.record
    queue = step.queue
    leeches = step.leeches
    answered -= 1
    current = step.card
    guard let event = step.event else { return nil }
    return ReviewEvent(
      id: id, kind: .undo, card: cards[step.card].id, time: now, rating: .again, duration: 0,
      undoes: event)
  }
}
