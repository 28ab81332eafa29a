internal import Glibc

/// What can be told of a log's file without opening it as a database.
struct LogFile {
  /// How the file was left.
  enum State: Hashable {
    /// There is none yet.
    case absent
    /// It was closed in order.
    case closed
    /// It is open somewhere, or its last user died: SQLite mends that, and it is looked at more closely.
    case open
    /// It is none of SQLite's files, or a part of it is missing.
    case damaged
  }

  /// The file.
  let path: String

  /// How the file was left.
  ///
  /// - Complexity: O(1): the first hundred bytes are read.
  var state: State {
    let isLogged = (LogFolder.size(path + "-wal") ?? 0) > 0
    let isHot = (LogFolder.size(path + "-journal") ?? 0) > 0
    guard let size = LogFolder.size(path) else { return isLogged ? .damaged : .absent }
    if size == 0 { return isLogged ? .damaged : .absent }
    guard let header = Header(path) else { return .damaged }
    if isLogged || isHot { return .open }
    let expected = header.pageSize * header.pageCount
    if size < expected { return .damaged }
    return size == expected ? .closed : .open
  }
}

/// The first hundred bytes of an SQLite file.
private struct Header {
  /// In bytes; a power of two.
  var pageSize: Int
  /// As many pages as the file should have.
  var pageCount: Int

  /// Reads the header; `nil` if it is none.
  init?(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    // What may not be read is not called damaged: opening it will say why.
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 100) { buffer, count in
      unsafe count = max(0, read(descriptor, buffer.baseAddress, 100))
    }
    guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3".utf8) + [0]) else {
      return nil
    }
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
    pageSize = size == 1 ? 65_536 : size
    pageCount = bytes[28..<32].reduce(0) { $0 << 8 | Int($1) }
    guard pageSize >= 512, pageSize & (pageSize - 1) == 0 else { return nil }
  }
}
