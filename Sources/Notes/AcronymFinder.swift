/// Finds `ACRO (Expansion)` and `Expansion (ACRO)` in running text.
struct AcronymFinder {
  private(set) var acronyms: [Acronym] = []
  private var seen: Set<String> = []

  mutating func find(in text: String, section: Int) {
    // Most lines have no parenthesis.
    guard text.holds("(") else { return }
    let bytes = text.utf8
    var place = text.startIndex
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "(")) {
      let start = bytes.index(after: open)
      place = start
      guard let close = bytes[start...].prefix(Self.longest).firstIndex(of: UInt8(ascii: ")"))
      else { continue }
      let inner = withoutVendor(trimmed(text[start..<close]))
      let before = Self.lastWords(of: text[..<open])
      if let last = before.last.map(Self.bare), Initials.mayAbbreviate(last),
        Initials.match(last, inner)
      {
        add(short: last, expansion: inner, section: section)
      } else if Initials.mayAbbreviate(inner) {
        addExpansion(of: inner, from: before.map(Self.bare), section: section)
      }
    }
  }

  /// The most words that initials can stand for.
  private static let mostWords = 9

  /// The most bytes that stand in parentheses or before them and are looked at, so that many parentheses take no
  /// longer than as much text.
  private static let longest = 400

  /// The last words of a text, cut at spaces.
  private static func lastWords(of text: Substring) -> [Substring] {
    let bytes = text.utf8
    var words: [Substring] = []
    var end = bytes.endIndex
    let first = bytes.index(end, offsetBy: -longest, limitedBy: bytes.startIndex)
    while words.count < mostWords, end != bytes.startIndex {
      let space = bytes[(first ?? bytes.startIndex)..<end].lastIndex(of: UInt8(ascii: " "))
      // What begins before that is no word that initials stand for.
      if space == nil, first != nil { break }
      let start = space.map { bytes.index(after: $0) } ?? bytes.startIndex
      if start != end { words.append(text[start..<end]) }
      end = space ?? bytes.startIndex
    }
    return words.reversed()
  }

  /// The shortest run of words just before the parenthesis whose initials fit.
  private mutating func addExpansion(of short: String, from words: [String], section: Int) {
    for count in 2...9 where count <= words.count {
      let expansion = words.suffix(count).joined(separator: " ")
      if Initials.match(short, expansion) {
        add(short: short, expansion: withoutVendor(expansion), section: section)
        return
      }
    }
  }

  private mutating func add(short: String, expansion: String, section: Int) {
    let singular = short.hasSuffix("s") ? String(short.dropLast()) : short
    guard seen.insert(singular + "\n" + folded(expansion)).inserted else { return }
    acronyms.append(Acronym(short: singular, expansion: expansion, section: section))
  }

  /// A word without quotes, brackets and elided articles at its beginning.
  private static func bare(_ word: Substring) -> String {
    var rest = word.drop { !isLetter($0) && !isNumber($0) }
    if let mark = rest.firstIndex(where: { $0 == "'" || $0 == "’" }),
      rest.distance(from: rest.startIndex, to: mark) <= 2
    {
      rest = rest[rest.index(after: mark)...]
    }
    return String(rest)
  }
}
