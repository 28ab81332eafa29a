internal import Search

/// A run of bytes that is read in place: an array, or a part of a mapped file.
struct Region: Sendable {
  /// The number of bytes.
  let count: Int

  private let storage: Storage

  private enum Storage {
    case array([UInt8])
    case file(MappedFile, start: Int)
  }

  init(_ array: [UInt8]) {
    count = array.count
    storage = .array(array)
  }

  /// A part of a file, cut to what exists.
  init(_ file: MappedFile, _ range: Range<Int>) {
    let range = range.clamped(to: 0..<file.count)
    count = range.count
    storage = .file(file, start: range.lowerBound)
  }

  /// Lends a part, cut to what exists.
  func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result) -> Result
  {
    let range = range.clamped(to: 0..<count)
    switch storage {
    case .array(let array):
      return unsafe array.withUnsafeBytes {
        unsafe body(UnsafeRawBufferPointer(rebasing: $0[range]))
      }
    case .file(let file, let start):
      return unsafe file.withBytes(start + range.lowerBound..<start + range.upperBound, body)
    }
  }

  /// A copy of a part, cut to what exists.
  func array(_ range: Range<Int>) -> [UInt8] { unsafe withBytes(range) { unsafe Array($0) } }

  /// A little-endian number of 64 bits; zero where there is none.
  func number(at offset: Int) -> Int {
    guard offset >= 0, offset <= count &- 8 else { return 0 }
    return unsafe withBytes(offset..<offset &+ 8) { unsafe $0.loadUnaligned(as: Int.self) }
  }

  /// A little-endian number of 32 bits; zero where there is none.
  func word(at offset: Int) -> Int {
    guard offset >= 0, offset <= count &- 4 else { return 0 }
    return unsafe withBytes(offset..<offset &+ 4) { unsafe Int($0.loadUnaligned(as: UInt32.self)) }
  }

  /// The checksum of all bytes.
  ///
  /// - Complexity: O(`count`)
  var checksum: UInt64 { unsafe withBytes(0..<count) { unsafe rapidChecksum($0) } }

  /// The bytes for whoever reads them for long; those of a file are not copied.
  var bytes: Bytes {
    switch storage {
    case .array(let array): Bytes(array)
    case .file(let file, let start): file.slice(start..<start + count)
    }
  }
}
