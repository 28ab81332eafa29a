import Cards
import Glibc
import Quiz

/// Where an interrupted exam waits: a small file beside the review log.
///
/// It is written beside and renamed into place. A second exam at the same time is refused.
final class ExamStore {
  /// What was found.
  enum Kept: Hashable {
    case nothing
    case exam(ExamRecord)
    /// The file made no sense and was put aside, under this name.
    case damaged(movedTo: String)
  }

  let path: String
  private var lock: Int32 = -1

  /// Takes the place for one exam.
  ///
  /// - Parameter environment: Says where data belong, as for the review log.
  /// - Throws: A ``Failure`` if another exam is open, or the folder cannot be written.
  init(environment: [String: String]) throws(Failure) {
    let log: String
    do { log = try ReviewLog.path(in: environment) } catch { throw Failure(error) }
    let folder = String(log[..<(log.lastIndex(of: "/") ?? log.startIndex)])
    path = folder + "/examen.txt"
    try Self.makeFolder(folder)
    lock = unsafe open(folder + "/examen.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw Self.failure(path) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw Failure(ExamText.alreadyOpen, status: .misuse)
    }
  }

  deinit { if lock >= 0 { close(lock) } }

  /// Reads what was kept.
  func load() throws(Failure) -> Kept {
    guard let text = try read() else { return .nothing }
    if let text, let record = try? ExamRecord(text: text) { return .exam(record) }
    var name = path + ".abime"
    var number = 2
    while unsafe access(name, F_OK) == 0 {
      name = path + ".abime-\(number)"
      number += 1
    }
    guard unsafe rename(path, name) == 0 else { throw Self.failure(path) }
    return .damaged(movedTo: name)
  }

  /// Keeps an exam, whole or not at all.
  func save(_ record: ExamRecord) throws(Failure) {
    let draft = path + ".new"
    let file = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Self.failure(draft) }
    let isWritten = Self.write(Array(record.text.utf8), to: file) && fsync(file) == 0
    let problem = errno
    close(file)
    guard isWritten else { throw Self.failure(draft, problem) }
    guard unsafe rename(draft, path) == 0 else { throw Self.failure(path) }
  }

  /// Forgets the exam: it is over, or another one is begun.
  func remove() { _ = unsafe unlink(path) }

  // MARK: The system

  /// The largest file that is read, in bytes: an exam takes some thousands.
  private static let most = 1 << 20

  /// The text of the file: `nil` if there is no file, a text of `nil` if it is none of ours.
  private func read() throws(Failure) -> String?? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw Self.failure(path)
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 16_384)
    while bytes.count <= Self.most {
      let count = unsafe Glibc.read(file, &part, part.count)
      if count < 0 { throw Self.failure(path) }
      if count == 0 { return .some(String(validating: bytes, as: UTF8.self)) }
      bytes += part.prefix(count)
    }
    return .some(nil)
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(file, buffer.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }

  private static func makeFolder(_ path: String) throws(Failure) {
    guard unsafe access(path, F_OK) != 0 else { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path) }
  }

  private static func failure(_ path: String, _ number: Int32 = errno) -> Failure {
    let reason = unsafe String(cString: strerror(number))
    return Failure(
      number == ENOSPC ? .full(path: path) : .unwritable(path: path, reason: reason))
  }
}
