internal import CSQLite
internal import Glibc

extension ReviewLog {
  /// Opens a log to read it, also where nothing may be written: a copy of it in memory, to which nothing can be added.
  ///
  /// Where there is none yet, none is made. One of which a page is damaged is refused, as ``LogInspection`` does,
  /// rather than read in part.
  ///
  /// - Parameter path: The file.
  /// - Returns: The log itself where it can be written.
  /// - Throws: ``ReviewLogError``; nothing was written then.
  /// - Complexity: O(*n*) in the size of the log.
  public static func reading(_ path: String) throws(ReviewLogError) -> ReviewLog {
    // What cannot be seen is not absent.
    if let reason = LogFolder.reasonAgainstLooking(path) {
      throw .unreadable(path: path, reason: reason)
    }
    if LogFolder.exists(path), LogFolder.reasonAgainstWriting(path) == nil {
      do throws(ReviewLogError) {
        let log = try ReviewLog(path: path)
        try log.check()
        return log
      } catch {
        switch error {
        case .unwritable, .full: break
        default: throw error
        }
      }
    }
    return try snapshot(of: path)
  }

  /// Copies a log into memory, writing nothing in its folder that is not there.
  static func snapshot(of path: String) throws(ReviewLogError) -> ReviewLog {
    let folder = LogFolder.parent(path)
    guard LogFolder.exists(folder) else { return try empty(path) }
    // A folder that may not be listed keeps nobody from a file that may be read.
    guard LogFolder.reasonAgainstReading(folder) == nil else {
      return try snapshot(of: path, holding: nil)
    }
    guard let lock = try FolderLock(folder, alone: false) else { throw .busy(path: path) }
    return try snapshot(of: path, holding: consume lock)
  }

  private static func snapshot(
    of path: String, holding lock: consuming FolderLock?
  ) throws(ReviewLogError) -> ReviewLog {
    let state = LogFile(path: path).state
    try refuse(state, path: path)
    if state == .absent { return try empty(path) }
    if let reason = LogFolder.reasonAgainstReading(path) {
      throw .unreadable(path: path, reason: reason)
    }
    let copy = try perform(path) { () throws(DatabaseError) in try Database(":memory:") }
    // What a closed log consists of is its file; another program that uses it has files beside it.
    let isAlone = !["-wal", "-shm", "-journal"].contains { LogFolder.exists(path + $0) }
    do throws(DatabaseError) {
      if isAlone {
        try Database(path, .immutable).copy(to: copy)
      } else {
        let database = try Database(path, .reading)
        database.wait(5000)
        try database.copy(to: copy)
      }
    } catch {
      // Of a full disk, too: there is no room for the locks.
      let isClosedToUs = [
        SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_FULL, SQLITE_IOERR,
      ].contains(error.primary)
      guard isClosedToUs, !isAlone else {
        throw ReviewLogError(error, path: path, copy: LogCopies(of: path).newestGood)
      }
      try copyFiles(of: path, to: copy)
    }
    try perform(path) { () throws(DatabaseError) in try copy.check() }
    return try ReviewLog(path: path, snapshot: copy)
  }

  /// Reads a log whose last user died, where SQLite could not put the file for its locks: beside a copy it can.
  static func copyFiles(
    of path: String, to copy: Database
  ) throws(ReviewLogError) {
    let folder = try LogFolder.makeTemporary()
    let file = folder + "/log"
    defer {
      for ending in ["", "-wal", "-shm", "-journal"] { LogFolder.remove(file + ending) }
      LogFolder.removeFolder(folder)
    }
    for ending in ["", "-wal", "-journal"] where LogFolder.exists(path + ending) {
      try LogFolder.copy(path + ending, to: file + ending)
    }
    try perform(path) { () throws(DatabaseError) in try Database(file).copy(to: copy) }
  }

  private static func empty(_ path: String) throws(ReviewLogError) -> ReviewLog {
    let none = try perform(path) { () throws(DatabaseError) in try Database(":memory:") }
    return try ReviewLog(path: path, snapshot: none)
  }
}
