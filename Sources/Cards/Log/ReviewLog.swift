internal import CSQLite
internal import Glibc

/// The answers that a learner gave: the only thing here that cannot be made again.
///
/// Rows are added, never changed. A row is on the disk when the call that adds it returns: neither a crash of
/// the program nor one of the machine takes it away. Several programs may use one log at the same time; each
/// waits up to five seconds for the other's row, and ``hasChanged()`` tells when to read again.
///
/// A log belongs to one task at a time.
public final class ReviewLog {
  /// The file.
  public let path: String

  let database: Database
  private let lock: FolderLock?
  private let insertion: Statement
  private var dataVersion: Int

  /// Opens a log, and makes one where there is none.
  ///
  /// A file that was not closed in order is looked at more closely (`quick_check`) before it is used. One of
  /// an older version is copied before it is brought to today's.
  ///
  /// - Parameter path: The file; the folders above it are made.
  /// - Throws: ``ReviewLogError``; nothing was written then.
  /// - Complexity: O(1) after an orderly end, else O(*n*) in the number of rows.
  public convenience init(path: String) throws(ReviewLogError) {
    try self.init(path: path, schema: .current)
  }

  init(path: String, schema: LogSchema) throws(ReviewLogError) {
    self.path = path
    let folder = LogFolder.parent(path)
    try LogFolder.make(folder)
    guard let lock = try FolderLock(folder, alone: false) else { throw .busy(path: path) }
    self.lock = consume lock
    let state = LogFile(path: path).state
    try Self.refuse(state, path: path)
    let database = try Self.perform(path) { () throws(DatabaseError) in
      try Self.connect(path, checking: state == .open)
    }
    try Self.update(database, path: path, to: schema)
    self.database = database
    do throws(DatabaseError) {
      insertion = try Statement(ReviewEvent.insertion, on: database)
      dataVersion = try database.integer("PRAGMA data_version")
    } catch {
      throw ReviewLogError(error, path: path, copy: nil)
    }
  }

  /// A log that is only read: what was copied of it.
  ///
  /// - Parameters:
  ///   - path: Where the log is.
  ///   - snapshot: Its rows, in memory.
  /// - Throws: ``ReviewLogError``.
  init(path: String, snapshot: Database) throws(ReviewLogError) {
    self.path = path
    lock = nil
    try Self.update(snapshot, path: path, to: .current)
    database = snapshot
    dataVersion = 0
    do throws(DatabaseError) {
      insertion = try Statement(ReviewEvent.insertion, on: snapshot)
      // A row that was added here would be lost.
      try snapshot.run("PRAGMA query_only = ON")
    } catch {
      throw ReviewLogError(error, path: path, copy: nil)
    }
  }

  /// Whether another connection has added rows since this was asked for last.
  ///
  /// - Complexity: O(1); some microseconds.
  public func hasChanged() throws(ReviewLogError) -> Bool {
    let version = try perform { () throws(DatabaseError) in
      try database.integer("PRAGMA data_version")
    }
    defer { dataVersion = version }
    return version != dataVersion
  }

  /// Looks at every page of the file.
  ///
  /// What opens in O(1) may still hold a damaged page, from which rows are missing, or which nobody has read yet.
  ///
  /// - Throws: ``ReviewLogError/damaged(path:copy:)``.
  /// - Complexity: O(*n*) in the size of the log: some 30 ms for 100,000 rows.
  public func check() throws(ReviewLogError) {
    try perform { () throws(DatabaseError) in try database.check() }
  }

  /// Adds an answer, or takes one back.
  ///
  /// A row that is there already is not added again, so that a call that failed may be repeated.
  ///
  /// - Parameter event: The row. An undo names what it undoes, a review does not.
  /// - Throws: ``ReviewLogError``; the row was not added then.
  /// - Complexity: O(log *n*) and one wait for the disk.
  public func append(_ event: ReviewEvent) throws(ReviewLogError) {
    guard let values = event.values else { throw .invalidEvent(id: event.id) }
    try perform { () throws(DatabaseError) in
      try insertion.bind(values)
      // A statement by itself is a transaction: when it is done it is committed.
      while try insertion.step() {}
    }
  }

  /// Does something with the database, and says in terms of the log why it failed.
  func perform<Result>(
    _ work: () throws(DatabaseError) -> Result
  ) throws(ReviewLogError) -> Result {
    try Self.perform(path, work)
  }

  static func perform<Result>(
    _ path: String, _ work: () throws(DatabaseError) -> Result
  ) throws(ReviewLogError) -> Result {
    do throws(DatabaseError) { return try work() } catch {
      throw ReviewLogError(error, path: path, copy: LogCopies(of: path).newestGood)
    }
  }
}

// MARK: - Where it is

extension ReviewLog {
  /// The log of whoever started the program.
  ///
  /// - Parameter environment: Where data belong: `XDG_DATA_HOME`, or else `HOME`. As the specification wants
  ///   it, a path that does not begin with `/` counts as none.
  /// - Returns: The file; it need not be there.
  /// - Throws: ``ReviewLogError/noHome``.
  public static func path(in environment: [String: String]) throws(ReviewLogError) -> String {
    try folder(in: environment) + "/revues.sqlite"
  }

  /// The folder of the log and its copies.
  ///
  /// - Parameter environment: As for ``path(in:)``.
  /// - Returns: The folder; it need not be there.
  /// - Throws: ``ReviewLogError/noHome``.
  public static func folder(in environment: [String: String]) throws(ReviewLogError) -> String {
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/awsnotes" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { throw .noHome }
    return home + "/.local/share/awsnotes"
  }
}

// MARK: - Opening

extension ReviewLog {
  /// Refuses to begin anew where something else is to be done first.
  static func refuse(_ state: LogFile.State, path: String) throws(ReviewLogError) {
    switch state {
    case .closed, .open: return
    case .damaged:
      if unsafe LogFolder.exists(path) && access(path, R_OK) != 0 {
        throw .unreadable(path: path, reason: LogFolder.reason(errno))
      }
      throw .damaged(path: path, copy: LogCopies(of: path).newestGood)
    case .absent:
      guard let copy = LogCopies(of: path).newestGood else { return }
      throw LogFolder.exists(path)
        ? .damaged(path: path, copy: copy) : .missing(path: path, copy: copy)
    }
  }

  private static func connect(
    _ path: String, checking: Bool
  ) throws(DatabaseError) -> Database {
    let database = try Database(path)
    database.wait(5000)
    if try LogSchema.finding(database) != .foreign {
      guard !database.isReadOnly else {
        throw DatabaseError(code: SQLITE_READONLY, message: "read-only", system: EACCES)
      }
      try database.logAhead()
      try database.run("PRAGMA synchronous = FULL")
    }
    if checking { try database.check() }
    return database
  }

  private static func update(
    _ database: Database, path: String, to schema: LogSchema
  ) throws(ReviewLogError) {
    let finding = try perform(path) { () throws(DatabaseError) in
      try LogSchema.finding(database)
    }
    if finding == .damaged { throw .damaged(path: path, copy: LogCopies(of: path).newestGood) }
    guard case .version(let version) = finding else { throw .foreign(path: path) }
    if version > schema.version { throw .newer(path: path, version: version) }
    guard version < schema.version else { return }
    if version > 0, !database.isInMemory {
      try LogCopies(of: path).make("revues-version-\(version).sqlite", database)
    }
    try perform(path) { () throws(DatabaseError) in try schema.migrate(database) }
  }
}
