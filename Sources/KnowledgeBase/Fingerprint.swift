internal import Glibc

/// What tells whether a file changed: its size, its times in nanoseconds since 1970, its identity.
struct Fingerprint: Hashable, Sendable {
  var size: Int
  var modified: Int
  /// The time of the last change of anything, the time of modification included; nobody can set it.
  var changed: Int
  var identity: Int

  /// Stands for what is not there.
  static let missing = Fingerprint(size: 0, modified: 0, changed: 0, identity: 0)

  /// Is the fingerprint of no file: what has it counts as changed.
  static let unsure = Fingerprint(size: -1, modified: -1, changed: -1, identity: -1)

  /// The resolution of file times is taken to be no worse than this, in nanoseconds.
  private static let resolution = 20_000_000

  /// Whether the file may have changed at a moment, or may yet, without its times telling.
  func isFresh(at moment: Int) -> Bool {
    Swift.max(modified, changed) > moment - Self.resolution
  }
}

extension Fingerprint {
  init(_ status: stat) {
    size = status.st_size
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    identity = Int(status.st_ino)
  }

  /// What tells whether something that is no note is still of the same kind; a folder, whether it is
  /// still the same folder.
  init(kindOf status: stat) {
    self = .missing
    size = Int(status.st_mode & S_IFMT)
    if status.st_mode & S_IFMT == S_IFDIR {
      modified = Int(bitPattern: UInt(status.st_dev))
      identity = Int(status.st_ino)
    }
  }
}

/// The present, in nanoseconds since 1970.
func currentMoment() -> Int {
  var now = timespec()
  unsafe clock_gettime(CLOCK_REALTIME, &now)
  return now.tv_sec * 1_000_000_000 + now.tv_nsec
}
