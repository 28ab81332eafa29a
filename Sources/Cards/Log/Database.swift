internal import CSQLite

/// One connection to an SQLite database; it belongs to whoever holds it, and is closed when it is released.
@safe
final class Database {
  /// What may be done with the file.
  enum Access {
    /// Read and write, and make the file where there is none.
    case creating
    /// Read only, beside others who may write; it may take a file for the locks.
    case reading
    /// Read only; the file is not written by anybody, so that no lock and no file beside it is needed.
    case immutable
  }

  /// SQLite's connection; open as long as this object lives.
  private let handle: OpaquePointer

  /// Opens a database.
  ///
  /// SQLite looks at the file only when it is first asked for something.
  ///
  /// - Parameters:
  ///   - path: The file; `:memory:` for none.
  ///   - access: What may be done with it.
  /// - Throws: ``DatabaseError``.
  init(_ path: String, _ access: Access = .creating) throws(DatabaseError) {
    var name = path
    var flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    switch access {
    case .creating: break
    case .reading: flags = SQLITE_OPEN_READONLY
    case .immutable:
      name = "file:\(Self.escaped(path))?immutable=1"
      flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    }
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      let message = unsafe String(cString: sqlite3_errstr(code))
      let system = unsafe opened.map { unsafe sqlite3_system_errno($0) } ?? 0
      unsafe sqlite3_close_v2(opened)
      throw DatabaseError(code: code, message: message, system: system)
    }
    unsafe handle = opened
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// A path as it stands in a URI.
  private static func escaped(_ path: String) -> String {
    path.utf8.reduce(into: "") { text, byte in
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        text += "%" + String(byte, radix: 16)
      case 0x80...:
        text += "%" + String(byte, radix: 16)
      default: text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
  }

  /// How long a statement waits for another connection, in milliseconds.
  func wait(_ milliseconds: Int32) { _ = unsafe sqlite3_busy_timeout(handle, milliseconds) }

  /// Whether the file can only be read.
  var isReadOnly: Bool { unsafe sqlite3_db_readonly(handle, "main") == 1 }

  /// Whether there is no file.
  var isInMemory: Bool {
    guard let name = unsafe sqlite3_db_filename(handle, "main") else { return true }
    return unsafe name.pointee == 0
  }

  /// How many rows the last statement added or changed.
  var changes: Int { unsafe Int(sqlite3_changes64(handle)) }

  /// Runs a statement and forgets its rows.
  func run(_ sql: String, _ values: SQLValue...) throws(DatabaseError) {
    let statement = try Statement(sql, on: self)
    try statement.bind(values)
    while try statement.step() {}
  }

  /// The first column of a statement's first row, as a number.
  func integer(_ sql: String) throws(DatabaseError) -> Int {
    let statement = try Statement(sql, on: self)
    return try statement.step() ? statement.integer(0) : 0
  }

  /// The first column of a statement's first row, as a text.
  func text(_ sql: String) throws(DatabaseError) -> String {
    let statement = try Statement(sql, on: self)
    return try statement.step() ? statement.text(0) : ""
  }

  /// Does all of some work or none of it.
  ///
  /// The lock for writing is taken at the beginning, so that what the work reads stays true until it is done.
  func transaction(_ work: () throws(DatabaseError) -> Void) throws(DatabaseError) {
    try run("BEGIN IMMEDIATE")
    do {
      try work()
      try run("COMMIT")
    } catch {
      // SQLite may have rolled back by itself: then there is nothing left to do.
      if unsafe sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
      throw error
    }
  }
}

// MARK: - For statements and copies

extension Database {
  /// Compiles a statement; it has to be finalized by whoever gets it.
  func prepare(_ sql: String) throws(DatabaseError) -> OpaquePointer {
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement = unsafe statement else { throw failure(code, sql: sql) }
    return unsafe statement
  }

  /// Runs several statements, none of which gives rows.
  func execute(_ sql: String) throws(DatabaseError) {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code, sql: sql) }
  }

  /// The error that belongs to a result code of this connection.
  func failure(_ code: Int32, sql: String) -> DatabaseError {
    unsafe DatabaseError(
      code: code, message: String(cString: sqlite3_errmsg(handle)), sql: sql,
      system: sqlite3_system_errno(handle))
  }

  /// Copies all pages of this database, as they are at one instant, over another database.
  ///
  /// - Complexity: O(*n*) in the size of the database.
  func copy(to other: Database) throws(DatabaseError) {
    guard let backup = unsafe sqlite3_backup_init(other.handle, "main", handle, "main") else {
      throw other.failure(unsafe sqlite3_extended_errcode(other.handle), sql: "backup")
    }
    let code = unsafe sqlite3_backup_step(backup, -1)
    let end = unsafe sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE, end == SQLITE_OK else {
      throw other.failure(end == SQLITE_OK ? code : end, sql: "backup")
    }
  }

  /// The bytes that the database has as a file.
  func serialized() -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let bytes = unsafe sqlite3_serialize(handle, "main", &size, 0) else { return [] }
    defer { unsafe sqlite3_free(bytes) }
    return unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: Int(size)))
  }
}
