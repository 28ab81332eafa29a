internal import CSQLite
internal import Glibc

extension Database {
  /// Lets each transaction be written ahead to a file beside (`-wal`), so that others can read meanwhile.
  ///
  /// SQLite does not wait here when another connection has just begun to do the same: it is asked again.
  func logAhead() throws(DatabaseError) {
    for attempt in 1... {
      do throws(DatabaseError) {
        guard try text("PRAGMA journal_mode = WAL") == "wal" else {
          throw DatabaseError(code: SQLITE_CANTOPEN, message: "no write-ahead log is possible here")
        }
        return
      } catch {
        guard error.primary == SQLITE_BUSY, attempt < 250 else { throw error }
        usleep(20_000)
      }
    }
  }

  /// Looks whether the file is in order.
  ///
  /// - Throws: ``DatabaseError`` with the code `SQLITE_CORRUPT` if it is not.
  /// - Complexity: O(*n*) in the size of the file.
  func check() throws(DatabaseError) {
    let sql = "PRAGMA quick_check(1)"
    let answer = try text(sql)
    guard answer == "ok" else {
      throw DatabaseError(code: SQLITE_CORRUPT, message: answer, sql: sql)
    }
  }
}
