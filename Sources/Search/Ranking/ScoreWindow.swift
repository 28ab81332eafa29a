/// The scores of 4,096 neighbouring documents, and a bit for each that was met.
///
/// Sixteen kilobytes of sums stay in the processor's first cache while list after list adds to them.
@safe
struct ScoreWindow {
  static let size = 4096

  private(set) var start: UInt32 = 0
  private(set) var end: UInt32 = 0
  private let sums: UnsafeMutablePointer<UInt32>
  private let met: UnsafeMutablePointer<UInt64>

  /// The numbers of four bytes that a window needs room for.
  static let room = size + 2 * (size / 64)

  /// - Parameter room: Room for ``room`` numbers, aligned to eight bytes, for this window alone.
  init(room: UnsafeMutablePointer<UInt32>) {
    unsafe sums = room
    unsafe met = UnsafeMutableRawPointer(room + Self.size).assumingMemoryBound(to: UInt64.self)
    unsafe room.update(repeating: 0, count: Self.room)
  }

  /// Moves the window, which must be empty, so that it ends before `limit`.
  mutating func move(to start: UInt32, limit: UInt32) {
    self.start = start
    end = start &+ Swift.min(UInt32(Self.size), limit &- start)
  }

  /// Adds weighed impacts to documents in the window.
  ///
  /// - Returns: The place of the first document that lies behind the window, or `last`.
  @inline(__always)
  mutating func add(
    _ documents: UnsafeMutablePointer<UInt32>, _ impacts: UnsafeMutablePointer<UInt32>,
    from first: Int, to last: Int, weight: UInt32
  ) -> Int {
    var place = first
    let size = end &- start
    while place < last {
      let document = unsafe documents[place]
      let slot = document &- start
      if slot < size {
        unsafe sums[Int(slot)] &+= impacts[place] &* weight
        unsafe met[Int(slot >> 6)] |= 1 << UInt64(slot & 63)
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

  /// Visits the documents that were met, in order, with their sums, and empties the window.
  @inline(__always)
  mutating func drain(_ body: (UInt32, UInt32) -> Void) {
    for word in 0..<Int((end &- start &+ 63) / 64) {
      var bits = unsafe met[word]
      guard bits != 0 else { continue }
      unsafe met[word] = 0
      repeat {
        let slot = word &* 64 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        let sum = unsafe sums[slot]
        unsafe sums[slot] = 0
        body(start &+ UInt32(slot), sum)
      } while bits != 0
    }
  }
}
