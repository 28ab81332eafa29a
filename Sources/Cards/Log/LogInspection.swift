/// What can be told of a review log without writing anything, not even beside it.
///
/// It is called damaged where ``ReviewLog/reading(_:)`` refuses it as damaged.
public struct LogInspection: Hashable, Sendable {
  /// How the log is.
  public enum Condition: Hashable, Sendable {
    /// There is none yet.
    case absent
    /// All of it can be read.
    case sound
    /// It is open somewhere; what was added last is not counted here.
    case open
    /// It cannot be used as it is, and this says why.
    case unusable(ReviewLogError)
  }

  /// The file.
  public let path: String

  /// How the log is.
  public private(set) var condition = Condition.absent

  /// In bytes.
  public let size: Int

  /// The number of answers, those that were taken back included.
  public private(set) var answers = 0

  /// When the last answer was given, in milliseconds since 1970.
  public private(set) var lastAnswer: Int?

  /// The daily copies, the newest first.
  public let copies: [String]

  /// Looks at a log.
  ///
  /// - Parameter path: The file; it need not be there.
  /// - Complexity: O(*n*) in its size.
  public init(path: String) {
    self.path = path
    size = LogFolder.size(path) ?? 0
    copies = LogCopies(of: path).paths
    let state = LogFile(path: path).state
    switch state {
    case .absent:
      if let reason = LogFolder.reasonAgainstLooking(path) {
        condition = .unusable(.unreadable(path: path, reason: reason))
      } else if let copy {
        condition = .unusable(.missing(path: path, copy: copy))
      }
    case .damaged: condition = .unusable(Self.failure(at: path) ?? .damaged(path: path, copy: copy))
    case .closed, .open:
      do throws(ReviewLogError) {
        if let database = try Self.database(path, state) {
          try read(database, isOpen: false)
          return
        }
        condition = .open
        // What another process is about to write may look torn.
        try? read(Database(path, .immutable), isOpen: true)
      } catch {
        condition = .unusable(error)
      }
    }
  }

  /// The log as it is, to be read; `nil` where it is open somewhere.
  ///
  /// What its last user left behind is put together beside a copy, in the folder for temporary files.
  private static func database(
    _ path: String, _ state: LogFile.State
  ) throws(ReviewLogError) -> Database? {
    // Any other way of opening would make a file for the locks beside it.
    if state == .closed {
      return try ReviewLog.perform(path) { () throws(DatabaseError) in
        try Database(path, .immutable)
      }
    }
    // Whoever uses the log shares this lock.
    guard let lock = try? FolderLock(LogFolder.parent(path), alone: true) else { return nil }
    defer { extendLifetime(lock) }
    let copy = try ReviewLog.perform(path) { () throws(DatabaseError) in
      try Database(":memory:")
    }
    do throws(ReviewLogError) {
      try ReviewLog.copyFiles(of: path, to: copy)
    } catch {
      // Without room for a copy nothing can be said of it.
      guard case .damaged = error else { return nil }
      throw error
    }
    return copy
  }

  /// Why a file that looks damaged cannot even be read; `nil` if it can.
  private static func failure(at path: String) -> ReviewLogError? {
    LogFolder.reasonAgainstReading(path).map { .unreadable(path: path, reason: $0) }
  }

  private var copy: String? { LogCopies(of: path).newestGood }

  private mutating func read(_ database: Database, isOpen: Bool) throws(ReviewLogError) {
    let path = path
    let finding = try ReviewLog.perform(path) { () throws(DatabaseError) in
      try LogSchema.finding(database)
    }
    if finding == .damaged { throw .damaged(path: path, copy: copy) }
    guard case .version(let version) = finding else { throw .foreign(path: path) }
    guard version <= LogSchema.current.version else {
      throw .newer(path: path, version: version)
    }
    (answers, lastAnswer) = try ReviewLog.perform(path) { () throws(DatabaseError) in
      if !isOpen { try database.check() }
      guard version > 0 else { return (0, nil) }
      let answers = try database.integer("SELECT count(*) FROM review WHERE kind = 'review'")
      return (
        answers, answers > 0 ? try database.integer("SELECT max(time) FROM review") : nil
      )
    }
    if !isOpen { condition = .sound }
  }
}
