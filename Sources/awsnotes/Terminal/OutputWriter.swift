import Glibc

/// A buffered way out to a file descriptor.
///
/// Once its reader is gone (`awsnotes search NAT | head -1`), a writer takes all and writes
/// nothing; another error of the system is kept until the program ends and reports it.
final class OutputWriter {
  let terminal: Terminal

  /// Why nothing can be written any more, as a number of `errno`.
  private(set) var error: Int32?

  /// Whether all is held back, so that it can still be forgotten.
  var isHeld = false

  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// The bytes to hold back before they are written.
  private static let capacity = 1 << 16

  init(descriptor: Int32, terminal: Terminal) {
    self.descriptor = descriptor
    self.terminal = terminal
  }

  deinit {
    flush()
  }

  /// Whether more text would be read by nobody, so that long work may as well end.
  var isClosed: Bool { error != nil }

  /// Writes a text as it is, control characters included.
  func writeRaw(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity, !isHeld { flush() }
  }

  /// Writes text for people, in the looks that the terminal has.
  func write(_ text: StyledText) {
    writeRaw(text.rendered(for: terminal))
  }

  /// Writes lines of text for people.
  func writeLines(_ lines: [StyledText]) {
    for line in lines {
      write(line)
      writeRaw("\n")
    }
  }

  /// Writes a line of text for people.
  func writeLine(_ line: StyledText = "") {
    writeLines([line])
  }

  /// Forgets what is held back.
  func discard() { buffer.removeAll(keepingCapacity: true) }

  /// Hands all that was held back to the system.
  func flush() {
    var start = 0
    while error == nil, start < buffer.count {
      let count = unsafe buffer.withUnsafeBytes { bytes in
        unsafe Glibc.write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count >= 0 {
        start += count
      } else if errno == EAGAIN {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&request, 1, -1)
      } else if errno != EINTR {
        error = errno
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
