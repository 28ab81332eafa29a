/// Reads what can still be read of a damaged log.
struct LogSalvage {
  /// The file; it is not touched.
  let path: String

  /// All rows that can be read and make sense.
  ///
  /// The file is read front to back up to the damage, then row by row beyond it.
  ///
  /// - Complexity: O(*n* log *n*) in the size of the file.
  func contents() throws(ReviewLogError) -> LogContents {
    let size = LogFolder.size(path) ?? 0
    guard size > 0 else { return LogContents() }
    let working = path + "." + EventID.random()
    defer { for end in ["", "-wal", "-shm", "-journal"] { LogFolder.remove(working + end) } }
    try LogFolder.copy(path, to: working)
    for end in ["-wal", "-journal"] where LogFolder.exists(path + end) {
      try LogFolder.copy(path + end, to: working + end)
    }
    if !Self.isLog(working), !Self.replaceFirstPage(of: working) { return LogContents() }
    guard let database = try? Database(working) else { return LogContents() }
    // No row is shorter than that.
    let bound = size / 24
    var names = LogNameTable()
    return LogContents(
      reviews: Self.rows(of: database, upTo: bound, &names),
      flags: Self.rows(of: database, upTo: bound, &names),
      joins: Self.rows(of: database, upTo: bound, &names))
  }

  private static func isLog(_ path: String) -> Bool {
    guard let database = try? Database(path), let finding = try? LogSchema.finding(database),
      case .version(let version) = finding
    else { return false }
    return version > 0
  }

  /// Puts the first page of a new log in place of a broken one: it says where the tables begin, which is the
  /// same in all logs of a version.
  private static func replaceFirstPage(of path: String) -> Bool {
    guard let database = try? Database(":memory:"),
      (try? LogSchema.current.migrate(database)) != nil
    else { return false }
    var page = Array(database.serialized().prefix(4096))
    guard page.count == 4096 else { return false }
    // How many pages there are is not believed, but counted, when these two numbers differ.
    page[27] = 1
    page[95] = 0
    // There are no pages to be used again in a log.
    page.replaceSubrange(32..<40, with: repeatElement(0, count: 8))
    return LogFolder.overwrite(path, with: page) && isLog(path)
  }

  private static func rows<Row: LogRow>(
    of database: Database, upTo bound: Int, _ names: inout LogNameTable
  ) -> [Row] {
    var rows: [Row] = []
    var last = 0
    do throws(DatabaseError) {
      let statement = try Statement(Row.selection(", row") + " ORDER BY row", on: database)
      while try statement.step() {
        last = statement.integer(Row.width)
        if let row = Row(statement, names: &names) { rows.append(row) }
      }
      return rows
    } catch {
      return rows + single(of: database, from: last + 1, upTo: bound, &names)
    }
  }

  private static func single<Row: LogRow>(
    of database: Database, from first: Int, upTo bound: Int, _ names: inout LogNameTable
  ) -> [Row] {
    let sql = Row.selection(", row") + " WHERE row = ?"
    guard first <= bound, let statement = try? Statement(sql, on: database) else { return [] }
    var rows: [Row] = []
    for number in first...bound {
      do throws(DatabaseError) {
        try statement.bind([.integer(number)])
        if try statement.step(), let row = Row(statement, names: &names) { rows.append(row) }
      } catch { continue }
    }
    return rows
  }
}
