/// What can be told of a review log without writing anything, not even beside it.
public struct LogInspection: Hashable, Sendable {
  /// How the log is.
  public enum Condition: Hashable, Sendable {
    /// There is none yet.
    case absent
    /// All of it can be read.
    case sound
    /// It is open somewhere, or its last user died; what was added last is not counted here.
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
      do throws(DatabaseError) {
        try read(isOpen: state == .open)
      } catch {
        // What another process is about to write may look torn.
        condition =
          state == .open ? .open : .unusable(ReviewLogError(error, path: path, copy: copy))
      }
    }
  }

  /// Why a file that looks damaged cannot even be read; `nil` if it can.
  private static func failure(at path: String) -> ReviewLogError? {
    LogFolder.reasonAgainstReading(path).map { .unreadable(path: path, reason: $0) }
  }

  private var copy: String? { LogCopies(of: path).newestGood }

  private mutating func read(isOpen: Bool) throws(DatabaseError) {
    // Any other way of opening would make a file for the locks beside it.
    let database = try Database(path, .immutable)
    guard case .version(let version) = try LogSchema.finding(database) else {
      condition = .unusable(.foreign(path: path))
      return
    }
    guard version <= LogSchema.current.version else {
      condition = .unusable(.newer(path: path, version: version))
      return
    }
    if !isOpen { try database.check() }
    condition = isOpen ? .open : .sound
    guard version > 0 else { return }
    answers = try database.integer("SELECT count(*) FROM review WHERE kind = 'review'")
    if answers > 0 { lastAnswer = try database.integer("SELECT max(time) FROM review") }
  }
}
