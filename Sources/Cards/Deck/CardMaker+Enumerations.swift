internal import Notes

extension CardMaker {
  /// Cards from lists: what belongs to an item, how many, by which means.
  mutating func addEnumerations() {
    for list in note.enumerations {
      guard let first = list.items.first,
        admits(list.section, first.line, list.isNested ? "nested" : "list", list.subject)
      else { continue }
      for item in list.items {
        addNumber(item, list)
        addGoal(item, list)
      }
      guard !isGroup(list) else { continue }
      if let reason = reason(against: list) {
        omit(first.line, list.isNested ? "nested" : "list", list.subject, reason)
        continue
      }
      if isWorthWhole(list) {
        addWhole(list)
      } else {
        omit(first.line, list.isNested ? "nested" : "list", list.subject, .structuralName)
      }
      if list.isNested { for item in list.items { addStatement(item, list) } }
    }
  }

  /// Whether the same list was asked as a group of names.
  private func isGroup(_ list: Enumeration) -> Bool {
    survey.groups(on: list.items[0].line - 3...list.items[0].line).contains {
      $0.section == list.section && $0.members.count == list.items.count
        && memo.normalName($0.name) == memo.normalName(list.subject)
    }
  }

  private func reason(against list: Enumeration) -> Omission.Reason? {
    guard Self.members.contains(list.items.count) else {
      return list.items.count == 1 ? .tooShort : .tooManyMembers(list.items.count)
    }
    let links = survey.linkedNames(in: list.section)
    if list.items.contains(where: {
      !links.isEmpty && links.contains(memo.normalName($0.text)) || $0.text.holds("://")
    }) {
      return .links
    }
    let items = list.items.map { memo.item($0.text) }
    let longest = items.map(\.length).max() ?? 0
    if longest > (list.isNested ? 220 : 90) || items.map(\.length).reduce(0, +) > 480 {
      return .tooLong
    }
    if items.contains(where: \.isOpen) { return .notATerm }
    let name = list.lead ?? list.subject
    if name.count > 140 || (list.lead == nil && memo.isStructural(list.subject)) {
      return .structuralName
    }
    if list.lead == nil && (Labels.isLabel(list.subject) || TermTest.opensInstruction(list.subject))
    {
      return .notATerm
    }
    if items.contains(where: \.opensInstruction) { return .notATerm }
    if items.contains(where: \.isAside) { return .notATerm }
    if TermTest.isNumbered(note.sections[list.section].name) { return .structuralName }
    if list.lead == nil, items.contains(where: \.isSentence) { return .tooLong }
    if let lead = list.lead, ListTest.isChatty(lead) { return .structuralName }
    if list.lead == nil, NameTest.opensAct(list.subject) { return .structuralName }
    if list.lead == nil, !list.isNested, TermTest.isAttribute(list.subject) {
      return .structuralName
    }
    return nil
  }

  /// Whether a list is announced, does something, or stands below a plural.
  private func isWorthWhole(_ list: Enumeration) -> Bool {
    if let lead = list.lead, lead.count > 8 {
      return lead.first?.isLetter == true && !lead.hasPrefix("Ex")
    }
    guard !isEnglish(list.items.map(\.text).joined(separator: " ")) else { return false }
    let areActs = list.items.allSatisfy {
      let item = memo.item($0.text)
      return item.shape == .verb || item.isActNoun
    }
    return areActs || list.subject.isPlural && list.subject.spaced.count <= 5
  }

  private mutating func addWhole(_ list: Enumeration) {
    let read = list.items.map { memo.item($0.text) }
    let items = read.map(\.answer)
    let count = items.count
    let areActs = read.allSatisfy(\.answersWithVerb)
    let noun = FrenchNoun(list.subject)
    let front: String
    if let lead = list.lead, let label = ListTest.label(lead, count: count) {
      front = "« \(topic(list.section)) » : \(label) ?"
    } else if let lead = list.lead, lead.count > 8 {
      front = "Complétez, en \(count) points : « \(lead) : … » (\(qualifier(list.section)))"
    } else if areActs {
      front = "Que fait \(noun.definite) ? Citez \(count) points."
    } else if noun.isCommon, list.subject.spaced.count == 1 {
      front = "« \(shownTitle) » : citez les \(count) éléments sous « \(list.subject) »."
    } else {
      front = listQuestion(list.subject, count: count, section: list.section)
    }
    add(
      Text(kind: .list, front: front, back: items.joined(separator: "\n"), accepted: items),
      pattern: list.isNested ? "nested" : "list",
      key: [
        memo.normalName(list.lead.flatMap { $0.count > 8 ? $0 : nil } ?? list.subject), "items",
      ],
      section: list.section, line: list.items[0].line, terms: [list.subject], hidden: items)
  }

