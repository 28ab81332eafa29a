internal import CSQLite

/// The database behind ``ReviewLog``.
public enum SQLite {
  /// The version of SQLite, as it names it.
  public static var version: String { unsafe String(cString: sqlite3_libversion()) }
}
