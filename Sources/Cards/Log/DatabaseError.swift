internal import CSQLite

/// What SQLite answers when something cannot be done.
struct DatabaseError: Error, Hashable {
  /// SQLite's extended result code, `SQLITE_CORRUPT_INDEX` for example.
  var code: Int32

  /// SQLite's own words.
  var message: String

  /// The statement that failed; empty while opening.
  var sql = ""

  /// The number of the system's error behind it, 0 if there is none.
  var system: Int32 = 0

  /// The result code without what extends it.
  var primary: Int32 { code & 0xFF }
}
