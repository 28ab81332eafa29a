internal import Glibc

/// The folder that a log and its copies lie in.
enum LogFolder {
  /// The system's words for one of its errors.
  static func reason(_ number: Int32) -> String { unsafe String(cString: strerror(number)) }

  /// The system's words for why a file, or one beside it, cannot be written; `nil` if it knows of none.
  static func reasonAgainstWriting(_ path: String) -> String? {
    let folder = parent(path)
    for one in [path, folder] where unsafe exists(one) && access(one, W_OK) != 0 {
      return reason(errno)
    }
    return exists(folder) ? nil : reason(ENOENT)
  }

  /// The system's words for why a file cannot be read; `nil` if it can.
  static func reasonAgainstReading(_ path: String) -> String? {
    unsafe access(path, R_OK) == 0 ? nil : reason(errno)
  }

  /// The system's words for why nobody can tell whether a file is there; `nil` if one can.
  static func reasonAgainstLooking(_ path: String) -> String? {
    guard unsafe access(path, F_OK) != 0 else { return nil }
    let number = errno
    return [ENOENT, ENOTDIR].contains(number) ? nil : reason(number)
  }

  /// The folder of a file.
  static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes a folder and those above it, and sees to it that they outlast a power cut.
  static func make(_ path: String) throws(ReviewLogError) {
    guard !exists(path) else { return }
    let parent = parent(path)
    if parent != path { try make(parent) }
    guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .unwritable(path: path, reason: reason(errno))
    }
    sync(parent)
  }

  /// Whether something is there.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// The size of a file in bytes; `nil` if there is none.
  static func size(_ path: String) -> Int? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Waits until a file's bytes, or a folder's names, are on the disk.
  @discardableResult
  static func sync(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }

  /// Puts a finished file in the place of another one, whole or not at all.
  static func rename(_ path: String, to other: String) throws(ReviewLogError) {
    sync(path)
    guard unsafe Glibc.rename(path, other) == 0 else {
      throw .unwritable(path: other, reason: reason(errno))
    }
    sync(parent(other))
  }

  /// Gives a file a second name, which must be free; whether that was possible.
  static func link(_ path: String, to other: String) -> Bool { unsafe Glibc.link(path, other) == 0 }

  /// Writes the bytes of a file to a new one.
  static func copy(_ path: String, to other: String) throws(ReviewLogError) {
    let source = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw .unwritable(path: path, reason: reason(errno)) }
    defer { close(source) }
    let target = unsafe open(other, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard target >= 0 else { throw .unwritable(path: other, reason: reason(errno)) }
    defer { close(target) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe read(source, &bytes, bytes.count)
      if count == 0 { return }
      guard count > 0, unsafe Glibc.write(target, bytes, count) == count else {
        throw errno == ENOSPC
          ? .full(path: other) : .unwritable(path: other, reason: reason(errno))
      }
    }
  }

  /// Writes bytes to an open file; whether all were, else `errno` says why not.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Writes bytes over the beginning of a file; whether that was possible.
  static func overwrite(_ path: String, with bytes: [UInt8]) -> Bool {
    let target = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard target >= 0 else { return false }
    defer { close(target) }
    return unsafe Glibc.write(target, bytes, bytes.count) == bytes.count
  }

  /// Makes a folder of our own where temporary files belong.
  ///
  /// - Returns: Its path.
  static func makeTemporary() throws(ReviewLogError) -> String {
    let named = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    let path = (named.hasPrefix("/") ? named : "/tmp") + "/awsnotes-" + EventID.random()
    guard unsafe mkdir(path, 0o700) == 0 else {
      throw .unwritable(path: path, reason: reason(errno))
    }
    return path
  }

  /// Removes an empty folder.
  static func removeFolder(_ path: String) { _ = unsafe rmdir(path) }

  /// Removes a file if there is one.
  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// The names in a folder, sorted by their bytes; none if it cannot be read.
  static func names(in path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      names.append(name)
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted { Array($0.utf8).precedes($1.utf8) }
  }
}

extension [UInt8] {
  fileprivate func precedes(_ other: String.UTF8View) -> Bool { lexicographicallyPrecedes(other) }
}

/// A lock on a folder, held as long as this lives; a process that dies loses it.
///
/// Whoever uses the log shares it; whoever puts another file in the log's place must have it alone.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Returns: `nil` if somebody else's stands against it.
  /// - Throws: ``ReviewLogError/unwritable(path:reason:)``.
  init?(_ path: String, alone: Bool) throws(ReviewLogError) {
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: LogFolder.reason(errno)) }
    guard flock(descriptor, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
