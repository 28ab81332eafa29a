#if canImport(Synchronization)
  internal import Synchronization
#endif

/// Compares the checksums of a run of bytes as it is read, each 4,096 bytes once.
///
/// Thus a large index opens at once, and damage is noticed by whoever meets it. What was met is remembered
/// in a byte for each granule; several threads may set it, to the same.
@safe
final class Verifier: Sendable {
  /// The bytes that one checksum covers.
  static let granule = 4096

  private let sums: Range<Int>
  private let start: Int
  private let count: Int
  // Allocated here, freed here; what it points to is set atomically.
  nonisolated(unsafe) private let states: UnsafeMutablePointer<State>

  /// - Parameters:
  ///   - start: The first byte that is covered.
  ///   - sums: Where the checksums are, four bytes each.
  init(from start: Int, sums: Range<Int>) {
    self.start = start
    self.sums = sums
    count = sums.count / 4
    unsafe states = .allocate(capacity: count + 1)
    for place in 0...count { unsafe (states + place).initialize(to: State()) }
  }

  deinit {
    unsafe states.deinitialize(count: count + 1)
    unsafe states.deallocate()
  }

  /// Whether damage was met.
  var hasMetDamage: Bool { unsafe states[count].value == State.damaged }

  /// Compares the checksums of a part that was not compared before.
  @inline(__always)
  func check(_ range: Range<Int>, of bytes: Bytes) {
    guard range.upperBound > start, !range.isEmpty else { return }
    let first = Swift.max(0, range.lowerBound &- start) / Self.granule
    let last = Swift.min(count &- 1, (range.upperBound &- 1 &- start) / Self.granule)
    var place = first
    while place <= last {
      if unsafe states[place].value == State.unknown { compare(place, bytes) }
      place &+= 1
    }
  }

  private func compare(_ place: Int, _ bytes: Bytes) {
    let from = start + place * Self.granule
    let sum = bytes.checksum(from..<Swift.min(from + Self.granule, bytes.count))
    let isRight = UInt32(truncatingIfNeeded: sum) == bytes.word(at: sums.lowerBound + 4 * place)
    unsafe states[place].value = isRight ? State.right : State.damaged
    if !isRight { unsafe states[count].value = State.damaged }
  }

  /// Compares all checksums.
  func isRight(_ bytes: Bytes) -> Bool {
    check(start..<bytes.count, of: bytes)
    return !hasMetDamage
  }

  /// What is known of a granule.
  private struct State: ~Copyable {
    static let unknown: UInt8 = 0
    static let right: UInt8 = 1
    static let damaged: UInt8 = 2

    #if canImport(Synchronization)
      private let stored = Atomic<UInt8>(unknown)

      var value: UInt8 {
        get { stored.load(ordering: .relaxed) }
        nonmutating set { stored.store(newValue, ordering: .relaxed) }
      }
    #else
      var value: UInt8 = unknown
    #endif
  }
}
