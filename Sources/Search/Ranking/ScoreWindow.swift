/// The scores of 4,096 neighbouring documents.
///
/// Sixteen kilobytes of sums stay in the processor's first cache while list after list adds to them. A bit for
/// each document tells which ones are looked at: where few are expected, all that were met, and their sums are
/// emptied one by one; where there are many, those whose sum is high enough, and all sums are emptied at once.
@safe
struct ScoreWindow {
  static let size = 4096

  private(set) var start: UInt32 = 0
  private(set) var end: UInt32 = 0
  /// How many documents are gathered.
  private(set) var count = 0
  /// Documents with this sum or less are not gathered.
  private var least: UInt32 = 0
  private var isDense = false
  /// Whether other documents than those that are gathered have sums.
  private var isLittered = false
  private let sums: UnsafeMutablePointer<UInt32>
  private let met: UnsafeMutablePointer<UInt64>
  private let gathered: UnsafeMutablePointer<UInt16>

  /// The numbers of four bytes that a window needs room for.
  static let room = size + 2 * (size / 64) + size / 2
  /// The number of documents from which on all sums are emptied at once.
  private static let many = 384

  /// - Parameter room: Room for ``room`` numbers, aligned to eight bytes, for this window alone; ``clear()`` has to
  ///   be called before anything is added.
  init(room: UnsafeMutablePointer<UInt32>) {
    unsafe sums = room
    unsafe met = UnsafeMutableRawPointer(room + Self.size).assumingMemoryBound(to: UInt64.self)
    unsafe gathered = UnsafeMutableRawPointer(room + Self.size + 2 * (Self.size / 64))
      .assumingMemoryBound(to: UInt16.self)
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

  /// Tells about how many documents will be added, and which sums do not matter.
  ///
  /// - Parameters:
  ///   - count: The number of documents.
  ///   - least: Documents with this sum or less are not gathered.
  mutating func expect(_ count: Int, above least: UInt32) {
    isDense = count >= Self.many
    isLittered = isDense
    self.least = least
  }
}

// MARK: - Adding

extension ScoreWindow {
  /// Adds weighed impacts to documents in the window.
  ///
  /// - Returns: The place of the first document that lies behind the window, or `last`.
  @inline(__always)
  func add(
    _ documents: UnsafeMutablePointer<UInt32>, _ impacts: UnsafeMutablePointer<UInt8>,
    from first: Int, to last: Int, weight: UInt32
  ) -> Int {
    var place = first
    let size = end &- start
    // Where many come, they are only marked when they have scored enough.
    let enough = isDense ? least : 0
    if last > first, unsafe documents[first] &- start < size,
      unsafe documents[last &- 1] &- start < size
    {
      // A whole block inside the window, as most are.
      while place < last {
        let slot = unsafe (documents[place] &- start) & UInt32(Self.size &- 1)
        unsafe add(UInt32(impacts[place]) &* weight, to: slot, enough: enough)
        place &+= 1
      }
      return last
    }
    while place < last {
      let document = unsafe documents[place]
      let slot = document &- start
      if slot < size {
        unsafe add(UInt32(impacts[place]) &* weight, to: slot, enough: enough)
      } else if document >= end {
        return place
      }
      place &+= 1
    }
    return last
  }

  @inline(__always)
  private func add(_ score: UInt32, to slot: UInt32, enough: UInt32) {
    let sum = unsafe sums[Int(slot)] &+ score
    unsafe sums[Int(slot)] = sum
    let mark: UInt64 = sum > enough ? 1 : 0
    unsafe met[Int(slot >> 6)] |= mark &<< UInt64(slot & 63)
  }

  @inline(__always)
  func add(_ score: UInt32, to document: UInt32) {
    let slot = document &- start
    guard slot < end &- start else { return }
    add(score, to: slot, enough: 0)
  }

  /// Adds weighed impacts to documents that may not be gathered.
  ///
  /// - Parameters:
  ///   - documents: The documents of a block.
  ///   - impacts: Their impacts.
  ///   - first: The place of the first one, which lies in the window.
  ///   - count: The place behind the last one.
  ///   - end: The last document that counts, which lies in the window.
  ///   - weight: What impacts are multiplied by.
  /// - Returns: The place of the first document behind `end`, or `count`.
  @inline(__always)
  mutating func litter(
    _ documents: UnsafeMutablePointer<UInt32>, _ impacts: UnsafeMutablePointer<UInt8>,
    from first: Int, to count: Int, through end: UInt32, weight: UInt32
  ) -> Int {
    isLittered = true
    var place = first
    while place < count, unsafe documents[place] <= end {
      let slot = unsafe Int(documents[place] &- start) & (Self.size &- 1)
      unsafe sums[slot] &+= UInt32(impacts[place]) &* weight
      place &+= 1
    }
    return place
  }
}

// MARK: - Gathering

extension ScoreWindow {
  /// Gathers the documents whose sums are high enough.
  @inline(__always)
  mutating func gather() {
    count = 0
    for word in 0..<Int((end &- start &+ 63) / 64) {
      var bits = unsafe met[word]
      guard bits != 0 else { continue }
      unsafe met[word] = 0
      repeat {
        keep(word &* 64 &+ bits.trailingZeroBitCount, above: least)
        bits &= bits &- 1
      } while bits != 0
    }
  }

  /// Gathers one document more, behind all others.
  @inline(__always)
  mutating func gather(_ document: UInt32, sum: UInt32) {
    // In a damaged list one document may come again and again.
    guard count < Self.size else { return }
    let slot = Int(document &- start) & (Self.size &- 1)
    unsafe sums[slot] = sum
    unsafe gathered[count] = UInt16(truncatingIfNeeded: slot)
    count &+= 1
  }

  /// Keeps a document behind those that were kept, or empties its sum.
  @inline(__always)
  private mutating func keep(_ slot: Int, above least: UInt32) {
    let sum = unsafe sums[slot]
    unsafe sums[slot] = sum > least ? sum : 0
    unsafe gathered[count] = UInt16(truncatingIfNeeded: slot)
    count &+= sum > least ? 1 : 0
  }

  /// A gathered document.
  @inline(__always)
  func document(_ number: Int) -> UInt32 { unsafe start &+ UInt32(gathered[number]) }

  /// The sum of a gathered document.
  @inline(__always)
  func sum(_ number: Int) -> UInt32 { unsafe sums[Int(gathered[number])] }

  @inline(__always)
  func add(_ score: UInt32, toGathered number: Int) {
    unsafe sums[Int(gathered[number])] &+= score
  }

  /// Gives the gathered documents other sums.
  @inline(__always)
  func replaceSums(_ body: (UInt32, UInt32) -> UInt32) {
    for number in 0..<count {
      unsafe sums[Int(gathered[number])] = body(document(number), sum(number))
    }
  }

  /// Lets go of gathered documents.
  ///
  /// - Parameter least: Documents with this sum or less are not kept.
  mutating func keep(above least: UInt32) {
    let last = count
    count = 0
    for number in 0..<last { unsafe keep(Int(gathered[number]), above: least) }
  }

  /// Visits the gathered documents in order, with their sums, and empties the window.
  @inline(__always)
  mutating func drain(_ body: (UInt32, UInt32) -> Void) {
    for number in 0..<count {
      body(document(number), sum(number))
      unsafe sums[Int(gathered[number])] = 0
    }
    count = 0
    guard isLittered else { return }
    unsafe sums.update(repeating: 0, count: Self.size)
    isLittered = false
  }
}
