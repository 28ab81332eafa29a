/// Finds `ACRO (Expansion)` and `Expansion (ACRO)` in running text.
struct AcronymFinder {
  private(set) var acronyms: [Acronym] = []
  private var seen: Set<String> = []

  mutating func find(in text: String, section: Int) {
    guard text.utf8.contains(UInt8(ascii: "(")) else { return }
    var place = text.startIndex
    while let open = text[place...].firstIndex(of: "(") {
      let start = text.index(after: open)
      guard let close = text[start...].firstIndex(of: ")") else { return }
      let inner = withoutVendor(trimmed(text[start..<close]))
      let before = text[..<open].split(separator: " ", omittingEmptySubsequences: true).suffix(9)
      if let last = before.last.map(Self.bare), Initials.mayAbbreviate(last),
        Initials.match(last, inner)
      {
        add(short: last, expansion: inner, section: section)
      } else if Initials.mayAbbreviate(inner) {
        addExpansion(of: inner, from: before.map(Self.bare), section: section)
      }
      place = start
    }
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
    var rest = word.drop { !$0.isLetter && !$0.isNumber }
    if let mark = rest.firstIndex(where: { $0 == "'" || $0 == "’" }),
      rest.distance(from: rest.startIndex, to: mark) <= 2
    {
      rest = rest[rest.index(after: mark)...]
    }
    return String(rest)
  }
}
