internal import Memory

/// The history as a file that other machines, and the quiz of the site, read and write.
///
/// One JSON object in UTF-8:
///
///     {"format": "awsnotes-reviews", "version": 1, "deck": "Notes AWS", "events": [
///     {"id": "…", "kind": "review", "card": "…", "time": 1763719200000, "rating": 3, "duration": 4200},
///     {"id": "…", "kind": "undo", "card": "…", "time": 1763719205000, "rating": 3, "duration": 0, "undoes": "…"},
///     {"id": "…", "kind": "flag", "card": "…", "time": 1763719210000, "path": "reseau/vpc.md", "line": 14},
///     {"id": "…", "kind": "unflag", "card": "…", "time": 1763719220000, "path": "reseau/vpc.md", "line": 14},
///     {"id": "…", "kind": "join", "card": "…", "time": 1763719230000, "to": "…"}
///     ]}
///
/// - `id`: 32 hexadecimal digits, chosen at random for each event; `undoes` is the `id` of a review.
/// - `card`: the card; of a `join` the card that no longer exists, `to` being the one that has its history.
/// - `time`: milliseconds since 1970 in UTC.
/// - `rating`: 1 forgotten, 2 hard, 3 good, 4 easy. `duration`: milliseconds, 0 if it is left out.
///
/// Events may come in any order; they are written by time, those of one instant by id. They are told apart by
/// `id`: a file that is read twice adds nothing. Members that are not known are passed over.
public struct Exchange: Hashable, Sendable {
  /// The name of the deck, for people.
  public var deck: String

  /// All rows of a log.
  public var contents: LogContents

  /// Creates what is to be written.
  public init(deck: String, contents: LogContents) {
    self.deck = deck
    self.contents = contents
  }

  static let format = "awsnotes-reviews"
  static let version = 1
}

/// Why a file of reviews cannot be read.
public enum ExchangeError: Error, Hashable, Sendable {
  /// The text is no JSON from this line on.
  case syntax(line: Int)
  /// It is JSON, but no history of ours.
  case notAHistory
  /// A newer awsnotes wrote it; this is its version.
  case newer(version: Int)
  /// An event, counted from 1, lacks a member, or the member makes no sense.
  case event(number: Int, member: String)
}

// MARK: - Writing

extension Exchange {
  /// The file, the same bytes for the same rows.
  ///
  /// - Complexity: O(*n* log *n*) in the number of rows.
  public var json: String {
    let sorted = contents.sorted()
    var lines = sorted.reviews.map { ($0.time, $0.id, Self.line($0)) }
    lines += sorted.flags.map { ($0.time, $0.id, Self.line($0)) }
    lines += sorted.joins.map { ($0.time, $0.id, Self.line($0)) }
    lines.sort { ($0.0, $0.1) < ($1.0, $1.1) }
    let head = "\"format\": \"\(Self.format)\", \"version\": \(Self.version)"
    let events = lines.map(\.2).joined(separator: ",\n")
    return "{\(head), \"deck\": \(JSONValue.quoted(deck)), \"events\": [\n\(events)\n]}\n"
  }

  private static func line(_ event: ReviewEvent) -> String {
    let undoes = event.undoes.map { ", \"undoes\": \"\($0)\"" } ?? ""
    return head(event.id, event.kind.rawValue, event.card, event.time)
      + ", \"rating\": \(event.rating.rawValue), \"duration\": \(event.duration)\(undoes)}"
  }

  private static func line(_ flag: CardFlag) -> String {
    head(flag.id, flag.isSet ? "flag" : "unflag", flag.card, flag.time)
      + ", \"path\": \(JSONValue.quoted(flag.path)), \"line\": \(flag.line)}"
  }

  private static func line(_ join: CardJoin) -> String {
    head(join.id, "join", join.orphan, join.time) + ", \"to\": \(JSONValue.quoted(join.card))}"
  }

  private static func head(_ id: String, _ kind: String, _ card: String, _ time: Int) -> String {
    let card = JSONValue.quoted(card)
    return "{\"id\": \"\(id)\", \"kind\": \"\(kind)\", \"card\": \(card), \"time\": \(time)"
  }
}

// MARK: - Reading

extension Exchange {
  /// Reads a file.
  ///
  /// - Parameter bytes: The file.
  /// - Throws: ``ExchangeError``.
  /// - Complexity: O(*n*) in the size of the file.
  public init(json bytes: [UInt8]) throws(ExchangeError) {
    let value: JSONValue
    do throws(JSONError) { value = try JSONReader.value(bytes) } catch {
      throw .syntax(line: error.line)
    }
    guard value["format"]?.text == Self.format, let version = value["version"]?.integer,
      version >= 1, let events = value["events"]?.array
    else { throw .notAHistory }
    guard version <= Self.version else { throw .newer(version: version) }
    self.init(deck: value["deck"]?.text ?? "", contents: LogContents())
    for (place, event) in events.enumerated() {
      try read(EventReader(event: event, number: place + 1))
    }
  }

  private mutating func read(_ event: EventReader) throws(ExchangeError) {
    switch try event.text("kind") {
    case "review", "undo": contents.reviews.append(try event.review())
    case "flag": contents.flags.append(try event.flag(isSet: true))
    case "unflag": contents.flags.append(try event.flag(isSet: false))
    case "join": contents.joins.append(try event.join())
    default: throw .event(number: event.number, member: "kind")
    }
  }
}

/// One event of a file.
private struct EventReader {
  let event: JSONValue
  let number: Int

  func error(_ member: String) -> ExchangeError { .event(number: number, member: member) }

  func text(_ member: String) throws(ExchangeError) -> String {
    guard let text = event[member]?.text else { throw error(member) }
    return text
  }

  func integer(_ member: String, from least: Int = 0) throws(ExchangeError) -> Int {
    guard let integer = event[member]?.integer, integer >= least else { throw error(member) }
    return integer
  }

  /// A moment in milliseconds since 1970, of a year of four digits.
  func time() throws(ExchangeError) -> Int {
    let time = try integer("time")
    guard time < 253_402_300_800_000 else { throw error("time") }
    return time
  }

  func id(_ member: String) throws(ExchangeError) -> String {
    guard let bytes = EventID.bytes(try text(member)) else { throw error(member) }
    return EventID.text(bytes)
  }

  func review() throws(ExchangeError) -> ReviewEvent {
    let kind: ReviewEvent.Kind = try text("kind") == "undo" ? .undo : .review
    guard let rating = Rating(rawValue: UInt8(clamping: try integer("rating"))) else {
      throw error("rating")
    }
    return ReviewEvent(
      id: try id("id"), kind: kind, card: try text("card"), time: try time(),
      rating: rating, duration: event["duration"] == nil ? 0 : try integer("duration"),
      undoes: kind == .undo ? try id("undoes") : nil)
  }

  func flag(isSet: Bool) throws(ExchangeError) -> CardFlag {
    CardFlag(
      id: try id("id"), card: try text("card"), path: try text("path"), line: try integer("line"),
      time: try time(), isSet: isSet)
  }

  func join() throws(ExchangeError) -> CardJoin {
    CardJoin(
      id: try id("id"), orphan: try text("card"), card: try text("to"), time: try time())
  }
}
