internal import Glibc
package import Search

/// Whole files, read and written.
package enum File {
  /// The bytes of a file.
  ///
  /// Only files are read: a pipe called `note.md` would keep the reader waiting, a device might have no end.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The most bytes that it may have.
  /// - Returns: All of it.
  /// - Throws: ``KnowledgeBaseError/unreadable(path:reason:)``.
  static func read(_ path: String, limit: Int = .max) throws(KnowledgeBaseError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw .unreadable(
        path: path, reason: errno == ENOENT ? reasonOfAbsence(path) : reason())
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: reason())
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      errno = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
      throw .unreadable(path: path, reason: reason())
    }
    guard status.st_size <= limit else {
      errno = EFBIG
      throw .unreadable(path: path, reason: reason())
    }
    var bytes: [UInt8] = []
    var failed = false
    var capacity = Swift.max(4096, Int(status.st_size) + 1)
    while true {
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress, capacity)
        failed = got < 0
        count = Swift.max(0, got)
      }
      if failed { throw .unreadable(path: path, reason: reason()) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      // A file gives less than it is asked for only at its end.
      if chunk.count < capacity { return bytes }
      capacity = 65_536
    }
  }

  /// The most bytes of a file that a person writes for the program: settings, a vocabulary.
  static let largestText = 1 << 24

  /// Whether a path below a folder leads out of it by symbolic links.
  package static func leadsOut(_ path: String, of folder: String) -> Bool {
    guard let real = unsafe realpath(path, nil) else { return true }
    defer { unsafe free(real) }
    guard let root = unsafe realpath(folder, nil) else { return true }
    defer { unsafe free(root) }
    let prefix = unsafe String(cString: root)
    return unsafe !String(cString: real).hasPrefix(prefix == "/" ? "/" : prefix + "/")
  }

  /// Puts a file in place whole or not at all: written beside under a name of its own, then renamed.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - pieces: Its bytes, piece by piece.
  /// - Returns: Whether the file is there; a cache that cannot be written is no error.
  static func replace(_ path: String, with pieces: [Region]) -> Bool {
    guard var draft = try? FileDraft(path, pieces) else { return false }
    return draft.place() == 0
  }

  /// Writes bytes to an open file; whether all were written.
  static func write(_ piece: Region, to descriptor: Int32) -> Bool {
    var written = 0
    while written < piece.count {
      let count = unsafe piece.withBytes(written..<piece.count) { bytes in
        unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) {
    var end = path.startIndex
    while end != path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      _ = unsafe mkdir(String(path[..<end]), 0o755)
    }
  }

  /// Whether something is there.
  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// The size of a file in bytes; `nil` if there is none.
  static func size(_ path: String) -> Int? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// The path without links, `.` and `..`, for what is there and for what is not: `missing/../site` is `site`.
  ///
  /// What is made on the way to a path may change where it leads; its canonical form stays what was looked at.
  package static func canonical(_ path: String) -> String {
    if let resolved = unsafe realpath(path, nil) {
      defer { unsafe free(resolved) }
      return unsafe String(cString: resolved)
    }
    guard let end = path.lastIndex(where: { $0 != "/" }) else { return path }
    let (above, last) = parted(path[...end])
    guard above != path else { return path }
    let resolved = canonical(above)
    switch last {
    case ".": return resolved
    case "..":
      guard let slash = resolved.lastIndex(of: "/") else { return resolved }
      return slash == resolved.startIndex ? "/" : String(resolved[..<slash])
    default: return resolved == "/" ? "/" + last : resolved + "/" + last
    }
  }

  /// A path that ends in a name, as the folder above and that name.
  private static func parted(_ path: Substring) -> (folder: String, name: Substring) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, path[path.index(after: slash)...])
  }

  /// Whether a folder has an entry of this name, be it a link that leads nowhere.
  static func isNamed(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// What is said of a link that leads nowhere, for which the system has no words of its own.
  package static let brokenLink = "a link to nothing"

  /// Why something is not there: the system's words, or ``brokenLink``.
  static func reasonOfAbsence(_ path: String) -> String {
    isNamed(path) ? brokenLink : unsafe String(cString: strerror(ENOENT))
  }

  private static func reason() -> String { unsafe String(cString: strerror(errno)) }
}

// MARK: - For what is measured beside the program

extension File {
  /// Maps a file into memory the way the cache is; `nil` if there is none or it is empty.
  package static func map(_ path: String) -> Bytes? {
    MappedFile(path).map { Region($0, 0..<$0.count).bytes }
  }

  /// Puts a file in place the way the cache is.
  package static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    replace(path, with: [Region(bytes)])
  }
}