  /// A nested statement that begins with a verb asks for the item above.
  private mutating func addStatement(_ item: TextLine, _ list: Enumeration) {
    guard item.text.spaced.count >= 4, !names.areSame(list.subject, note.title)
    else { return }
    let read = memo.item(item.text)
    let shape = read.shape
    let isAct =
      list.lead == nil && list.subject.count <= 50 && !memo.isStructural(list.subject)
      && !(list.subject.isPlural && list.subject.dropFirst().allSatisfy { !$0.isUppercase })
      && !(FrenchNoun(list.subject).isCommon && !list.subject.holds(" "))
      && !NameTest.isClause(list.subject) && !NameTest.heralds(list.subject)
      && !Labels.isLabel(list.subject)
    guard isAct, shape == .verb || shape == .infinitive || read.isActNoun,
      !read.isEnglish
    else {
      return
    }
    let hidden = [list.subject] + names.names(of: list.subject)
    let masked = Mask(hiding: [list.subject], and: hidden).applied(to: item.text.withoutStop)
    guard masked.rest >= 3 else { return }
    let front =
      shape == .other
      ? "Quel composant assure ceci : « \(masked.text.loweredFirst) » ?"
      : ReverseQuestion.text(masked.text)
    add(
      Text(
        kind: .typed, front: front, back: list.subject,
        accepted: [list.subject] + names.names(of: list.subject).filter { $0 != list.subject }),
      pattern: "nested-reverse", key: [memo.normalName(list.subject), memo.normalName(item.text)],
      section: list.section, line: item.line, terms: [list.subject],
      siblings: "nested" + memo.normalName(list.subject), hidden: hidden.filter { $0.count > 1 })
  }
}

// MARK: - Numbers and means

extension CardMaker {
  /// « 3 sous-réseaux publics pour … » asks how many; a number with its unit leaves a gap.
  private mutating func addNumber(_ item: TextLine, _ list: Enumeration) {
    guard let found = memo.item(item.text).quantity, !ListTest.isInstance(list.subject),
      !TermTest.isAttribute(list.subject)
    else { return }
    let place =
      list.subject == note.title || memo.isStructural(list.subject)
      ? note.title : list.subject
    let front =
      found.isCount
      ? "« \(place) » : combien de \(found.after.withoutStop) ?".replacing(
        "combien de a", with: "combien d’a")
      : "« \(place) » : quel nombre manque ? « \(item.text[..<found.range.lowerBound])\(Mask.gap)\(found.after) »"
    add(
      Text(
        kind: .typed, front: front,
        back: found.unit.isEmpty ? found.number : "\(found.number) \(found.unit)",
        accepted: [found.number] + (found.unit.isEmpty ? [] : ["\(found.number) \(found.unit)"])),
      pattern: "number",
      key: [memo.normalName(list.subject), memo.normalName(item.text.filter { !$0.isNumber })],
      section: list.section, line: item.line, terms: [list.subject])
  }

  /// « Une haute disponibilité via le Multi-AZ » asks by which means.
  private mutating func addGoal(_ item: TextLine, _ list: Enumeration) {
    guard let (goal, means) = memo.item(item.text).goal else { return }
    add(
      Text(
        front: "« \(shownTitle) » : par quels moyens obtenir \(goal.loweredFirst) ?", back: means),
      pattern: "goal", key: [memo.normalName(goal)], section: list.section, line: item.line,
      terms: [list.subject])
  }

  static func goal(in text: String) -> (goal: String, means: String)? {
    let words = text.spaced
    guard words.count <= 16, !text.holds(";"), let first = words.first.map({ folded($0) }),
      ["un", "une"].contains(first)
    else { return nil }
    for link in [" grâce à l’", " grâce à ", " grâce aux ", " grâce au ", " via ", " avec "] {
      guard let range = text.firstRange(of: link) else { continue }
      let goal = Notes.trimmed(text[..<range.lowerBound])
      let words = goal.spaced.map { folded($0) }
      let hasVerb = words.indices.contains { place in
        ["est", "sont", "qui", "que", "doit", "doivent", "peut", "peuvent"].contains(words[place])
          || FrenchVerbs.third.contains(words[place]) && words[place].count > 5
            && goal.spaced[place].last != "é"
          || FrenchVerbs.third.contains(words[place]) && place + 1 < words.count
            && ["son", "sa", "ses", "le", "la", "les", "un", "une"].contains(words[place + 1])
      }
      guard goal.spaced.count >= 2, !hasVerb else { return nil }
      return (goal, Notes.trimmed(text[range.upperBound...]))
    }
    return nil
  }
}

extension FrenchVerbs {
  /// Whether a statement begins with a noun for an act: « Enregistrement d’un nom … ».
  static func isActNoun(_ text: String) -> Bool {
    let words = text.spaced.prefix(2).map { folded($0) }
    guard words.count == 2, words[0].count >= 6 else { return false }
    let isLinked =
      ["de", "du", "des", "par", "en", "sur"].contains(words[1]) || words[1].hasPrefix("d’")
      || words[1].hasPrefix("d'")
    return isLinked && ["ment", "tion", "aison", "age"].contains { words[0].hasSuffix($0) }
  }
}

extension TermTest {
  /// Whether a text tells its reader what to do: « Cliquer sur … ».
  static func opensInstruction(_ text: String) -> Bool {
    guard let first = text.spaced.first.map({ folded($0) }) else { return true }
    return [
      "cliquer", "cliquez", "aller", "allez", "selectionner", "choisir", "ouvrir", "entrer",
      "taper", "creer", "copier", "lancer", "installer", "telecharger", "verifier", "click",
      "select", "open", "go", "run", "install", "create", "étape", "etape", "step", "ajouter",
      "scroller", "puis", "ensuite", "enfin",
    ].contains(first)
  }
}
