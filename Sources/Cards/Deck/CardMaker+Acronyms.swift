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
        let lines = [TextLine(section.title, line: section.line)] + section.text
        let line = lines.first { $0.text.holds("(") && $0.text.contains(acronym.short) }
        return (acronym, line?.line ?? section.line)
      }
  }

  /// Whether the expansion is a name, not a piece of a sentence.
  private static func readsWell(_ acronym: Acronym) -> Bool {
    let words = acronym.expansion.spaced
    return (2...7).contains(words.count) && acronym.expansion.count <= 70
      && !acronym.expansion.contains { ":;.,\"“«".contains($0) }
  }
}
