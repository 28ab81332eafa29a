internal import Notes

extension CardMaker {
  /// Cards from labelled statements: « Avantages : … » below a heading, cells of tables.
  mutating func addFacts() {
    for fact in note.facts where admits(fact.section, fact.line, "fact", fact.subject) {
      if let row = fact.row, row >= Fact.mostRows {
        let rest = survey.rowCount(ofTableAt: fact.line - row) - row
        // Told once, of the first row that is left out.
        if let first = survey.firstRest(ofTableAt: fact.line - row), first == fact {
          omit(fact.line, "table", topic(fact.section), .tooManyRows(rest))
        }
        continue
      }
      addFamilies(in: fact.text, section: fact.section, line: fact.line)
      // What defines the subject was asked as its definition.
      guard !survey.isDefinition(fact) else { continue }
      let isCommon = fact.isCell && survey.count(sayingTheSameAs: fact) >= 3
      if let reason = isCommon ? .severalAnswers : memo.reason(against: fact) {
        omit(fact.line, "fact", "\(fact.subject) › \(fact.label)", reason)
        continue
      }
      let question = question(fact)
      // « Migration Hub » : … → Migration Hub
      let spoken = { (text: String) in " " + foldedWords(text).joined(separator: " ") + " " }
      if spoken(question).holds(spoken(fact.text)) {
        omit(fact.line, "fact", "\(fact.subject) › \(fact.label)", .leak)
        continue
      }
      add(
        Text(front: question, back: opening(of: fact.text, limit: 400)),
        pattern: fact.isCell ? "table" : "fact",
        key: [memo.normalName(fact.subject), memo.normalName(fact.label)], section: fact.section,
        line: fact.line, terms: [fact.subject],
        siblings: "fact\u{1F}" + memo.normalName(fact.subject) + "\u{1F}"
          + memo.normalName(fact.label))
    }
    for definition in note.definitions where !note.sections[definition.section].isQuestion {
      addFamilies(in: definition.text, section: definition.section, line: definition.line)
    }
  }

  private func question(_ fact: Fact) -> String {
    if fact.isCell { return tableQuestion(fact) }
    let subject = FrenchNoun(fact.subject)
    let isName =
      subject.isCommon || isNameLike(fact.subject) || names.knows(fact.subject)
    let of = isName ? subject.of : "de « \(fact.subject) »"
    switch folded(fact.label) {
    case "justification", "justifications", "pourquoi", "raison", "raisons":
      return "Qu’est-ce qui justifie le choix \(of) ?"
    case "utilisation", "utilisations", "usage", "usages", "utilite", "but", "pour quoi faire":
      return "À quoi \(subject.agreeing("sert", "servent")) \(subject.definite) ?"
    case "choix": return "Comment choisir \(subject.definite) ?"
    case "personnalisation": return "Comment personnaliser \(subject.definite) ?"
    case "comment":
      return "Comment \(subject.agreeing("fonctionne", "fonctionnent")) \(subject.definite) ?"
    default: break
    }
    let label = FrenchNoun(fact.label.loweredFirst)
    if label.isOneOfItsKind, label.isCommon { return "À quoi sert \(label.definite) \(of) ?" }
    if label.isCommon, !isEnglish(fact.text) { return "\(label.whichAre) \(of) ?" }
    let place = isName || names.areSame(fact.subject, note.title) ? "" : "« \(shownTitle) » : "
    let start = place.isEmpty ? "Qu" : place + "qu"
    return
      "\(start)’indique « \(fact.label) » \(Self.regarding(fact.label)) « \(fact.subject) » ?"
  }

  /// « pour », or other words where the label ends so itself: « Idéal pour ».
  static func regarding(_ label: String) -> String {
    folded(label).hasSuffix(" pour") || folded(label).hasSuffix(" for") ? "s’agissant de" : "pour"
  }

  static func reason(against fact: Fact) -> Omission.Reason? {
    let words = fact.text.pieces.count
    let subject = fact.subject.spaced.count
    if fact.subject.count(where: { $0.isLetter || $0.isNumber }) < 2 { return .notATerm }
    if !fact.isCell,
      StructuralNames.contains(fact.subject) || StructuralNames.isExercise(fact.subject)
        || NameTest.isClause(fact.subject) || TermTest.isAttribute(fact.subject)
    {
      return .structuralName
    }
    if fact.text.count > 600 { return .tooLong }
    if fact.isCell {
      if ["valeur", "value", "nom", "name", "exemple", "lien", "note", "remarque", "commentaire"]
        .contains(folded(fact.label))
      {
        return .notATerm
      }
      if fact.text.hasPrefix("(") && fact.text.hasSuffix(")") || isMeasurement(fact.text)
        || isEcho(fact.text, of: fact.subject)
        || ["exemple", "exemples", "example", "examples", "note", "notes", "remarque"]
          .contains(folded(headingName(fact.subject)))
        || fact.text.holds("='") || fact.text.holds("=\"")
        || fact.text.contains(where: { "=`'".contains($0) }) && !fact.text.holds(" ")
        || fact.text == fact.subject
        || TermTest.isAttribute(fact.subject)
      {
        return .notATerm
      }
      guard fact.text.contains(where: \.isLetter), fact.text.count >= 2 else { return .tooShort }
      if subject > 6 || fact.text.count > 180 { return .tooLong }
    } else if words < 3 {
      return .tooShort
    }
    let label = folded(fact.label)
    if passing.contains(label) || passing.contains(where: { label.hasPrefix($0 + " ") })
      || fact.text.holds("://") || !fact.subject.contains(where: \.isLetter) || subject > 10
      || fact.text.hasSuffix(":") || fact.subject.hasSuffix("?")
    {
      return .notATerm
    }
    return nil
  }

