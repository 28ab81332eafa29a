/// Reads what ``DeckWriter`` wrote; bytes that it did not write throw ``Damage``.
struct DeckReader {
  /// The bytes are not what was written.
  struct Damage: Error {}

  private let words: [UInt32]
  private let allTexts: [String]
  private let allLists: [[String]]
  private var place = 0

  init(_ bytes: [UInt8]) throws(Damage) {
    let header = Self.words(bytes, 0..<4).map { Int($0) }
    guard header.count == 4 else { throw Damage() }
    let (wordsEnd, textsEnd) = (4 + header[0], 4 + header[0] + header[1])
    let listsEnd = textsEnd + header[3]
    guard listsEnd <= bytes.count / 4 else { throw Damage() }
    words = Self.words(bytes, 4..<wordsEnd)
    let ends = Self.words(bytes, wordsEnd..<textsEnd)
    let listWords = Self.words(bytes, textsEnd..<listsEnd)
    allTexts = try Self.texts(bytes[(4 * listsEnd)...], ends: ends)
    allLists = try Self.lists(listWords, count: header[2], of: allTexts)
  }

  private static func words(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt32] {
    guard range.upperBound <= bytes.count / 4 else { return [] }
    return unsafe [UInt32](unsafeUninitializedCapacity: range.count) { buffer, count in
      unsafe bytes.withUnsafeBytes { all in
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: all[4 * range.lowerBound..<4 * range.upperBound]))
      }
      count = range.count
    }
  }

  private static func texts(
    _ bytes: ArraySlice<UInt8>, ends: [UInt32]
  ) throws(Damage) -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(ends.count)
    var start = 0
    let isWhole = unsafe bytes.withUnsafeBytes { bytes in
      for end in ends.lazy.map({ Int($0) }) {
        guard start <= end, end <= bytes.count else { return false }
        unsafe texts.append(
          String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self))
        start = end
      }
      return start == bytes.count
    }
    guard isWhole else { throw Damage() }
    return texts
  }

  private static func lists(
    _ words: [UInt32], count: Int, of texts: [String]
  ) throws(Damage) -> [[String]] {
    guard count <= words.count else { throw Damage() }
    var lists: [[String]] = []
    lists.reserveCapacity(count)
    var place = 0
    for _ in 0..<count {
      guard place < words.count, Int(words[place]) < words.count - place else { throw Damage() }
      let numbers = words[place + 1..<place + 1 + Int(words[place])]
      guard numbers.allSatisfy({ Int($0) < texts.count }) else { throw Damage() }
      lists.append(numbers.map { texts[Int($0)] })
      place += 1 + numbers.count
    }
    return lists
  }
}

// MARK: - Values

extension DeckReader {
  mutating func int() throws(Damage) -> Int {
    guard place < words.count else { throw Damage() }
    place += 1
    return Int(words[place - 1])
  }

  mutating func wideInt() throws(Damage) -> UInt64 {
    let (low, high) = (try int(), try int())
    return UInt64(high) << 32 | UInt64(low)
  }

  mutating func text() throws(Damage) -> String {
    let number = try int()
    guard number < allTexts.count else { throw Damage() }
    return allTexts[number]
  }

  mutating func optionalText() throws(Damage) -> String? {
    let number = try int()
    guard number <= allTexts.count else { throw Damage() }
    return number == 0 ? nil : allTexts[number - 1]
  }

  mutating func texts() throws(Damage) -> [String] {
    let number = try int()
    guard number < allLists.count else { throw Damage() }
    return allLists[number]
  }

  mutating func list<Element>(
    _ element: (inout DeckReader) throws(Damage) -> Element
  ) throws(Damage) -> [Element] {
    let count = try int()
    // Each element takes a word at least.
    guard count <= words.count - place else { throw Damage() }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try element(&self)) }
    return elements
  }

  mutating func numberLists() throws(Damage) -> NumberLists {
    let (ends, numbers) = (try numbers(), try numbers())
    guard let lists = NumberLists(numbers: numbers, ends: ends) else { throw Damage() }
    return lists
  }

  private mutating func numbers() throws(Damage) -> [UInt32] {
    let count = try int()
    guard count <= words.count - place else { throw Damage() }
    defer { place += count }
    return Array(words[place..<place + count])
  }
}
