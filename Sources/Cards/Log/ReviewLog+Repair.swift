internal import Glibc

/// What a repair found.
public struct LogRepair: Hashable, Sendable {
  /// How many rows the log has now.
  public var rows: Int

  /// How many of them stand in no copy, but could be read in the damaged file.
  public var salvaged: Int

  /// The copy that the others come from, if there was one.
  public var copy: String?

  /// Where the damaged file is now, if there was one.
  public var damaged: String?
}

extension ReviewLog {
  /// Makes a log anew from the last good copy and whatever can be read of a damaged file.
  ///
  /// The damaged file is kept beside the new one. Rows are told apart by their ids, so that a repair may be
  /// repeated, and takes up again what an earlier one that was interrupted left behind.
  ///
  /// - Parameters:
  ///   - path: The log.
  ///   - day: Today, for the damaged file's name.
  /// - Returns: What was found.
  /// - Throws: ``ReviewLogError``: busy while a quiz is open; full, unwritable. The file is where it was then.
  /// - Complexity: O(*n* log *n*) in the size of file and copy.
  public static func repair(path: String, on day: Day) throws(ReviewLogError) -> LogRepair {
    let folder = LogFolder.parent(path)
    try LogFolder.make(folder)
    guard let lock = try FolderLock(folder, alone: true) else { throw .busy(path: path) }
    defer { extendLifetime(lock) }
    try refuseOthers(path)
    let unfinished = path + "." + EventID.random()
    defer { for end in ["", "-wal", "-shm", "-journal"] { LogFolder.remove(unfinished + end) } }
    var repair = try rebuild(path, into: unfinished)
    repair.damaged = try keep(path, day)
    try LogFolder.rename(unfinished, to: path)
    return repair
  }

  /// Refuses what can be read, but is no log or one of a newer version.
  private static func refuseOthers(_ path: String) throws(ReviewLogError) {
    guard (LogFolder.size(path) ?? 0) > 0, let database = try? Database(path, .immutable),
      let finding = try? LogSchema.finding(database), finding != .damaged
    else { return }
    guard case .version(let version) = finding else { throw .foreign(path: path) }
    if version > LogSchema.current.version { throw .newer(path: path, version: version) }
  }

  /// Writes all rows that are left to a new file.
  private static func rebuild(
    _ path: String, into unfinished: String
  ) throws(ReviewLogError) -> LogRepair {
    let copy = LogCopies(of: path).newestGood
    var sources: [LogContents] = []
    // The copy comes first: where a row stands twice, the sound one counts.
    for source in [copy].compactMap(\.self) + [path] + damagedFiles(path) {
      sources.append(try LogSalvage(path: source).contents())
    }
    return try perform(path) { () throws(DatabaseError) in
      let database = try Database(unfinished)
      try LogSchema.current.migrate(database)
      var added: [Int] = []
      for source in sources { added.append(try database.merge(source)) }
      let rows = added.reduce(0, +)
      return LogRepair(rows: rows, salvaged: copy == nil ? rows : rows - added[0], copy: copy)
    }
  }

  /// The files that earlier repairs have put aside.
  private static func damagedFiles(_ path: String) -> [String] {
    let folder = LogFolder.parent(path)
    return LogFolder.names(in: folder)
      .filter { $0.hasPrefix("revues-abimee-") && $0.hasSuffix(".sqlite") }
      .map { folder + "/" + $0 }
  }

  /// Gives the damaged file a second name, and takes from the first one what belonged to it.
  private static func keep(_ path: String, _ day: Day) throws(ReviewLogError) -> String? {
    var kept: String?
    if LogFolder.exists(path) {
      for number in 1... {
        let end = number == 1 ? "" : "-\(number)"
        let name = LogFolder.parent(path) + "/revues-abimee-\(day.iso)\(end).sqlite"
        if LogFolder.link(path, to: name) {
          kept = name
          break
        }
        guard errno == EEXIST else {
          throw .unwritable(path: name, reason: LogFolder.reason(errno))
        }
      }
    }
    for end in ["-wal", "-journal"] where LogFolder.exists(path + end) {
      if let kept { _ = LogFolder.link(path + end, to: kept + end) }
    }
    LogFolder.sync(LogFolder.parent(path))
    // Left in place, they would be taken for those of the new file.
    for end in ["-wal", "-journal", "-shm"] { LogFolder.remove(path + end) }
    return kept
  }
}
