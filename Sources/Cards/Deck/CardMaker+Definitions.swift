internal import Notes

extension CardMaker {
  /// Cards from terms to what they are, and back where only one term answers.
  mutating func addDefinitions() {
    for (place, definition) in note.definitions.enumerated() {
      let pattern = definition.pattern.cardPattern
      guard admits(definition.section, definition.line, pattern, definition.term) else { continue }
      if let reason = isLinked(definition) ? .links : reasons[place] {
        omit(definition.line, pattern, definition.term, reason)
        continue
      }
      guard !heraldsRemarks(definition) else {
        omit(definition.line, pattern, definition.term, .notATerm)
        continue
      }
      let subject = DefinedTerm(definition, acronyms: note.acronyms)
      let role = note.facts.first { $0.line == definition.line && definition.pattern == .label }
      addForward(definition, subject, role: role?.label)
      addReverse(definition, subject)
      addAliases(definition, subject)
    }
  }

  private mutating func addForward(_ definition: Definition, _ subject: DefinedTerm, role: String?)
  {
    let noun = FrenchNoun(subject.shown, isEnglish: isEnglish(definition.text))
    var front = TermTest.isCode(subject.shown) ? "Que signifie « \(subject.shown) »" : noun.whatIs
    if let role, !Self.isDescription(role) {
      front =
        FrenchNoun(role.loweredFirst).whichAre + " "
        + (TermTest.isCode(subject.shown) ? "de « \(subject.shown) »" : noun.of)
      if let context = context(of: definition, subject) { front += ", à propos de « \(context) »" }
    } else if let context = context(of: definition, subject) {
      front += ", à propos de « \(context) »"
    }
    add(
      Text(front: front + " ?", back: opening(of: definition.statement, limit: 360)),
      pattern: definition.pattern.cardPattern, key: [memo.normalName(definition.term), "forward"],
      section: definition.section, line: definition.line, terms: definition.names,
      siblings: siblings(definition))
  }

  private mutating func addReverse(_ definition: Definition, _ subject: DefinedTerm) {
    let pattern = definition.pattern.cardPattern + "-reverse"
    let words = definition.text.pieces.count
    guard words >= (definition.pattern == .plainTerm ? 6 : 3) else {
      omit(definition.line, pattern, definition.term, .tooShort)
      return
    }
    guard !shared.contains(definition.text) else {
      omit(definition.line, pattern, definition.term, .sharedDefinition)
      return
    }
    let isSentence = definition.pattern == .headingSentence
    let statement = isSentence ? definition.text : definition.statement
    guard !TermTest.isStatementName(definition), !TermTest.isQuality(definition),
      isSentence || !statement.hasPrefix("qui ")
    else {
      omit(definition.line, pattern, definition.term, .notATerm)
      return
    }
    var text = Predicate(of: definition, saying: statement).text
    guard isSentence || !Saying.isStatement(text) && !Saying.isBareList(definition.text) else {
      omit(definition.line, pattern, definition.term, .notATerm)
      return
    }
    let others = names.names(of: definition.term)
    let hidden = definition.names + others
    let mask = Mask(hiding: definition.names, and: others)
    var masked = mask.applied(to: firstSentence(text))
    if masked.rest < 4, !masked.text.holds(Mask.gap) {
      text = opening(of: text, limit: 300)
      masked = mask.applied(to: text)
    }
    let gaps = masked.text.count(of: Mask.gap)
    guard masked.rest >= (gaps > 0 ? 4 : 3),
      gaps < 2 || gaps == 2 && masked.rest >= 5 && !isEnglish(text),
      masked.text.count <= 420
    else {
      omit(
        definition.line, pattern, definition.term, masked.text.count <= 420 ? .leak : .tooLong)
      return
    }
    let answers = accepted(definition, subject)
    add(
      Text(
        kind: answers[0].count <= 40 ? .typed : .basic,
        front: ReverseQuestion.text(
          masked.text, about: masked.rest < 7 ? context(of: definition, subject) : nil),
        back: subject.full, accepted: answers),
      pattern: pattern, key: [memo.normalName(definition.term), "reverse"],
      section: definition.section,
      line: definition.line, terms: definition.names, siblings: siblings(definition),
      hidden: hidden.filter { $0.count > 1 })
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
      NameTest.heralds(definition.parent ?? "")
        || NameTest.heralds(note.sections[definition.section].name)
    case .label:
      note.facts.contains { $0.line == definition.line && $0.isCell }
        && NameTest.heralds(note.sections[definition.section].name)
    case .headingSentence: false
    }
  }

  /// Whether the line is an entry of a list of links, with a remark.
  private func isLinked(_ definition: Definition) -> Bool {
    let term = memo.normalName(definition.term)
    return note.links.contains { link in
      link.line == definition.line && link.kind == .inline
        && (memo.normalName(link.text) == term || 2 * link.text.count > definition.text.count)
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
  private func context(of definition: Definition, _ subject: DefinedTerm) -> String? {
    let topic = self.topic(definition.section)
    let places = [definition.parent, topic, shownTitle].compactMap(\.self).filter {
      !memo.isStructural($0) && !NameTest.isClause($0)
    }
    let term = subject.shown
    let isShort = TermTest.isCode(term) || term.allSatisfy { $0.isLowercase || $0 == "-" }
    let isKnown =
      definition.expansion != nil || !definition.aliases.isEmpty || Initials.isAcronym(term)
      || isNameLike(term) || definition.pattern == .headingSentence
      || definition.pattern == .label && !isShort
      || term.spaced.count > 2 && !TermTest.isCode(term)
    if isKnown { return nil }
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
