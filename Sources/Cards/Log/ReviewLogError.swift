internal import CSQLite
internal import Glibc

/// Why the review log cannot be read or written.
///
/// Nothing was lost or overwritten when one of these is thrown.
public enum ReviewLogError: Error, Hashable, Sendable {
  /// Neither `XDG_DATA_HOME` nor `HOME` says where data belong: set one of them.
  case noHome
  /// The folder or file cannot be written; the system's reason. Another folder can be given.
  case unwritable(path: String, reason: String)
  /// The file cannot be read; the system's reason.
  case unreadable(path: String, reason: String)
  /// The disk is full: make room and answer again.
  case full(path: String)
  /// Another program held the log for too long, or it is open while it was to be repaired.
  case busy(path: String)
  /// The file is damaged: `ReviewLog.repair` makes a new one, from the last good copy if there is one.
  case damaged(path: String, copy: String?)
  /// The file is gone though there are copies of it: `ReviewLog.repair` brings it back.
  case missing(path: String, copy: String)
  /// The file is some other program's database.
  case foreign(path: String)
  /// A newer awsnotes wrote the file; this is its version.
  case newer(path: String, version: Int)
  /// What was to be added makes no sense: a wrong id, or an undo of nothing.
  case invalidEvent(id: String)
  /// Something that is not expected; SQLite's code and words.
  case failed(path: String, code: Int, message: String)
}

extension ReviewLogError {
  /// What an error of SQLite means for the log.
  ///
  /// - Parameters:
  ///   - error: SQLite's error.
  ///   - path: The log.
  ///   - copy: The newest copy that could replace it.
  init(_ error: DatabaseError, path: String, copy: @autoclosure () -> String?) {
    let isFull = error.system == ENOSPC || error.system == EDQUOT
    switch error.primary {
    case SQLITE_FULL: self = .full(path: path)
    case SQLITE_IOERR where isFull: self = .full(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
    case SQLITE_CORRUPT, SQLITE_NOTADB: self = .damaged(path: path, copy: copy())
    case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM:
      let reason = LogFolder.reasonAgainstWriting(path) ?? error.message
      self = .unwritable(path: path, reason: reason)
    default: self = .failed(path: path, code: Int(error.code), message: error.message)
    }
  }
}
