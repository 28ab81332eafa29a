internal import Glibc

/// Names that come again and again, each kept once.
///
/// They are looked up by their bytes, so that no text is made of a name that is known: a log of 100,000 rows
/// has some thousand cards.
struct NameTable {
  /// The names, in the order in which they came first.
  private(set) var texts: [String] = []

  /// The bytes of all names, one after the other.
  private var bytes: [UInt8] = []

  /// Where the bytes of each name end.
  private var ends: [Int] = []

  /// Places in ``texts`` by hash, -1 where there is none; a power of two of them, half of them free.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The place of a name in ``texts``.
  mutating func place(_ name: UnsafeRawBufferPointer) -> Int {
    var slot = unsafe Self.hash(name) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if unsafe isEqual(place, name) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return unsafe add(name, at: slot)
  }

  /// The place of a name in ``texts``.
  mutating func place(_ name: String) -> Int {
    var name = name
    return name.withUTF8 { unsafe place(UnsafeRawBufferPointer($0)) }
  }

  /// The place of a column's text in ``texts``.
  mutating func place(_ row: borrowing Statement, _ column: Int32) -> Int {
    unsafe row.withBytes(column) { unsafe place($0) }
  }

  /// A column's text, as it was kept first.
  mutating func text(_ row: borrowing Statement, _ column: Int32) -> String {
    let place = place(row, column)
    return texts[place]
  }

  private func isEqual(_ place: Int, _ name: UnsafeRawBufferPointer) -> Bool {
    let start = place == 0 ? 0 : ends[place - 1]
    guard ends[place] - start == name.count else { return false }
    return unsafe bytes.withUnsafeBytes { all in
      guard let known = all.baseAddress, let new = name.baseAddress else { return true }
      return unsafe memcmp(known + start, new, name.count) == 0
    }
  }

  private mutating func add(_ name: UnsafeRawBufferPointer, at slot: Int) -> Int {
    slots[slot] = Int32(texts.count)
    unsafe texts.append(String(decoding: name, as: UTF8.self))
    unsafe bytes.append(contentsOf: name)
    ends.append(bytes.count)
    if texts.count * 2 > slots.count { grow() }
    return texts.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for place in ends.indices {
      let start = place == 0 ? 0 : ends[place - 1]
      var slot = unsafe bytes.withUnsafeBytes { all in
        unsafe Self.hash(UnsafeRawBufferPointer(rebasing: all[start..<ends[place]]))
      }
      slot &= slots.count - 1
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(place)
    }
  }

  /// Multiplies and folds eight bytes at a time.
  private static func hash(_ name: UnsafeRawBufferPointer) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var rest = name.count
    while rest >= 8 {
      let word = unsafe name.loadUnaligned(fromByteOffset: name.count - rest, as: UInt64.self)
      hash = mixed(hash ^ word)
      rest -= 8
    }
    while rest > 0 {
      hash = unsafe mixed(hash ^ UInt64(name[name.count - rest]))
      rest -= 1
    }
    return Int(truncatingIfNeeded: hash >> 1)
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
