/// A card was marked as one to look at again, or no longer is; a row of the log.
public struct CardFlag: Hashable, Sendable {
  /// A number that no other event has, on any machine: 128 bits, in hexadecimal digits.
  public var id: String

  /// The card.
  public var card: String

  /// The note's path below the content folder, as it was then.
  public var path: String

  /// The source line, as it was then, from 1.
  public var line: Int

  /// When, in milliseconds since 1970 in UTC.
  public var time: Int

  /// Whether the mark was set; else it was taken away.
  public var isSet: Bool

  /// Creates a row.
  public init(id: String, card: String, path: String, line: Int, time: Int, isSet: Bool) {
    self.id = id
    self.card = card
    self.path = path
    self.line = line
    self.time = time
    self.isSet = isSet
  }
}

/// The history of a card that no longer exists was given to another one; a row of the log.
///
/// The last row of an orphan counts. An orphan that is joined to itself stands alone again.
public struct CardJoin: Hashable, Sendable {
  /// A number that no other event has, on any machine: 128 bits, in hexadecimal digits.
  public var id: String

  /// The card that no longer exists.
  public var orphan: String

  /// The card that has its history.
  public var card: String

  /// When, in milliseconds since 1970 in UTC.
  public var time: Int

  /// Creates a row.
  public init(id: String, orphan: String, card: String, time: Int) {
    self.id = id
    self.orphan = orphan
    self.card = card
    self.time = time
  }
}

/// All rows of a log, those that were taken back among them.
public struct LogContents: Hashable, Sendable {
  /// Answers, and those taken back.
  public var reviews: [ReviewEvent]

  /// Marks set and taken away.
  public var flags: [CardFlag]

  /// Histories given to other cards.
  public var joins: [CardJoin]

  /// Creates contents.
  public init(reviews: [ReviewEvent] = [], flags: [CardFlag] = [], joins: [CardJoin] = []) {
    self.reviews = reviews
    self.flags = flags
    self.joins = joins
  }

  /// How many rows there are.
  public var count: Int { reviews.count + flags.count + joins.count }

  /// The same rows by time, those of one instant by id: the same for every machine that has them.
  public func sorted() -> LogContents {
    LogContents(
      reviews: reviews.sorted { ($0.time, $0.id) < ($1.time, $1.id) },
      flags: flags.sorted { ($0.time, $0.id) < ($1.time, $1.id) },
      joins: joins.sorted { ($0.time, $0.id) < ($1.time, $1.id) })
  }
}
