extension ReviewLog {
  /// All rows, as they were added.
  ///
  /// - Complexity: O(*n*); less than a microsecond a row.
  public func contents() throws(ReviewLogError) -> LogContents {
    try perform { () throws(DatabaseError) in
      var names = LogNameTable()
      return LogContents(
        reviews: try database.rows(names: &names),
        flags: try database.rows(names: &names),
        joins: try database.rows(names: &names))
    }
  }

  /// The answers of each card that count: none that was taken back, those of orphans under the card that
  /// they were joined to.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  public func history() throws(ReviewLogError) -> ReviewHistory {
    try perform { () throws(DatabaseError) in
      let statement = try Statement(ReviewEvent.selection(), on: database)
      var draft = HistoryDraft()
      while try statement.step() {
        let place = draft.names.place(statement, 2)
        if let event = ReviewEvent(statement, card: draft.names.texts[place]) {
          draft.add(event, place: place)
        }
      }
      return ReviewHistory(draft, joins: try database.rows(names: &draft.names))
    }
  }

  /// Adds rows that are not there yet, all or none of them.
  ///
  /// - Parameter contents: Rows, of another machine for example.
  /// - Returns: How many were added.
  /// - Throws: ``ReviewLogError``; no row was added then.
  /// - Complexity: O(*m* log *n*) for *m* rows into *n*, and one wait for the disk.
  @discardableResult
  public func merge(_ contents: LogContents) throws(ReviewLogError) -> Int {
    if let id = contents.invalid { throw .invalidEvent(id: id) }
    return try perform { () throws(DatabaseError) in try database.merge(contents) }
  }
}

extension LogContents {
  /// The id of a row that makes no sense, if there is one.
  fileprivate var invalid: String? {
    reviews.first { $0.values == nil }?.id ?? flags.first { $0.values == nil }?.id
      ?? joins.first { $0.values == nil }?.id
  }
}

// MARK: - Taking back, marking, joining

extension ReviewLog {
  /// Takes an answer back.
  ///
  /// - Parameters:
  ///   - event: The answer.
  ///   - time: When, in milliseconds since 1970.
  /// - Returns: The row that was added.
  /// - Throws: ``ReviewLogError``; the answer counts as before then.
  @discardableResult
  public func undo(_ event: ReviewEvent, time: Int) throws(ReviewLogError) -> ReviewEvent {
    let undo = ReviewEvent(
      id: EventID.random(), kind: .undo, card: event.card, time: time, rating: event.rating,
      duration: 0, undoes: event.id)
    try append(undo)
    return undo
  }

  /// Marks a card as one to look at again, or takes the mark away.
  public func append(_ flag: CardFlag) throws(ReviewLogError) {
    try merge(LogContents(flags: [flag]))
  }

  /// Gives the history of a card that no longer exists to another one.
  public func append(_ join: CardJoin) throws(ReviewLogError) {
    try merge(LogContents(joins: [join]))
  }

  /// The marks that are set, oldest first, under the cards that their cards were joined to.
  ///
  /// - Complexity: O(*n*) in the number of marks and joins ever made.
  public func flags() throws(ReviewLogError) -> [CardFlag] {
    let rows = try perform { () throws(DatabaseError) in
      var names = LogNameTable()
      return LogContents(
        flags: try database.rows(names: &names),
        joins: try database.rows(names: &names))
    }
    return rows.currentFlags
  }
}

extension LogContents {
  /// The marks that are set, oldest first, under the cards that their cards were joined to.
  public var currentFlags: [CardFlag] {
    let table = JoinTable(joins)
    var current: [String: CardFlag] = [:]
    for var flag in sorted().flags {
      flag.card = table.living(flag.card)
      current[flag.card] = flag.isSet ? flag : nil
    }
    return current.values.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
  }
}

// MARK: - Rows of a table

extension Database {
  /// The rows of a table that make sense.
  func rows<Row: LogRow>(names: inout LogNameTable) throws(DatabaseError) -> [Row] {
    let statement = try Statement(Row.selection(), on: self)
    var rows: [Row] = []
    while try statement.step() {
      if let row = Row(statement, names: &names) { rows.append(row) }
    }
    return rows
  }

  /// Adds rows that are not there yet and make sense, all or none of them; how many.
  func merge(_ contents: LogContents) throws(DatabaseError) -> Int {
    var added = 0
    try transaction { () throws(DatabaseError) in
      added += try insert(contents.reviews)
      added += try insert(contents.flags)
      added += try insert(contents.joins)
    }
    return added
  }

  private func insert<Row: LogRow>(_ rows: [Row]) throws(DatabaseError) -> Int {
    guard !rows.isEmpty else { return 0 }
    let statement = try Statement(Row.insertion, on: self)
    var added = 0
    for row in rows {
      guard let values = row.values else { continue }
      try statement.bind(values)
      while try statement.step() {}
      added += changes
    }
    return added
  }
}
