/// The copies of a log, in a folder beside it: one for each of the last ten days on which it was used.
struct LogCopies {
  /// How many are kept.
  static let kept = 10

  /// The folder.
  let folder: String

  /// The copies of the log at a path.
  init(of path: String) { folder = LogFolder.parent(path) + "/copies" }

  /// The copies, the newest first.
  var paths: [String] {
    LogFolder.names(in: folder).filter(Self.isDaily).reversed().map { folder + "/" + $0 }
  }

  /// The newest copy that can be read from end to end.
  ///
  /// - Complexity: O(*n*) in the size of the copy.
  var newestGood: String? { paths.first(where: Self.isGood) }

  /// Makes today's copy, unless there is one.
  ///
  /// - Returns: Whether one was made.
  func makeDaily(_ day: Day, of database: Database) throws(ReviewLogError) -> Bool {
    let name = "revues-\(day.iso).sqlite"
    guard !LogFolder.exists(folder + "/" + name) else { return false }
    try make(name, database)
    for path in paths.dropFirst(Self.kept) { LogFolder.remove(path) }
    return true
  }

  /// Makes a copy: written beside, looked at, renamed.
  func make(_ name: String, _ database: Database) throws(ReviewLogError) {
    try LogFolder.make(folder)
    let path = folder + "/" + name
    let unfinished = path + "." + EventID.random()
    defer { LogFolder.remove(unfinished) }
    try ReviewLog.perform(path) { () throws(DatabaseError) in
      let copy = try Database(unfinished)
      try copy.run("PRAGMA synchronous = OFF")
      try database.copy(to: copy)
      // A copy is one file by itself.
      _ = try copy.text("PRAGMA journal_mode = DELETE")
      try copy.check()
    }
    try LogFolder.rename(unfinished, to: path)
  }

  private static func isGood(_ path: String) -> Bool {
    do throws(DatabaseError) {
      let database = try Database(path, .immutable)
      try database.check()
      guard case .version(let version) = try LogSchema.finding(database) else { return false }
      return version > 0
    } catch {
      return false
    }
  }

  private static func isDaily(_ name: String) -> Bool {
    guard name.hasPrefix("revues-"), name.hasSuffix(".sqlite") else { return false }
    return Day(iso: name.dropFirst(7).dropLast(7)) != nil
  }
}

extension ReviewLog {
  /// Makes the copy of a day, unless there is one, and removes those before the last ten.
  ///
  /// To be called once a session, best when the first card is on the screen. Without rows nothing is copied.
  ///
  /// - Parameter day: Today.
  /// - Returns: Whether a copy was made.
  /// - Throws: ``ReviewLogError``. The log itself is as good as before.
  /// - Complexity: O(*n*) in the size of the log on the first call of a day, O(1) later.
  @discardableResult
  public func copy(on day: Day) throws(ReviewLogError) -> Bool {
    let isEmpty = try perform { () throws(DatabaseError) in
      try database.integer("SELECT EXISTS (SELECT 1 FROM review)") == 0
    }
    return isEmpty ? false : try LogCopies(of: path).makeDaily(day, of: database)
  }
}
