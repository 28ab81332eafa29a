internal import FrenchText
internal import Notes

/// Finds the terms that notes name after their vendor: « Amazon S3 », « AWS Lambda », or address in commands.
struct ServiceFinder {
  /// The places of the terms found, in `Glossary.terms`.
  private(set) var places: Set<Int> = []

  private let glossary: Glossary

  /// The names that were looked up already.
  private var known: [[UInt8]: Int?] = [:]

  /// For words behind a vendor the term that they begin with.
  private var followed: [[UInt8]: Int?] = [:]

  /// The longest name of a service, in words.
  private static let longestName = 5

  init(_ glossary: Glossary) { self.glossary = glossary }

  /// Adds a term by its place.
  mutating func add(_ place: Int) { places.insert(place) }

  /// Adds a term by a name.
  mutating func addTerm(named name: String) {
    if let place = glossary.place(of: name) { places.insert(place) }
  }

  /// Adds the services that a text names.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  mutating func addServices(in text: String) {
    let bytes = text.utf8.span
    guard isPlain(bytes) else { return addServices(inOther: text) }
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "A"), place == 0 || Self.isGap(before: place, in: bytes),
        let length = Self.vendorLength(at: place, in: bytes)
      else {
        place += 1
        continue
      }
      place += length
      addService(Self.words(in: bytes, from: place))
    }
  }

  /// The same for a text that is read by characters.
  private mutating func addServices(inOther text: String) {
    guard text.holds("Amazon") || text.holds("AWS") else { return }
    let words = text[...].pieces(between: "(),;:.")
    for (place, word) in words.enumerated() where word == "Amazon" || word == "AWS" {
      let following = words[(place + 1)...].prefix(Self.longestName)
      addService(following.map { Array($0.utf8) })
    }
  }

  /// Adds the term whose name is the longest that some words begin with.
  private mutating func addService(_ words: [[UInt8]]) {
    guard !words.isEmpty else { return }
    let all = Array(words.joined(separator: [0x20]))
    if let term = followed[all] {
      if let term { places.insert(term) }
      return
    }
    let term = term(words)
    followed[all] = .some(term)
    if let term { places.insert(term) }
  }

  private mutating func term(_ words: [[UInt8]]) -> Int? {
    for count in stride(from: words.count, through: 1, by: -1) {
      let bytes = Array(words[..<count].joined(separator: [0x20]))
      let name = String(decoding: bytes, as: UTF8.self)
      guard name.first?.isUppercase == true else { continue }
      let term: Int?
      if let seen = known[bytes] {
        term = seen
      } else {
        term = glossary.place(of: name)
        known[bytes] = .some(term)
      }
      if let term { return term }
    }
    return nil
  }
}

// MARK: - Bytes

extension ServiceFinder {
  /// The length of a vendor's name that stands alone at a place; `nil` if there is none.
  private static func vendorLength(at place: Int, in bytes: Span<UInt8>) -> Int? {
    for name in vendors where place + name.count <= bytes.count {
      guard name.indices.allSatisfy({ bytes[place + $0] == name[$0] }) else { continue }
      let end = place + name.count
      return end == bytes.count || gapLength(at: end, in: bytes) > 0 ? name.count : nil
    }
    return nil
  }

  private static let vendors = [Array("AWS".utf8), Array("Amazon".utf8)]

  /// The next words, as many as a name may have.
  private static func words(in bytes: Span<UInt8>, from start: Int) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var place = start
    while place < bytes.count, words.count < longestName {
      let gap = gapLength(at: place, in: bytes)
      if gap == 0 {
        word.append(bytes[place])
      } else if !word.isEmpty {
        words.append(word)
        word = []
      }
      place += Swift.max(gap, 1)
    }
    if !word.isEmpty, words.count < longestName { words.append(word) }
    return words
  }

  /// The number of bytes of white space or a sign that sets words apart; 0 for anything else.
  private static func gapLength(at place: Int, in bytes: Span<UInt8>) -> Int {
    switch bytes[place] {
    case 0x20, 0x09...0x0D: 1
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: "."):
      1
    case 0xC2: bytes[place + 1] == 0xA0 ? 2 : 0
    case 0xE2: bytes[place + 1] == 0x80 && bytes[place + 2] == 0xAF ? 3 : 0
    default: 0
    }
  }

  /// Whether a gap ends at a place.
  private static func isGap(before place: Int, in bytes: Span<UInt8>) -> Bool {
    if bytes[place - 1] < 0x80 { return gapLength(at: place - 1, in: bytes) > 0 }
    return place > 1 && gapLength(at: place - 2, in: bytes) == 2
      || place > 2 && gapLength(at: place - 3, in: bytes) == 3
  }
}
