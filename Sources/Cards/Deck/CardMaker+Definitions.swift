internal import Notes

extension CardMaker {
  /// Cards from terms to what they are, and back where only one term answers.
  mutating func addDefinitions() {
    for (place, definition) in note.definitions.enumerated() {
      let pattern = definition.pattern.cardPattern
      guard admits(definition.section, definition.line, pattern, definition.term) else { continue }
      let reading = readings[place]
      if let reason = isLinked(definition) ? .links : reading.reason {
        omit(definition.line, pattern, definition.term, reason)
        continue
      }
      guard !heraldsRemarks(definition) else {
        omit(definition.line, pattern, definition.term, .notATerm)
        continue
      }
      let role = definition.pattern == .label ? survey.label(onLine: definition.line) : nil
      addForward(definition, reading, role: role)
      addReverse(definition, reading)
      addAliases(definition, reading.subject)
    }
  }

  private mutating func addForward(
    _ definition: Definition, _ reading: DefinitionReading, role: String?
  ) {
    var front = reading.whatIs
    if let role, !Self.isDescription(role) {
      front = FrenchNoun(role.loweredFirst).whichAre + " " + reading.of
    }
    if let context = context(of: definition, reading) { front += ", à propos de « \(context) »" }
    add(
      Text(front: front + " ?", back: reading.opening),
      pattern: definition.pattern.cardPattern, key: [memo.normalName(definition.term), "forward"],
      section: definition.section, line: definition.line, terms: definition.names,
      siblings: siblings(definition))
  }

  private mutating func addReverse(_ definition: Definition, _ reading: DefinitionReading) {
    let pattern = definition.pattern.cardPattern + "-reverse"
    if let reason = reading.reasonAgainstReverse {
      omit(definition.line, pattern, definition.term, reason)
      return
    }
    let others = names.names(of: definition.term)
    let statement = reading.reverse(hiding: others)
    if let reason = statement.reason {
      omit(definition.line, pattern, definition.term, reason)
      return
    }
    let subject = reading.subject
    let topic = statement.isVague ? context(of: definition, reading) : nil
    let answers = accepted(definition, subject)
    add(
      Text(
        kind: answers[0].count <= 40 ? .typed : .basic,
        front: topic.map { ReverseQuestion.about($0, statement.question) } ?? statement.question,
        back: subject.full, accepted: answers),
      pattern: pattern, key: [memo.normalName(definition.term), "reverse"],
      section: definition.section,
      line: definition.line, terms: definition.names, siblings: siblings(definition),
      hidden: (definition.names + others).filter { $0.count > 1 })
  }

  /// A name and its other name, each asked for the other.
  private mutating func addAliases(_ definition: Definition, _ subject: DefinedTerm) {
    for alias in definition.aliases {
      let isAcronym =
        Initials.match(alias, definition.term) || Initials.match(definition.term, alias)
      let sameStems =
        memo.stems(of: alias).isSuperset(of: memo.stems(of: definition.term))
        || memo.stems(of: definition.term).isSuperset(of: memo.stems(of: alias))
      guard !isAcronym, !sameStems, definition.pattern != .headingSentence else { continue }
      let pair = [memo.normalName(definition.term), memo.normalName(alias)]
      for (from, to, direction) in [
        (subject.shown, alias, "forward"), (alias, subject.shown, "reverse"),
      ] {
        add(
          Text(
            kind: .typed, front: "Quel autre nom désigne « \(from) » ?", back: to,
            accepted: [to] + otherNames(of: definition, than: [from, to])),
          pattern: "alias", key: pair + [direction], section: definition.section,
          line: definition.line, terms: definition.names,
          siblings: siblings(definition) + "alias", hidden: [to])
      }
    }
  }

  // MARK: - Parts

  /// Whether the line stands below merits or advice: it says what is good about the term, not what it is.
  private func heraldsRemarks(_ definition: Definition) -> Bool {
    switch definition.pattern {
    case .boldTerm, .plainTerm:
      memo.heralds(definition.parent ?? "")
        || memo.heralds(note.sections[definition.section].name)
    case .label:
      survey.isRow(definition.line)
        && memo.heralds(note.sections[definition.section].name)
    case .headingSentence: false
    }
  }

  /// Whether the line is an entry of a list of links, with a remark.
  private func isLinked(_ definition: Definition) -> Bool {
    let term = memo.normalName(definition.term)
    return survey.inlineLinks(onLine: definition.line).contains { link in
      memo.normalName(link.text) == term || 2 * link.text.count > definition.text.count
    }
  }

  func siblings(_ definition: Definition) -> String {
    "term\u{1F}" + memo.normalName(definition.term)
  }

  private static func isDescription(_ label: String) -> Bool {
    [
      "description", "definition", "presentation", "resume", "summary", "what", "c'est quoi",
      "quoi",
    ]
    .contains(folded(label).straightened)
  }

  /// What a question about a term must add so that it can be answered alone.
  private func context(of definition: Definition, _ reading: DefinitionReading) -> String? {
    if reading.standsAlone { return nil }
    let topic = self.topic(definition.section)
    let places = [definition.parent, topic, shownTitle].compactMap(\.self).filter {
      !memo.isStructural($0) && !memo.isClause($0)
    }
    let term = reading.subject.shown
    let own = memo.stems(of: term)
    return places.first { !names.areSame($0, term) && own.isDisjoint(with: memo.stems(of: $0)) }
  }

  private func accepted(_ definition: Definition, _ subject: DefinedTerm) -> [String] {
    [subject.shown] + otherNames(of: definition, than: [subject.shown])
  }

  private func otherNames(of definition: Definition, than known: [String]) -> [String] {
    var seen = Set(known.map { folded($0) })
    return (definition.names + names.names(of: definition.term)).filter {
      seen.insert(folded($0)).inserted
    }
  }
}

extension Definition.Pattern {
  /// The name of the rule.
  fileprivate var cardPattern: String {
    switch self {
    case .boldTerm: "bold-term"
    case .headingSentence: "heading-sentence"
    case .label: "label"
    case .plainTerm: "plain-term"
    }
  }
}
