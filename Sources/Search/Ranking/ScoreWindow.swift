/// The scores of 4,096 neighbouring documents.
///
/// Sixteen kilobytes of sums stay in the processor's first cache while list after list adds to them. Where
/// few documents are expected, a bit is kept for each that was met, and only these are looked at; where there
/// are many, looking at all sums, sixteen at a time, is faster than keeping bits.
@safe
struct ScoreWindow {
  static let size = 4096

  private(set) var start: UInt32 = 0
  private(set) var end: UInt32 = 0
  private var isDense = false
  private let sums: UnsafeMutablePointer<UInt32>
  private let met: UnsafeMutablePointer<UInt64>

  /// The numbers of four bytes that a window needs room for.
  static let room = size + 2 * (size / 64)
  /// The number of documents from which on bits do not pay.
  private static let many = 384
  private static let lanes = 16
  /// A bit for each lane.
  @inline(__always)
  private static var laneBits: SIMD16<UInt32> {
    SIMD16(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768)
  }

  /// - Parameter room: Room for ``room`` numbers, aligned to 64 bytes, for this window alone; ``clear()``
  ///   has to be called before anything is added.
  init(room: UnsafeMutablePointer<UInt32>) {
    unsafe sums = room
    unsafe met = UnsafeMutableRawPointer(room + Self.size).assumingMemoryBound(to: UInt64.self)
  }

  /// Empties all room, once.
  func clear() {
    unsafe sums.update(repeating: 0, count: Self.size)
    unsafe met.update(repeating: 0, count: Self.size / 64)
  }

  /// Moves the window, which must be empty, so that it ends before `limit`.
  mutating func move(to start: UInt32, limit: UInt32) {
    self.start = start
    end = start &+ Swift.min(UInt32(Self.size), limit &- start)
  }

  /// Tells about how many documents will be added.
  mutating func expect(_ count: Int) { isDense = count >= Self.many }

  /// Adds weighed impacts to documents in the window.
  ///
  /// - Returns: The place of the first document that lies behind the window, or `last`.
  @inline(__always)
  mutating func add(
    _ documents: UnsafeMutablePointer<UInt32>, _ impacts: UnsafeMutablePointer<UInt8>,
    from first: Int, to last: Int, weight: UInt32
  ) -> Int {
    var place = first
    let size = end &- start
    if last > first, unsafe documents[first] &- start < size,
      unsafe documents[last &- 1] &- start < size,
      isDense
    {
      // A whole block inside the window, as most are.
      while place < last {
        let slot = unsafe Int(documents[place] &- start) & (Self.size &- 1)
        unsafe sums[slot] &+= UInt32(impacts[place]) &* weight
        place &+= 1
      }
      return last
    }
    while place < last {
      let document = unsafe documents[place]
      let slot = document &- start
      if slot < size {
        unsafe sums[Int(slot)] &+= UInt32(impacts[place]) &* weight
        if !isDense { unsafe met[Int(slot >> 6)] |= 1 << UInt64(slot & 63) }
      } else if document >= end {
        return place
      }
      place &+= 1
    }
    return last
  }

  @inline(__always)
  mutating func add(_ score: UInt32, to document: UInt32) {
    let slot = document &- start
    guard slot < end &- start else { return }
    unsafe sums[Int(slot)] &+= score
    unsafe met[Int(slot >> 6)] |= 1 << UInt64(slot & 63)
  }

  /// Visits the documents whose sum exceeds a score, in order, and empties the window.
  ///
  /// - Parameters:
  ///   - least: Documents with this sum or less are not visited; the body may raise it.
  ///   - body: What to do with a document and its sum; returns the new least score.
  @inline(__always)
  mutating func drain(above least: UInt32, _ body: (UInt32, UInt32) -> UInt32) {
    if isDense { drainAll(above: least, body) } else { drainMet(above: least, body) }
  }

  @inline(__always)
  private mutating func drainMet(above least: UInt32, _ body: (UInt32, UInt32) -> UInt32) {
    var least = least
    for word in 0..<Int((end &- start &+ 63) / 64) {
      var bits = unsafe met[word]
      guard bits != 0 else { continue }
      unsafe met[word] = 0
      repeat {
        let slot = word &* 64 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        let sum = unsafe sums[slot]
        unsafe sums[slot] = 0
        if sum > least { least = body(start &+ UInt32(slot), sum) }
      } while bits != 0
    }
  }

  @inline(__always)
  private mutating func drainAll(above least: UInt32, _ body: (UInt32, UInt32) -> UInt32) {
    var least = least
    let groups = unsafe UnsafeMutableRawPointer(sums).assumingMemoryBound(
      to: SIMD16<UInt32>.self)
    let count = (Int(end &- start) &+ Self.lanes &- 1) / Self.lanes
    for group in 0..<count {
      // A difference is negative where a sum exceeds the least: sums stay far below 2³¹.
      let differences = unsafe SIMD16(repeating: least) &- groups[group]
      let halves = differences.lowHalf | differences.highHalf
      guard (halves.lowHalf | halves.highHalf).hasNegative else {
        unsafe groups[group] = .zero
        continue
      }
      var bits = (Self.laneBits & (.zero &- differences &>> 31)).wrappedSum()
      while bits != 0 {
        let slot = group &* Self.lanes &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        let sum = unsafe sums[slot]
        if sum > least { least = body(start &+ UInt32(slot), sum) }
      }
      unsafe groups[group] = .zero
    }
    unsafe met.update(repeating: 0, count: Self.size / 64)
  }
}

extension SIMD4<UInt32> {
  /// Whether a lane is negative where it is read with a sign.
  @inline(__always)
  var hasNegative: Bool {
    let pairs = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (pairs.x | pairs.y) & 0x8000_0000_8000_0000 != 0
  }
}
