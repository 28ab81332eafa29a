internal import Memory

/// A value that is a row of one of the log's tables.
protocol LogRow {
  /// Adds a row; one whose id is there already is left as it is.
  static var insertion: String { get }

  /// The columns that ``init(_:names:)`` reads.
  static var columns: String { get }

  /// How many columns these are.
  static var width: Int32 { get }

  /// The table.
  static var table: String { get }

  /// What ``insertion`` takes; `nil` if the value makes no sense.
  var values: [SQLValue]? { get }

  /// Reads a row; `nil` if it makes no sense.
  init?(_ row: borrowing Statement, names: inout NameTable)
}

extension LogRow {
  /// What gives the rows of the table; which ones may follow.
  static func selection(_ more: String = "") -> String { "SELECT \(columns)\(more) FROM \(table)" }
}

extension ReviewEvent: LogRow {
  static let insertion = """
    INSERT INTO review (id, kind, card, time, rating, duration, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO NOTHING
    """

  static let table = "review"
  static let columns = "id, undoes, card, time, rating, duration"
  static let width: Int32 = 6

  var values: [SQLValue]? {
    guard let bytes = EventID.bytes(id), (kind == .undo) == (undoes != nil) else { return nil }
    var undone = SQLValue.null
    if let undoes {
      guard let bytes = EventID.bytes(undoes) else { return nil }
      undone = .blob(bytes)
    }
    return [
      .blob(bytes), .text(kind.rawValue), .text(card), .integer(time),
      .integer(Int(rating.rawValue)), .integer(duration), undone,
    ]
  }

  init?(_ row: borrowing Statement, names: inout NameTable) {
    self.init(row, card: names.text(row, 2))
  }

  /// Reads a row whose card is known.
  init?(_ row: borrowing Statement, card: String) {
    guard let rating = Rating(rawValue: UInt8(truncatingIfNeeded: row.integer(4))) else {
      return nil
    }
    let id = row.id(0)
    guard id.utf8.count == 32 else { return nil }
    let undoes = row.isNull(1) ? nil : row.id(1)
    self.init(
      id: id, kind: undoes == nil ? .review : .undo, card: card,
      time: row.integer(3), rating: rating, duration: row.integer(5), undoes: undoes)
  }
}

extension CardFlag: LogRow {
  static let insertion = """
    INSERT INTO flag (id, card, path, line, time, is_set) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO NOTHING
    """

  static let table = "flag"
  static let columns = "id, card, path, line, time, is_set"
  static let width: Int32 = 6

  var values: [SQLValue]? {
    EventID.bytes(id).map { bytes in
      [
        .blob(bytes), .text(card), .text(path), .integer(line), .integer(time),
        .integer(isSet ? 1 : 0),
      ]
    }
  }

  init?(_ row: borrowing Statement, names: inout NameTable) {
    let id = row.id(0)
    guard id.utf8.count == 32 else { return nil }
    self.init(
      id: id, card: names.text(row, 1), path: names.text(row, 2),
      line: row.integer(3), time: row.integer(4), isSet: row.integer(5) == 1)
  }
}

extension CardJoin: LogRow {
  static let insertion = """
    INSERT INTO joined (id, orphan, card, time) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
    """

  static let table = "joined"
  static let columns = "id, orphan, card, time"
  static let width: Int32 = 4

  var values: [SQLValue]? {
    EventID.bytes(id).map { [.blob($0), .text(orphan), .text(card), .integer(time)] }
  }

  init?(_ row: borrowing Statement, names: inout NameTable) {
    let id = row.id(0)
    guard id.utf8.count == 32 else { return nil }
    self.init(id: id, orphan: row.text(1), card: row.text(2), time: row.integer(3))
  }
}

extension Statement {
  /// An id's bytes as a text.
  fileprivate func id(_ column: Int32) -> String {
    unsafe withBytes(column) { unsafe EventID.text($0) }
  }
}
