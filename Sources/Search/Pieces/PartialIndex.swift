/// An index of which only some pieces are there.
///
///     while true {
///       if let answer = index.ask({ $0.search(query) }) { return answer }
///       for piece in index.wanted { index.fill(piece, with: fetched(piece)) }
///     }
///
/// Pieces are numbered through all runs; each run begins with a piece of its own. Who asks gets an answer only if all
/// that it rests on was there, and then the same as the whole index gives.
@safe
public final class PartialIndex {
  /// The bytes of a piece.
  public let pieceSize: Int

  private let maps: [PieceMap]
  private let memory: UnsafeMutableRawBufferPointer
  private let index: Index

  /// Opens an index of which nothing is there yet.
  ///
  /// - Parameters:
  ///   - guide: The guide of the index.
  ///   - pieceSize: The bytes of a piece: those that the guide was made for.
  /// - Throws: ``IndexError`` if it is no guide of an index of this version, or of two gigabytes or more.
  /// - Complexity: O(*n*) in the bytes of the index, which are set to zero.
  public init(_ guide: IndexGuide, pieceSize: Int) throws(IndexError) {
    guard pieceSize >= 256, pieceSize & (pieceSize - 1) == 0, !guide.runs.isEmpty,
      Self.fits(guide, pieceSize: pieceSize)
    else { throw .foreign }
    self.pieceSize = pieceSize
    maps = guide.runs.map { PieceMap(length: $0.length, size: pieceSize, fences: $0.tables) }
    let length = maps.reduce(0) { $0 + $1.count * pieceSize }
    // Some bytes more, for wide reads.
    unsafe memory = .allocate(byteCount: length + 16, alignment: 16)
    #if !arch(wasm32)
      // A page’s memory that was never used is zero, and need not be touched.
      unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
    #endif
    var runs: [Bytes] = []
    var start = 0
    for (run, map) in zip(guide.runs, maps) {
      for patch in run.patches where patch.offset + patch.bytes.count <= run.length {
        unsafe UnsafeMutableRawBufferPointer(rebasing: memory[(start + patch.offset)...])
          .copyBytes(from: patch.bytes)
      }
      runs.append(
        unsafe Bytes(
          UnsafeRawBufferPointer(rebasing: memory[start..<start + run.length]), pieces: map))
      start += map.count * pieceSize
    }
    do { index = try Index(segments: runs, verification: .nothing) } catch {
      unsafe memory.deallocate()
      throw error
    }
  }

  deinit { unsafe memory.deallocate() }

  /// Whether all places in the index are an `Int32`, which is what `Int` is in the browser.
  private static func fits(_ guide: IndexGuide, pieceSize: Int) -> Bool {
    var length: UInt64 = 16
    for run in guide.runs {
      guard run.length >= 0 else { return false }
      length += UInt64(run.length) + UInt64(pieceSize)
    }
    return length < UInt64(Int32.max)
  }

  /// The number of pieces.
  public var pieceCount: Int { maps.reduce(0) { $0 + $1.count } }

  /// Asks the index something.
  ///
  /// - Parameter question: What is asked; it may be asked in vain.
  /// - Returns: The answer; `nil` if pieces are ``wanted`` first.
  public func ask<Result>(_ question: (Index) -> Result) -> Result? {
    for map in maps { map.forget() }
    let result = question(index)
    return maps.contains { $0.isIncomplete } ? nil : result
  }

  /// The pieces that the last question asked for in vain, ascending.
  public var wanted: [Int] {
    var wanted: [Int] = []
    var first = 0
    for map in maps {
      wanted += map.wanted.map { first + $0 }
      first += map.count
    }
    return wanted
  }

  /// Where a piece is to be written before it is told of by ``fill(_:)``.
  ///
  /// - Returns: Room for ``pieceSize`` bytes; `nil` for a number that is no piece's.
  public func room(ofPiece piece: Int) -> UnsafeMutableRawPointer? {
    guard piece >= 0, piece < pieceCount else { return nil }
    return unsafe memory.baseAddress.map { unsafe $0 + piece * pieceSize }
  }

  /// Remembers that a piece was written.
  public func fill(_ piece: Int) {
    var number = piece
    for map in maps {
      if number < map.count { return map.fill(number) }
      number -= map.count
    }
  }

  /// Writes a piece.
  ///
  /// - Parameters:
  ///   - piece: Its number.
  ///   - bytes: At most ``pieceSize`` bytes.
  public func fill(_ piece: Int, with bytes: [UInt8]) {
    guard let room = unsafe room(ofPiece: piece) else { return }
    let count = Swift.min(pieceSize, bytes.count)
    unsafe UnsafeMutableRawBufferPointer(start: room, count: count).copyBytes(
      from: bytes.prefix(count))
    fill(piece)
  }
}

extension Index {
  /// How many pieces ``visitPieces(size:_:)`` visits.
  ///
  /// - Parameter size: The bytes of a piece.
  /// - Returns: The number of pieces of all segments.
  public func pieceCount(size: Int) -> Int {
    segments.reduce(0) { $0 + ($1.bytes.count + size - 1) / size }
  }

  /// How many of these pieces each segment has.
  ///
  /// - Parameter size: The bytes of a piece.
  /// - Returns: Numbers of pieces, in the order in which they are visited.
  public func pieceCounts(size: Int) -> [Int] {
    segments.map { ($0.bytes.count + size - 1) / size }
  }

  /// A piece of a segment.
  ///
  /// - Parameters:
  ///   - number: The piece's number in its segment.
  ///   - segment: The segment's number.
  ///   - size: The bytes of a piece, a power of two.
  /// - Returns: At most `size` bytes.
  public func piece(_ number: Int, ofSegment segment: Int, size: Int) -> [UInt8] {
    segments[segment].bytes.array(number * size..<number * size + size)
  }

  /// Cuts the bytes of the index into pieces, as ``PartialIndex`` numbers them.
  ///
  /// - Parameters:
  ///   - size: The bytes of a piece, a power of two.
  ///   - body: Called with each piece, of at most `size` bytes.
  /// - Complexity: O(*n*) in the bytes of the index.
  public func visitPieces(size: Int, _ body: (_ piece: [UInt8]) -> Void) {
    for segment in segments {
      for start in stride(from: 0, to: segment.bytes.count, by: size) {
        body(segment.bytes.array(start..<start + size))
      }
    }
  }
}
