internal import Glibc

/// A file that was written whole under a name of its own, beside the place that it is meant for.
///
/// It is put in that place by a rename; one that is not is removed.
struct FileDraft: ~Copyable {
  /// Why a file could not be written: the number of the system's error.
  struct Failure: Error {
    let number: Int32
  }

  private let temporary: String
  private let path: String
  private var isPlaced = false

  /// Writes a file beside its place.
  ///
  /// - Parameters:
  ///   - path: Its place.
  ///   - pieces: Its bytes, piece by piece.
  /// - Throws: ``Failure``; nothing is left then.
  init(_ path: String, _ pieces: [Region]) throws(Failure) {
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0 ... .max))"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure(number: errno) }
    var number = pieces.allSatisfy { File.write($0, to: descriptor) } ? 0 : errno
    if close(descriptor) != 0, number == 0 { number = errno }
    guard number == 0 else {
      unsafe unlink(temporary)
      throw Failure(number: number)
    }
    (self.temporary, self.path) = (temporary, path)
  }

  deinit { if !isPlaced { unsafe unlink(temporary) } }

  /// Puts the file in its place.
  ///
  /// - Returns: 0, or the number of the system's error.
  mutating func place() -> Int32 {
    isPlaced = unsafe rename(temporary, path) == 0
    return isPlaced ? 0 : errno
  }
}