  /// Whether a short cell only says its row's name again: « Conditions d’accès » for « Condition ».
  private static func isEcho(_ text: String, of subject: String) -> Bool {
    let told = foldedWords(text)
    let own = foldedWords(subject)
    guard told.count <= 3, own.count == 1, own[0].count > 3, let first = told.first else {
      return false
    }
    return first.prefix(told.count < 3 ? 3 : 5) == own[0].prefix(told.count < 3 ? 3 : 5)
  }

  /// Whether a cell holds what was measured once, not what one learns: « 354 → 356 MiB », « ~191 s ».
  private static func isMeasurement(_ text: String) -> Bool {
    if text.contains(where: { "+×".contains($0) }), text.contains(/(^|\s)[+×][0-9]/) {
      return true
    }
    guard let first = text.first, first.isNumber || "~≈".contains(first),
      text.contains(where: \.isNumber)
    else { return false }
    let isBare = !text.spaced.contains { $0.count(where: \.isLetter) > 5 }
    let isDecimal = text.contains(/[0-9][.,][0-9]+\s?[A-Za-z%]/)
    return isBare && (!first.isNumber || text.contains(/[0-9] ?→ ?[0-9]/) || isDecimal)
  }

  /// Labels of remarks, examples and bookkeeping.
  private static let passing: Set = [
    "nom", "note", "notes", "nb", "remarque", "exemple", "exemples", "ex", "attention", "important",
    "astuce", "rappel",
    "source", "sources", "lien", "liens", "date", "auteur", "voir", "doc", "documentation", "etape",
    "step", "info",
    "question", "reponse", "example", "warning", "tip", "see", "conseil", "commande", "fichier",
    "chemin",
    "resultat", "output", "version", "statut", "titre", "sujet", "conclusion", "solution",
    "probleme", "cas d'usage reel",
  ]
}

// MARK: - Families

extension CardMaker {
  /// `optimisé pour le calcul (C5), GPU (P3)`: each kind and its families.
  mutating func addFamilies(in text: String, section: Int, line: Int) {
    // Each stands in a parenthesis.
    guard text.utf8.count(where: { $0 == UInt8(ascii: "(") }) >= 2 else { return }
    let families = Self.families(in: text)
    guard families.count >= 2 else { return }
    for family in families {
      let answers = family.codes.joined(separator: ", ")
      let terms = [family.kind] + family.codes
      add(
        Text(
          kind: .typed, front: "Quelle famille d’instances correspond à « \(family.kind) » ?",
          back: answers, accepted: [answers] + (family.codes.count > 1 ? family.codes : [])),
        pattern: "family", key: [memo.normalName(family.kind), "forward"], section: section,
        line: line,
        terms: terms, siblings: "family" + family.kind, hidden: family.codes)
      add(
        Text(
          front:
            "À quoi correspond\(family.codes.count > 1 ? "ent les familles" : " la famille") d’instances \(answers) ?",
          back: family.kind),
        pattern: "family", key: [memo.normalName(family.kind), "reverse"], section: section,
        line: line,
        terms: terms, siblings: "family" + family.kind)
    }
  }

  private static func families(in text: String) -> [(kind: String, codes: [String])] {
    var families: [(kind: String, codes: [String])] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      let codes = rest[rest.index(after: open)..<close].split(separator: ",").map {
        Notes.trimmed($0)
      }
      var kind = Notes.trimmed(rest[..<open])
      while let first = kind.first, !first.isLetter { kind.removeFirst() }
      for start in ["et ", "ou ", "and "] where kind.hasPrefix(start) {
        kind.removeFirst(start.count)
      }
      rest = rest[rest.index(after: close)...]
      let isName =
        kind.count <= 40 && !kind.isEmpty && !kind.contains(where: { ".:;(".contains($0) })
      guard isName, codes.allSatisfy(isFamily) else { return families.count >= 2 ? families : [] }
      families.append((kind, codes))
    }
    return families
  }

  /// `C5`, `T3a`, `Inf2`: letters, a digit, letters.
  private static func isFamily(_ code: String) -> Bool {
    let head = code.prefix { $0.isLetter && $0.isASCII }
    let digits = code.dropFirst(head.count).prefix { $0.isNumber }
    let tail = code.dropFirst(head.count + digits.count)
    return (1...4).contains(head.count) && head.first?.isUppercase == true && digits.count == 1
      && tail.count <= 3 && tail.allSatisfy { $0.isLowercase }
  }
}
