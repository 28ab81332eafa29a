internal import FrenchText

/// Words of a name or a text, folded, with a space between them.
struct TermKey {
  private(set) var bytes: [UInt8] = []
  /// FNV-1a of the bytes.
  private(set) var hash = start
  /// The same without the last byte.
  private(set) var hashBefore = start

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  init() { bytes.reserveCapacity(64) }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    (hash, hashBefore) = (Self.start, Self.start)
  }

  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
    hash(from: bytes.count - 1)
  }

  /// Appends a word without case and accents.
  mutating func append(word: Span<UInt8>) {
    let start = bytes.count
    for place in word.indices {
      let byte = word[place]
      guard byte < 0x80 else {
        FrenchText.appendFolded(word.extracting(place...), to: &bytes)
        break
      }
      bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    hash(from: start)
  }

  private mutating func hash(from start: Int) {
    var (hash, before) = (hash, hashBefore)
    for place in start..<bytes.count {
      before = hash
      hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3
    }
    (self.hash, hashBefore) = (hash, before)
  }
}

/// Names by their words, in a table with open addressing: most words of a text are told by a look at one number.
struct TermTable: Sendable {
  private struct Entry: Sendable {
    var hash: UInt64
    var key: [UInt8]
    /// The terms whose name has these words, and the name as it is written.
    var names: [(bytes: [UInt8], term: Int)] = []
    /// Whether a longer name begins with these words.
    var isPrefix = false
  }

  private var entries: [Entry] = []
  /// One more than the place of an entry, 0 for none.
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// Notes that a name begins with some words.
  mutating func addPrefix(_ key: TermKey) { entries[place(of: key)].isPrefix = true }

  /// Adds a name, unless it is there.
  mutating func add(_ name: [UInt8], of term: Int, at key: TermKey) {
    let place = place(of: key)
    guard !entries[place].names.contains(where: { $0.bytes == name }) else { return }
    entries[place].names.append((name, term))
  }

  /// The place of an entry, made where there is none.
  private mutating func place(of key: TermKey) -> Int {
    if let known = entry(at: key) { return known }
    entries.append(Entry(hash: key.hash, key: key.bytes))
    if 2 * entries.count > slots.count {
      slots = [UInt32](repeating: 0, count: 2 * slots.count)
      for place in entries.indices { file(place) }
    } else {
      file(entries.count - 1)
    }
    return entries.count - 1
  }

  private mutating func file(_ place: Int) {
    var slot = first(entries[place].hash)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(place + 1)
  }

  private func first(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 20) & (slots.count - 1)
  }

  // MARK: - Looking

  /// The entry of some words; `nil` where no name begins with them.
  func entry(at key: TermKey) -> Int? { entry(key.bytes.span, key.hash) }

  /// The same for the words without their last byte.
  func entry(atAllButLastOf key: TermKey) -> Int? {
    entry(key.bytes.span.extracting(droppingLast: 1), key.hashBefore)
  }

  private func entry(_ key: Span<UInt8>, _ hash: UInt64) -> Int? {
    var slot = first(hash)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if entries[place].hash == hash, isSame(entries[place].key, key) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  func isPrefix(_ entry: Int) -> Bool { entries[entry].isPrefix }

  /// The term of an entry's first name.
  func firstTerm(of entry: Int) -> Int? { entries[entry].names.first?.term }

  /// The term with exactly this name.
  func term(of entry: Int, named name: Span<UInt8>) -> Int? {
    for place in entries[entry].names.indices
    where isSame(entries[entry].names[place].bytes, name) {
      return entries[entry].names[place].term
    }
    return nil
  }

  private func isSame(_ left: [UInt8], _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for place in left.indices where left[place] != right[place] { return false }
    return true
  }
}
