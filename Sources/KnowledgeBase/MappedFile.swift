internal import Glibc
internal import Search

/// A file in memory, read only as far as it is looked at.
///
/// Every read is checked: outside the file there are zeros and no bytes.
@safe
final class MappedFile: Sendable {
  /// The number of bytes.
  let count: Int

  private let address: UInt

  /// Maps a file; `nil` if there is none or it is empty.
  init?(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
    count = Int(status.st_size)
    guard let memory = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe memory != MAP_FAILED
    else { return nil }
    address = UInt(bitPattern: memory)
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(bitPattern: address), count) }

  /// A little-endian number of 64 bits.
  func number(at offset: Int) -> Int {
    guard offset >= 0, offset <= count &- 8 else { return 0 }
    return unsafe whole.loadUnaligned(fromByteOffset: offset, as: Int.self)
  }

  /// Lends a part, cut to what exists.
  func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result) -> Result
  {
    unsafe body(UnsafeRawBufferPointer(rebasing: whole[range.clamped(to: 0..<count)]))
  }

  /// A copy of a part, cut to what exists.
  func array(_ range: Range<Int>) -> [UInt8] { unsafe withBytes(range) { unsafe Array($0) } }

  /// A part, cut to what exists, that keeps the file in memory.
  func slice(_ range: Range<Int>) -> Bytes {
    unsafe withBytes(range) { bytes in
      unsafe Bytes(bytes) { [self] in withExtendedLifetime(self) {} }
    }
  }

  private var whole: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
  }
}
