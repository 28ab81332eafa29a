/// Which pieces of a run of bytes are there, for a reader who holds only some of them.
///
/// A page fetches an index piece by piece. What is not there reads as zeros; who reads asks first, and what was asked
/// for in vain is remembered, so that it can be fetched and the search run again. One thread at a time may read.
@safe
final class PieceMap: Sendable {
  /// The bytes of a piece, a power of two.
  let size: Int

  /// Where to look first in tables that are searched.
  let fences: [FencedTable]

  /// The number of pieces.
  let count: Int

  private let shift: Int
  // Allocated here, freed here; set by the one thread that reads.
  nonisolated(unsafe) private let states: UnsafeMutablePointer<UInt8>

  private static let absent: UInt8 = 0
  private static let present: UInt8 = 1
  private static let wanted: UInt8 = 2

  /// - Parameters:
  ///   - length: The bytes of the run.
  ///   - size: The bytes of a piece, a power of two.
  ///   - fences: For tables of the run, where to look first.
  init(length: Int, size: Int, fences: [FencedTable]) {
    self.size = size
    self.fences = fences
    shift = size.trailingZeroBitCount
    count = (length + size - 1) / size
    // One more: whether anything was asked for in vain.
    unsafe states = .allocate(capacity: count + 1)
    unsafe states.initialize(repeating: Self.absent, count: count + 1)
  }

  deinit { unsafe states.deallocate() }

  /// Whether all bytes of a range are there; the pieces that are not are wanted from now on.
  func has(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.lowerBound >= 0 else { return true }
    var piece = range.lowerBound >> shift
    let last = Swift.min(count - 1, (range.upperBound - 1) >> shift)
    var hasAll = true
    while piece <= last {
      if unsafe states[piece] != Self.present {
        unsafe states[piece] = Self.wanted
        hasAll = false
      }
      piece += 1
    }
    if !hasAll { unsafe states[count] = Self.wanted }
    return hasAll
  }

  /// Remembers that a piece is there.
  func fill(_ piece: Int) {
    if piece >= 0, piece < count { unsafe states[piece] = Self.present }
  }

  /// Whether anything was asked for in vain since ``forget()``.
  var isIncomplete: Bool { unsafe states[count] == Self.wanted }

  /// The pieces that were asked for in vain.
  var wanted: [Int] { (0..<count).filter { unsafe states[$0] == Self.wanted } }

  /// Forgets what was asked for.
  func forget() {
    for piece in 0...count where unsafe states[piece] == Self.wanted {
      unsafe states[piece] = Self.absent
    }
  }
}

/// A table of an index, and places in it that are known before any of its pieces.
struct FencedTable: Sendable {
  /// Where the table begins.
  var start: Int
  /// In the order of the table; the first stands at its beginning.
  var fences: [Fence]

  /// The last fence that is not behind a place.
  func last(notBehind place: Int) -> Fence? { last { $0.place <= place } }

  /// The last fence that is less than a key; the first where none is.
  func last(lessThan key: [UInt8]) -> Fence? {
    last { $0.key.lexicographicallyPrecedes(key) } ?? fences.first
  }

  /// The first fence that is not less than a key.
  func first(notLessThan key: [UInt8]) -> Fence? {
    let place = count { $0.key.lexicographicallyPrecedes(key) }
    return place < fences.count ? fences[place] : nil
  }

  private func last(where holds: (Fence) -> Bool) -> Fence? {
    let place = count(where: holds)
    return place > 0 ? fences[place - 1] : nil
  }

  /// For how many fences something holds that holds for none behind one for which it does not.
  private func count(where holds: (Fence) -> Bool) -> Int {
    var low = 0
    var high = fences.count
    while low < high {
      let middle = (low + high) / 2
      if holds(fences[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A place in a table.
struct Fence: Sendable, Equatable {
  /// The number of the entry.
  var place: Int
  /// Where it lies in the index.
  var offset: Int
  /// What it says; empty in tables that are not searched by what they say.
  var key: [UInt8]
}

extension Bytes {
  /// Where to look first in the table that begins at an offset; `nil` where all of it is there.
  func fences(ofTableAt start: Int) -> FencedTable? {
    guard let pieces else { return nil }
    return pieces.fences.first { $0.start == start } ?? FencedTable(start: start, fences: [])
  }
}
