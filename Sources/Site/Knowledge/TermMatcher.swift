internal import FrenchText
internal import KnowledgeBase

/// Finds names of the glossary's terms in text.
///
/// The longest name wins. A name of several words is found in any case and with or without its accents; a
/// name of one word only as it is written, or in the plural: `AMI` is no `ami`, `Service` no `service`.
struct TermMatcher: Sendable {
  /// A name in a text.
  struct Match: Hashable, Sendable {
    /// The bytes of the text.
    var range: Range<Int>
    /// The place of the term in `Glossary.terms`.
    var term: Int
  }

  private struct Entry: Sendable {
    /// The terms whose name has these words, and the name as it is written.
    var names: [(bytes: [UInt8], term: Int)] = []
    /// Whether a longer name begins with these words.
    var isPrefix = false
  }

  private var entries: [[UInt8]: Entry] = [:]

  /// The most words that a name has.
  private static let mostWords = 6

  /// Prepares the names of a glossary.
  ///
  /// - Complexity: O(*n*) in the number of names.
  init(_ terms: [Term]) {
    for (number, term) in terms.enumerated() {
      for name in term.names { add(name, number) }
    }
  }

  private mutating func add(_ name: String, _ term: Int) {
    let bytes = Array(name.utf8)
    let words = Self.words(of: bytes[...])
    guard !words.isEmpty, words.count <= Self.mostWords, bytes.count > 1 else { return }
    var key: [UInt8] = []
    for (place, word) in words.enumerated() {
      if place > 0 { key.append(0x20) }
      Self.appendFolded(bytes[word], to: &key)
      if place < words.count - 1 {
        entries[key, default: Entry()].isPrefix = true
      } else if !(entries[key]?.names.contains { $0.bytes == bytes } ?? false) {
        entries[key, default: Entry()].names.append((bytes, term))
      }
    }
  }

  /// The names that stand in a text, in reading order, none inside another.
  ///
  /// - Parameter text: A text as UTF-8.
  /// - Returns: The names with their terms.
  /// - Complexity: O(*n*) in the length of the text.
  func matches(in text: [UInt8]) -> [Match] {
    var matches: [Match] = []
    let words = Self.words(of: text[...])
    var place = 0
    var key: [UInt8] = []
    while place < words.count {
      var best: (count: Int, match: Match)?
      key.removeAll(keepingCapacity: true)
      for count in 1...Self.mostWords where place + count <= words.count {
        let word = words[place + count - 1]
        if count > 1 {
          guard Self.joins(text, words[place + count - 2].upperBound..<word.lowerBound) else {
            break
          }
          key.append(0x20)
        }
        Self.appendFolded(text[word], to: &key)
        let range = words[place].lowerBound..<word.upperBound
        let entry = entries[key]
        if let term = term(text[range], count, key, entry) {
          best = (count, Match(range: range, term: term))
        }
        guard entry?.isPrefix ?? false else { break }
      }
      if let best {
        matches.append(best.match)
        place += best.count
      } else {
        place += 1
      }
    }
    return matches
  }

  private func term(
    _ text: ArraySlice<UInt8>, _ words: Int, _ key: [UInt8], _ entry: Entry?
  ) -> Int? {
    let isPlural = text.last == UInt8(ascii: "s") && text.count > 3
    if let entry {
      if words > 1 { if let name = entry.names.first { return name.term } }
      if let name = entry.names.first(where: { $0.bytes.elementsEqual(text) }) { return name.term }
    }
    guard isPlural, let single = entries[key.dropLast()] else { return nil }
    if words > 1 { return single.names.first?.term }
    return single.names.first { $0.bytes.elementsEqual(text.dropLast()) }?.term
  }
}

// MARK: - Words

extension TermMatcher {
  /// The runs of letters, digits, and characters outside ASCII that are no punctuation.
  private static func words(of bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let length = wordLength(bytes, place)
      if length > 0 {
        if start == nil { start = place }
        place += length
      } else {
        if let first = start { words.append(first..<place) }
        start = nil
        place += separatorLength(bytes, place)
      }
    }
    if let start { words.append(start..<bytes.endIndex) }
    return words
  }

  private static func wordLength(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Int {
    let byte = bytes[place]
    if byte < 0x80 {
      switch byte | 0x20 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): return 1
      default: return (0x30...0x39).contains(byte) ? 1 : 0
      }
    }
    // No-break spaces, guillemets and the general punctuation set words apart.
    if byte == 0xC2 || byte == 0xE2 { return 0 }
    return scalarLength(bytes, place)
  }

  private static func separatorLength(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Int {
    bytes[place] < 0x80 ? 1 : scalarLength(bytes, place)
  }

  private static func scalarLength(_ bytes: ArraySlice<UInt8>, _ place: Int) -> Int {
    var end = place + 1
    while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end - place
  }

  /// Whether what stands between two words leaves them one name: a space, a hyphen, an apostrophe.
  private static func joins(_ text: [UInt8], _ gap: Range<Int>) -> Bool {
    switch gap.count {
    case 1: " -'/".utf8.contains(text[gap.lowerBound])
    case 2: text[gap.lowerBound] == 0xC2 && text[gap.lowerBound + 1] == 0xA0
    case 3: Array(text[gap]) == [0xE2, 0x80, 0x99]
    default: false
    }
  }

  private static func appendFolded(_ word: ArraySlice<UInt8>, to key: inout [UInt8]) {
    if word.allSatisfy({ $0 < 0x80 }) {
      for byte in word {
        key.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    } else {
      FrenchText.appendFolded(Array(word).span, to: &key)
    }
  }
}
