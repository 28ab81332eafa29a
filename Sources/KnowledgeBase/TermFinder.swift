internal import Notes
internal import Search

/// Finds the terms that stand in short texts as whole words; the same text is looked at once.
struct TermFinder {
  private let glossary: Glossary
  private var known: [String: [Int]] = [:]

  /// The longest name, in words.
  private static let mostWords = 6

  init(_ glossary: Glossary) { self.glossary = glossary }

  mutating func terms(in text: String) -> [Int] {
    if let terms = known[text] { return terms }
    var terms: [Int] = []
    for key in nameKeys(of: Array(text.utf8)) {
      let words = key.split(separator: 0x20)
      for start in words.indices {
        for end in start + 1...Swift.min(words.count, start + Self.mostWords) {
          let name = words[start].startIndex..<words[end - 1].endIndex
          if let term = glossary.place(ofKey: Array(key[name])), !terms.contains(term) {
            terms.append(term)
          }
        }
      }
    }
    known[text] = terms
    return terms
  }

  /// The terms that a port is told of: those that its user or its section names, or else those of the line, or else
  /// those of the note's title.
  mutating func terms(of port: Port, in note: Note) -> [Int] {
    let named = terms(in: port.subject) + terms(in: note.sections[port.section].name)
    if !named.isEmpty { return named }
    let line = note.text(of: port).map { terms(in: $0) } ?? []
    return line.isEmpty ? terms(in: note.title) : line
  }
}
