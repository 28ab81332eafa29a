internal import Glibc

/// Texts one behind the other, each once, and the number of each; in a table with open addressing.
///
/// They are told apart by their bytes: texts that differ in these alone, as paths may, are equal as texts.
struct TextNumbers {
  /// The bytes of all texts.
  private(set) var bytes: [UInt8] = []

  /// Where each ends.
  private(set) var ends: [UInt32] = []

  /// For each text the lower half of its hash.
  private var hashes: [UInt32] = []

  /// Each number and 1 at the place that its hash tells, or behind it; a power of two, half of them 0 and free.
  private var slots = [UInt32](repeating: 0, count: 64)

  /// The number of a text, from 0 in the order in which they were first asked for.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  mutating func number(of text: String) -> Int {
    let wanted = text.utf8.span
    let hash = UInt32(truncatingIfNeeded: ExactText(text).hash)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, holds(wanted, at: number) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    unsafe wanted.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = UInt32(ends.count)
    if 2 * ends.count > slots.count { grow() }
    return ends.count - 1
  }

  private func holds(_ text: Span<UInt8>, at number: Int) -> Bool {
    let start = number > 0 ? Int(ends[number - 1]) : 0
    guard text.count == Int(ends[number]) - start else { return false }
    guard text.count > 0 else { return true }
    return unsafe text.withUnsafeBytes { text in
      unsafe bytes.withUnsafeBytes { bytes in
        guard let text = text.baseAddress, let known = bytes.baseAddress else { return false }
        return unsafe memcmp(text, known + start, Int(ends[number]) - start) == 0
      }
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: 2 * slots.count)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
