internal import CSQLite

/// A value that a statement takes.
enum SQLValue: Hashable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int)
  /// A text.
  case text(String)
  /// Bytes.
  case blob([UInt8])
}

/// A compiled statement; it is finalized when it goes out of use.
@safe
struct Statement: ~Copyable {
  /// The connection, kept open as long as one of its statements lives.
  private let database: Database
  private let handle: OpaquePointer
  private let sql: String

  /// Compiles a statement.
  init(_ sql: String, on database: Database) throws(DatabaseError) {
    self.database = database
    self.sql = sql
    unsafe handle = try database.prepare(sql)
  }

  deinit { _ = unsafe sqlite3_finalize(handle) }

  /// Gives the statement its values, in their order, and makes it begin anew.
  func bind(_ values: [SQLValue]) throws(DatabaseError) {
    _ = unsafe sqlite3_reset(handle)
    for (place, value) in values.enumerated() {
      let code = bind(value, at: Int32(place) + 1)
      guard code == SQLITE_OK else { throw database.failure(code, sql: sql) }
    }
  }

  /// Goes to the next row.
  ///
  /// - Returns: Whether there is one. After the last one the statement is ready to begin anew.
  func step() throws(DatabaseError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else {
      let failure = database.failure(code, sql: sql)
      _ = unsafe sqlite3_reset(handle)
      throw failure
    }
    _ = unsafe sqlite3_reset(handle)
    return false
  }

  private func bind(_ value: SQLValue, at place: Int32) -> Int32 {
    // SQLite copies what it is given before the call returns.
    let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null:
      return unsafe sqlite3_bind_null(handle, place)
    case .integer(let number):
      return unsafe sqlite3_bind_int64(handle, place, Int64(number))
    case .text(var text):
      return text.withUTF8 { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { letters in
          unsafe letters.isEmpty
            ? sqlite3_bind_text(handle, place, "", 0, copied)
            : sqlite3_bind_text(
              handle, place, letters.baseAddress, Int32(letters.count), copied)
        }
      }
    case .blob(let bytes):
      return unsafe bytes.withUnsafeBytes { buffer in
        unsafe sqlite3_bind_blob(handle, place, buffer.baseAddress, Int32(buffer.count), copied)
      }
    }
  }
}

// MARK: - The columns of a row, from 0

extension Statement {
  /// A whole number; 0 where there is none.
  func integer(_ column: Int32) -> Int { unsafe Int(sqlite3_column_int64(handle, column)) }

  /// A text; empty where there is none.
  func text(_ column: Int32) -> String {
    unsafe withBytes(column) { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Some bytes; empty where there are none.
  func blob(_ column: Int32) -> [UInt8] { unsafe withBytes(column) { unsafe [UInt8]($0) } }

  /// Whether there is no value.
  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// Lends the bytes of a text or blob, which are good until the next step.
  func withBytes<Result>(
    _ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let start = unsafe sqlite3_column_blob(handle, column)
    let count = unsafe Int(sqlite3_column_bytes(handle, column))
    return unsafe body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}
