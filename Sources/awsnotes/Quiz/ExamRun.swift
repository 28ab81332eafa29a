import Cards
import Glibc
import Quiz

/// An exam as it is taken: kept after each answer, its time running only while it is open.
///
/// Screen and lines both show this; neither decides anything. Nothing goes to the review log.
final class ExamRun {
  private(set) var exam: Exam
  /// What is to be said before the first question.
  let notices: [Localized]
  /// Whether it goes on where it was interrupted.
  let isResumed: Bool

  private let store: ExamStore?
  private let now: () -> Int
  /// When time was counted last; `nil` while the exam is closed.
  private var lastCounted: Int?

  /// Creates a run of an exam.
  ///
  /// - Parameters:
  ///   - exam: The exam.
  ///   - store: Where it is kept; `nil` keeps nothing.
  ///   - isResumed: Whether it was interrupted.
  ///   - notices: What is to be said first.
  ///   - now: Milliseconds of a clock that never goes back.
  init(
    _ exam: Exam, store: ExamStore?, isResumed: Bool = false, notices: [Localized] = [],
    now: @escaping () -> Int = { Clock.running }
  ) {
    self.exam = exam
    self.store = store
    self.isResumed = isResumed
    self.notices = notices
    self.now = now
  }

  /// Lets the time run from here on.
  func open() throws(Failure) {
    lastCounted = now()
    try save()
  }

  /// Counts the time since it was counted last.
  ///
  /// - Returns: Whether the exam still goes on.
  @discardableResult
  func tick() -> Bool {
    let time = now()
    if let last = lastCounted { exam.spend(time - last) }
    lastCounted = time
    return exam.end == nil
  }

  /// Keeps the exam as it is.
  func save() throws(Failure) { try store?.save(exam.record) }

  /// Forgets an exam that is over, once its result was shown.
  func forget() { if exam.end != nil { store?.remove() } }

  /// Stops the clock and keeps the exam for another time.
  func interrupt() throws(Failure) {
    tick()
    lastCounted = nil
    try save()
  }
}

// MARK: - Answering

extension ExamRun {
  /// Chooses, or takes a choice back; the answer is kept before anything else happens.
  func choose(_ choice: Int) throws(Failure) -> Exam.Chosen {
    guard tick() else { return .refused }
    let chosen = exam.choose(choice)
    if chosen == .changed { try save() }
    return chosen
  }

  /// Gives a whole answer in place of the one before.
  ///
  /// - Returns: `false` if it has more choices than are right; the answer stays as it was.
  func answer(_ choices: Set<Int>) throws(Failure) -> Bool {
    guard tick() else { return false }
    var changed = exam
    changed.clear()
    for choice in choices.sorted() where changed.choose(choice) != .changed { return false }
    guard choices.count <= exam.question.right.count else { return false }
    exam = changed
    try save()
    return true
  }

  func clear() throws(Failure) {
    guard tick() else { return }
    exam.clear()
    try save()
  }

  func toggleMark() throws(Failure) {
    guard tick() else { return }
    exam.toggleMark()
    try save()
  }

  /// Shows another question.
  ///
  /// - Returns: Whether there is such a question.
  @discardableResult
  func go(to place: Int) -> Bool { exam.go(to: place) }

  /// Hands the exam in.
  func finish() throws(Failure) {
    if tick() { exam.finish() }
    try save()
  }
}

extension Clock {
  /// Milliseconds of a clock that never goes back and stands still while the machine sleeps.
  static var running: Int {
    var now = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
