internal import Glibc

/// A file of the site that is open for reading, and closed when nobody reads it any more.
final class OpenFile: Sendable {
  private let descriptor: Int32

  /// Its length in bytes when it was opened.
  let size: Int

  /// What is the same as long as nothing was written to the file: file, length and time.
  let fingerprint: String

  /// Takes over a descriptor; `nil`, and closed, if it is that of no plain file.
  init?(_ descriptor: Int32, _ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
    let numbers = [
      UInt64(status.st_ino), UInt64(size), UInt64(bitPattern: Int64(status.st_mtim.tv_sec)),
      UInt64(status.st_mtim.tv_nsec),
    ]
    fingerprint = numbers.map { String($0, radix: 36) }.joined(separator: "-")
  }

  deinit { close(descriptor) }

  /// Reads bytes into memory.
  ///
  /// - Parameters:
  ///   - buffer: Where they go.
  ///   - offset: The place in the file of the first.
  /// - Returns: How many were read, which may be less than asked for; 0 at the end or if it cannot be read.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    while true {
      let count = unsafe pread(descriptor, buffer.baseAddress, buffer.count, offset)
      if count >= 0 { return count }
      guard errno == EINTR else { return 0 }
    }
  }

  /// The last bytes of the file, at most so many.
  func tail(_ count: Int) -> [UInt8] {
    let count = min(count, size)
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled =
        unsafe count == 0 ? 0 : read(into: UnsafeMutableRawBufferPointer(buffer), at: size - count)
    }
  }
}
