internal import Glibc

extension File {
  /// The bytes of something that a person named: a file, a pipe, a device, or `-` for the standard input.
  ///
  /// Unlike ``read(_:limit:)`` it waits for whoever writes to a pipe, and reads as far as there is something.
  ///
  /// - Parameters:
  ///   - path: The file, or `-`.
  ///   - limit: The most bytes that it may give; what gives more is refused, a device without an end as well.
  /// - Returns: All of it.
  /// - Throws: ``KnowledgeBaseError/unreadable(path:reason:)``.
  /// - Complexity: O(*n*) in the number of bytes, of which no more than `limit` are ever in memory.
  package static func input(_ path: String, limit: Int) throws(KnowledgeBaseError) -> [UInt8] {
    let descriptor =
      unsafe path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > limit
    {
      throw .unreadable(path: path, reason: reason(EFBIG))
    }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(descriptor, &part, part.count)
      if count == 0 { return bytes }
      if count > 0 {
        guard bytes.count + count <= limit else {
          throw .unreadable(path: path, reason: reason(EFBIG))
        }
        bytes += part[..<count]
      } else if errno == EAGAIN {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&request, 1, -1)
      } else if errno != EINTR {
        throw .unreadable(path: path, reason: reason(errno))
      }
    }
  }

  private static func reason(_ number: Int32) -> String {
    unsafe String(cString: strerror(number))
  }
}
