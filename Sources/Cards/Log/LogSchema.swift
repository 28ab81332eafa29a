/// The tables of the log, and how those of older versions become those of today.
struct LogSchema {
  /// What stands in the file's header so that it is known as a review log: `awsn`.
  static let applicationID = 0x6177_736E

  /// What leads from each version to the next, from an empty file on.
  ///
  /// What was published is never changed: a change is a new element.
  var steps: [String]

  /// The version that all steps lead to.
  var version: Int { steps.count }

  /// The tables of today.
  static let current = LogSchema(steps: [first])

  // Rows hold all they mean by themselves, so that each one that can be read of a damaged file counts.
  private static let first =
    """
    CREATE TABLE review (
      row INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      kind TEXT NOT NULL CHECK (kind IN ('review', 'undo')),
      card TEXT NOT NULL,
      time INTEGER NOT NULL,
      rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
      duration INTEGER NOT NULL,
      undoes BLOB CHECK ((kind = 'undo') = (undoes IS NOT NULL))
    ) STRICT;
    CREATE TABLE flag (
      row INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      card TEXT NOT NULL,
      path TEXT NOT NULL,
      line INTEGER NOT NULL,
      time INTEGER NOT NULL,
      is_set INTEGER NOT NULL CHECK (is_set IN (0, 1))
    ) STRICT;
    CREATE TABLE joined (
      row INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      orphan TEXT NOT NULL,
      card TEXT NOT NULL,
      time INTEGER NOT NULL
    ) STRICT;
    """ + ["review", "flag", "joined"].map(appendOnly).joined(separator: "\n")

  private static func appendOnly(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_is_not_changed BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'rows of the log are never changed'); END;
    CREATE TRIGGER \(table)_is_not_removed BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'rows of the log are never removed'); END;
    """
  }

  /// What a file turned out to be.
  enum Finding: Hashable {
    /// A log of this version, 0 for an empty file.
    case version(Int)
    /// Another program's database.
    case foreign
    /// A log whose header no awsnotes wrote so.
    case damaged
  }

  /// What a file is.
  static func finding(_ database: Database) throws(DatabaseError) -> Finding {
    let version = try database.integer("PRAGMA user_version")
    let application = try database.integer("PRAGMA application_id")
    if application == applicationID { return version >= 0 ? .version(version) : .damaged }
    let tables = try database.integer("SELECT count(*) FROM sqlite_schema")
    return application == 0 && version == 0 && tables == 0 ? .version(0) : .foreign
  }

  /// Brings a file to the version of today, all at once or not at all.
  func migrate(_ database: Database) throws(DatabaseError) {
    try database.transaction { () throws(DatabaseError) in
      // Another program may have done it while this one waited.
      guard case .version(let version) = try Self.finding(database), version < steps.count else {
        return
      }
      for step in steps[version...] { try database.execute(step) }
      try database.run("PRAGMA application_id = \(Self.applicationID)")
      try database.run("PRAGMA user_version = \(steps.count)")
    }
  }
}
