internal import Notes

extension CardMaker {
  /// Cards from initials to the words they stand for, and back.
  mutating func addAcronyms() {
    var seen: Set<String> = []
    for (acronym, line) in acronymPairs() {
      guard admits(acronym.section, line, "acronym", acronym.short),
        seen.insert(memo.normalName(acronym.short)).inserted
      else { continue }
      let key = [memo.normalName(acronym.short)]
      let terms = [acronym.short, acronym.expansion]
      add(
        Text(
          kind: .typed, front: "Que signifie le sigle \(acronym.short) ?", back: acronym.expansion,
          accepted: [acronym.expansion]), pattern: "acronym", key: key + ["forward"],
        section: acronym.section, line: line, terms: terms, siblings: "acronym" + key[0],
        hidden: [acronym.expansion])
      add(
        Text(
          kind: .typed, front: "Quel est le sigle de « \(acronym.expansion) » ?",
          back: acronym.short, accepted: [acronym.short]), pattern: "acronym",
        key: key + ["reverse"], section: acronym.section, line: line, terms: terms,
        siblings: "acronym" + key[0], hidden: [acronym.short])
    }
  }

  /// The pairs of definitions, which have a line of their own, then what running text pairs.
  private func acronymPairs() -> [(Acronym, line: Int)] {
    let defined = zip(note.definitions, readings).compactMap {
      definition, reading -> (Acronym, line: Int)? in
      guard let (short, expansion) = reading.acronym else { return nil }
      let acronym = Acronym(short: short, expansion: expansion, section: definition.section)
      return (acronym, definition.line)
    }
    return defined
      + note.acronyms.filter { Self.readsWell($0) }.map { acronym in
        let section = note.sections[acronym.section]
        if Self.isPaired(acronym.short, in: section.title) { return (acronym, section.line) }
        let line = section.text.first { Self.isPaired(acronym.short, in: $0.text) }
        return (acronym, line?.line ?? section.line)
      }
  }

  /// Whether a line with a parenthesis holds a short form.
  private static func isPaired(_ short: String, in line: String) -> Bool {
    guard line.holds("(") else { return false }
    // A letter with an accent can be written in two ways.
    return short.utf8.allSatisfy { $0 < 0x80 } ? line.holds(short) : line.contains(short)
  }

  /// Whether the expansion is a name, not a piece of a sentence.
  private static func readsWell(_ acronym: Acronym) -> Bool {
    let words = acronym.expansion.spaced
    return (2...7).contains(words.count) && acronym.expansion.count <= 70
      && ![":", ";", ".", ",", "\"", "“", "«"].contains { acronym.expansion.holds($0) }
  }
}
