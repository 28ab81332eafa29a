/// What counts of a log: the answers of each card that were not taken back.
public struct ReviewHistory: Sendable {
  /// The answers of each card, oldest first.
  ///
  /// Those of an orphan stand under the card that it was joined to.
  public private(set) var reviews: [String: [ReviewEvent]]

  /// Gathers what counts.
  ///
  /// The order in which the rows come does not matter: two machines that have the same rows have the same
  /// history.
  ///
  /// - Complexity: O(*n*) in the number of rows, if each card's come in the order of time.
  public init(_ contents: LogContents) {
    var draft = HistoryDraft()
    for event in contents.reviews { draft.add(event, place: draft.names.place(event.card)) }
    self.init(draft, joins: contents.joins)
  }

  init(_ draft: consuming HistoryDraft, joins: [CardJoin]) {
    let table = JoinTable(joins)
    reviews = [:]
    reviews.reserveCapacity(draft.lists.count)
    // Names may have been read since of rows that make no sense, and of joins: they have no list.
    for (place, card) in draft.names.texts.prefix(draft.lists.count).enumerated() {
      var list: [ReviewEvent] = []
      swap(&list, &draft.lists[place])
      if !draft.undone.isEmpty { list.removeAll { draft.undone.contains($0.id) } }
      guard !list.isEmpty else { continue }
      let living = table.living(card)
      // The usual case moves the list; only joined cards have two.
      if let other = reviews[living] { list += other }
      reviews[living] = list
    }
    for place in reviews.values.indices { Self.sort(&reviews.values[place]) }
  }

  /// All answers, oldest first.
  public var inOrder: [ReviewEvent] {
    var all = reviews.values.flatMap(\.self)
    Self.sort(&all)
    return all
  }

  private static func sort(_ events: inout [ReviewEvent]) {
    // Most are in order: then nothing is compared but times, and nothing moved.
    let isSorted = events.indices.dropFirst().allSatisfy { events[$0 - 1].time < events[$0].time }
    if !isSorted { events.sort(by: precedes) }
  }

  private static func precedes(_ one: ReviewEvent, _ other: ReviewEvent) -> Bool {
    one.time == other.time ? one.id < other.id : one.time < other.time
  }
}

/// Answers card by card, before what was taken back is left out.
struct HistoryDraft {
  /// The cards.
  var names = LogNameTable()

  /// The answers of each card.
  fileprivate var lists: [[ReviewEvent]] = []

  /// The ids of answers that were taken back.
  fileprivate var undone: Set<String> = []

  /// Adds a row of the card that has a place among the names.
  mutating func add(_ event: consuming ReviewEvent, place: Int) {
    while lists.count < names.texts.count { lists.append([]) }
    if let id = event.undoes { undone.insert(id) }
    if event.kind == .review { lists[place].append(event) }
  }
}

/// Which card has the history of an orphan.
struct JoinTable {
  private var targets: [String: String] = [:]

  init(_ joins: [CardJoin]) {
    guard !joins.isEmpty else { return }
    for join in joins.sorted(by: { ($0.time, $0.id) < ($1.time, $1.id) }) {
      targets[join.orphan] = join.card
    }
  }

  /// The card at the end of the way; where the way goes round in a circle, the card that was asked for.
  func living(_ card: String) -> String {
    guard !targets.isEmpty else { return card }
    var end = card
    var seen: Set<String> = [card]
    while let next = targets[end], next != end {
      guard seen.insert(next).inserted else { return card }
      end = next
    }
    return end
  }
}
