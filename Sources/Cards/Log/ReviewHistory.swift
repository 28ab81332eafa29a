/// What counts of a log: the answers of each card that were not taken back.
public struct ReviewHistory: Sendable {
  /// The answers of each card, oldest first. Those of an orphan stand under the card that it was joined to.
  public private(set) var reviews: [String: [ReviewEvent]]

  /// Gathers what counts.
  ///
  /// The order in which the rows come does not matter: two machines that have the same rows have the same
  /// history.
  ///
  /// - Complexity: O(*n*) in the number of rows, if each card's come in the order of time.
  public init(_ contents: LogContents) {
    let undone = Set(contents.reviews.lazy.compactMap(\.undoes))
    let joins = JoinTable(contents.joins)
    var places: [String: Int] = [:]
    var lists: [[ReviewEvent]] = []
    for event in contents.reviews where event.kind == .review && !undone.contains(event.id) {
      let card = joins.living(event.card)
      if let place = places[card] {
        lists[place].append(event)
      } else {
        places[card] = lists.count
        lists.append([event])
      }
    }
    reviews = places.mapValues { Self.inOrder(lists[$0]) }
  }

  /// All answers, oldest first.
  public var inOrder: [ReviewEvent] { Self.inOrder(reviews.values.flatMap(\.self)) }

  private static func inOrder(_ events: [ReviewEvent]) -> [ReviewEvent] {
    let isSorted = zip(events, events.dropFirst()).allSatisfy { precedes($0, $1) }
    return isSorted ? events : events.sorted(by: precedes)
  }

  private static func precedes(_ one: ReviewEvent, _ other: ReviewEvent) -> Bool {
    one.time == other.time ? one.id < other.id : one.time < other.time
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
