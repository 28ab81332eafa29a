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

  /// The names that begin with each run of words that some name begins with.
  private var table = TermTable()

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
    let words = Self.words(of: bytes.span)
    guard !words.isEmpty, words.count <= Self.mostWords, bytes.count > 1 else { return }
    var key = TermKey()
    for (place, word) in words.enumerated() {
      if place > 0 { key.append(0x20) }
      key.append(word: bytes.span.extracting(word))
      if place < words.count - 1 {
        table.addPrefix(key)
      } else {
        table.add(bytes, of: term, at: key)
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
    let bytes = text.span
    let words = Self.words(of: bytes)
    var place = 0
    var key = TermKey()
    while place < words.count {
      var best: (count: Int, match: Match)?
      key.removeAll()
      for count in 1...Self.mostWords where place + count <= words.count {
        let word = words[place + count - 1]
        if count > 1 {
          guard Self.joins(bytes, words[place + count - 2].upperBound..<word.lowerBound) else {
            break
          }
          key.append(0x20)
        }
        key.append(word: bytes.extracting(word))
        let range = words[place].lowerBound..<word.upperBound
        let entry = table.entry(at: key)
        if let term = term(bytes.extracting(range), count, &key, entry) {
          best = (count, Match(range: range, term: term))
        }
        guard let entry, table.isPrefix(entry) else { break }
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
    _ text: Span<UInt8>, _ words: Int, _ key: inout TermKey, _ entry: Int?
  ) -> Int? {
    if let entry {
      if words > 1 { if let term = table.firstTerm(of: entry) { return term } }
      if let term = table.term(of: entry, named: text) { return term }
    }
    // In the plural.
    guard text.count > 3, text[text.count - 1] == UInt8(ascii: "s"),
      let single = table.entry(atAllButLastOf: key)
    else { return nil }
    if words > 1 { return table.firstTerm(of: single) }
    return table.term(of: single, named: text.extracting(droppingLast: 1))
  }
}

// MARK: - Words

extension TermMatcher {
  /// The runs of letters, digits, and characters outside ASCII that are no punctuation.
  static func words(of bytes: Span<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(bytes.count / 6 + 1)
    var start = -1
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      let (isWord, length) =
        byte < 0x80
        ? (isWordByte(byte), 1) : (byte != 0xC2 && byte != 0xE2, scalarLength(bytes, place))
      if isWord {
        if start < 0 { start = place }
      } else if start >= 0 {
        words.append(start..<place)
        start = -1
      }
      place += length
    }
    if start >= 0 { words.append(start..<bytes.count) }
    return words
  }

  /// Whether a byte of ASCII is a letter or a digit.
  ///
  /// Of the others, those of no-break spaces, guillemets and the general punctuation set words apart.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func scalarLength(_ bytes: Span<UInt8>, _ place: Int) -> Int {
    var end = place + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end - place
  }

  /// Whether what stands between two words leaves them one name: a space, a hyphen, an apostrophe.
  private static func joins(_ text: Span<UInt8>, _ gap: Range<Int>) -> Bool {
    let first = text[gap.lowerBound]
    switch gap.count {
    case 1: return first == 0x20 || first == 0x2D || first == 0x27 || first == 0x2F
    case 2: return first == 0xC2 && text[gap.lowerBound + 1] == 0xA0
    case 3:
      return first == 0xE2 && text[gap.lowerBound + 1] == 0x80 && text[gap.lowerBound + 2] == 0x99
    default: return false
    }
  }
}
