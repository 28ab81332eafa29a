/// A run of bytes that never moves, and whoever keeps it alive: a mapped file, an array, linear memory.
///
/// Every read is checked. A read outside the run gives zeros or nothing, never a trap: an index that was
/// damaged on disk may answer nonsense until its checksum is noticed, but it cannot crash the reader.
@safe
public final class Bytes: Sendable {
  /// The number of bytes.
  public let count: Int

  /// Compares checksums as parts are read; `nil` where that is not needed.
  let verifier: Verifier?

  /// Which pieces of the run are there; `nil` where all are.
  let pieces: PieceMap?

  private let address: UInt
  private let release: @Sendable () -> Void

  /// Takes charge of memory that stays readable and unchanged until `release` is called.
  ///
  /// - Parameters:
  ///   - memory: The bytes.
  ///   - release: Called once, when nobody reads the bytes any more.
  public convenience init(
    _ memory: UnsafeRawBufferPointer, release: @escaping @Sendable () -> Void
  ) {
    unsafe self.init(memory, verifier: nil, pieces: nil, release: release)
  }

  /// Looks at memory of which only some pieces were filled; whoever owns it has to outlive the reader.
  convenience init(_ memory: UnsafeRawBufferPointer, pieces: PieceMap) {
    unsafe self.init(memory, verifier: nil, pieces: pieces) {}
  }

  private init(
    _ memory: UnsafeRawBufferPointer, verifier: Verifier?, pieces: PieceMap?,
    release: @escaping @Sendable () -> Void
  ) {
    self.verifier = verifier
    self.pieces = pieces
    count = memory.count
    address = UInt(bitPattern: memory.baseAddress)
    self.release = release
  }

  /// Copies an array.
  ///
  /// - Parameter array: The bytes to hold.
  /// - Complexity: O(`array.count`)
  public convenience init(_ array: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: array.count, alignment: 8)
    unsafe copy.copyBytes(from: array)
    let address = UInt(bitPattern: copy.baseAddress)
    unsafe self.init(UnsafeRawBufferPointer(copy)) {
      unsafe UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
    }
  }

  deinit { release() }

  /// The same bytes, whose checksums are compared as parts are read.
  func verified(by verifier: Verifier) -> Bytes {
    let whole = self
    return unsafe Bytes(
      UnsafeRawBufferPointer(start: base, count: count), verifier: verifier, pieces: pieces
    ) { withExtendedLifetime(whole) {} }
  }

  /// Compares the checksums of a part that is about to be read.
  ///
  /// - Returns: Whether the part is there. What is not reads as zeros, and is wanted from now on.
  @inline(__always)
  @discardableResult
  func check(_ range: Range<Int>) -> Bool {
    verifier?.check(range, of: self)
    return has(range)
  }

  /// Whether a part is there, which was compared with its checksum on opening.
  @inline(__always)
  func has(_ range: Range<Int>) -> Bool { pieces?.has(range) ?? true }

  private var base: UnsafeRawPointer? { unsafe UnsafeRawPointer(bitPattern: address) }

  /// One byte; zero outside the run.
  subscript(index: Int) -> UInt8 {
    guard index >= 0, index < count, let base = unsafe base else { return 0 }
    return unsafe base.load(fromByteOffset: index, as: UInt8.self)
  }

  /// A little-endian number of 32 bits; zero outside the run.
  func word(at offset: Int) -> UInt32 {
    guard offset >= 0, offset <= count &- 4, let base = unsafe base else { return 0 }
    return unsafe UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// A little-endian number of 64 bits; zero outside the run.
  func longWord(at offset: Int) -> UInt64 {
    guard offset >= 0, offset <= count &- 8, let base = unsafe base else { return 0 }
    return unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The memory at an offset; `nil` unless so many bytes, and what a wide read touches behind them,
  /// lie in the run.
  @inline(__always)
  func memory(at offset: Int, count needed: Int) -> UnsafeRawPointer? {
    guard offset >= 0, needed >= 0, offset <= count &- BitPacking.padding &- needed,
      let base = unsafe base
    else { return nil }
    return unsafe base + offset
  }

  /// The part of a range that lies inside the run.
  func clamped(_ range: Range<Int>) -> Range<Int> { range.clamped(to: 0..<count) }

  /// Lends a part of the run, cut to what exists.
  func withSpan<Result>(_ range: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
    let range = clamped(range)
    guard let base = unsafe base else { return body(Span()) }
    let start = unsafe base.advanced(by: range.lowerBound).assumingMemoryBound(to: UInt8.self)
    return unsafe body(Span(_unsafeStart: start, count: range.count))
  }

  /// A copy of a part of the run, cut to what exists.
  ///
  /// - Parameter range: Offsets from the beginning.
  /// - Returns: At most `range.count` bytes.
  /// - Complexity: O(`range.count`)
  public func array(_ range: Range<Int>) -> [UInt8] {
    withSpan(range) { span in
      var copy: [UInt8] = []
      copy.reserveCapacity(span.count)
      for index in span.indices { copy.append(span[index]) }
      return copy
    }
  }

  /// A checksum of a part of the run: 64 bits, eight bytes a step, no guard against malice.
  ///
  /// Each step folds the 128-bit product of the mixed word and an odd constant, as wyhash does.
  func checksum(_ range: Range<Int>) -> UInt64 {
    let range = clamped(range)
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: range.count)
    var offset = range.lowerBound
    while offset &+ 8 <= range.upperBound {
      hash = mixed(hash, longWord(at: offset))
      offset &+= 8
    }
    var last: UInt64 = 0
    while offset < range.upperBound {
      last = last << 8 | UInt64(self[offset])
      offset &+= 1
    }
    return mixed(hash, last)
  }
}

func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
  let product = (hash ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
  return product.high ^ product.low ^ word
}

// MARK: - For files that hold an index beside other things

extension Bytes {
  /// A little-endian number of 64 bits.
  ///
  /// - Parameter offset: Where the number begins.
  /// - Returns: The number, zero outside the run.
  public func number(at offset: Int) -> UInt64 { longWord(at: offset) }

  /// A part of the run that keeps the whole alive.
  ///
  /// - Parameter range: Offsets from the beginning.
  /// - Returns: The part, cut to what exists.
  /// - Complexity: O(1)
  public func slice(_ range: Range<Int>) -> Bytes {
    let range = clamped(range)
    let start = unsafe base.map { unsafe $0 + range.lowerBound }
    let whole = self
    return unsafe Bytes(UnsafeRawBufferPointer(start: start, count: range.count)) {
      withExtendedLifetime(whole) {}
    }
  }
}

/// A checksum of bytes: 64 bits, as an index uses it for its parts.
///
/// - Parameter bytes: Any bytes.
/// - Returns: The same number for the same bytes on every machine.
/// - Complexity: O(`bytes.count`)
public func checksum(_ bytes: [UInt8]) -> UInt64 { Bytes(bytes).checksum(0..<bytes.count) }
