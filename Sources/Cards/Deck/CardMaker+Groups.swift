internal import Notes

extension CardMaker {
  /// The numbers of members that one remembers.
  static let members = 2...7

  /// Cards from groups to their members, and from members to their only group.
  mutating func addGroups() {
    var places: [String: Set<String>] = [:]
    guard !note.groups.isEmpty else { return }
    // Terms that become cards, by where they are defined.
    var defined: Set<NoteSurvey.Name> = []
    for (definition, reading) in zip(note.definitions, readings) where reading.reason == nil {
      defined.insert(NoteSurvey.Name(section: definition.section, name: definition.term))
    }
    let categories = Set(note.groups.filter { isCategory($0, defined) })
    for group in categories {
      for member in group.members {
        places[memo.normalName(member), default: []].insert(memo.normalName(group.name))
      }
    }
    for group in note.groups where admits(group.section, group.line, "list", group.name) {
      if let reason = reason(against: group) {
        omit(group.line, "list", group.name, reason)
        continue
      }
      if !Self.members.contains(group.members.count) {
        omit(group.line, "list", group.name, .tooManyMembers(group.members.count))
      } else if listsTerms(group, defined) {
        addList(group)
      } else {
        omit(group.line, "list", group.name, .structuralName)
      }
      guard categories.count >= 2, categories.contains(group) else { continue }
      for member in group.members {
        if places[memo.normalName(member)]?.count == 1 {
          addMember(member, of: group)
        } else {
          omit(group.line, "member", member, .severalAnswers)
        }
      }
    }
  }

  /// Whether a group is a heading over a list of terms with their definitions.
  private func isCategory(_ group: Group, _ terms: Set<NoteSurvey.Name>) -> Bool {
    let defined = group.definedMembers(terms)
    let isAlone = survey.groupCount(named: group.name, in: group.section) == 1
    let areNames = group.members.allSatisfy { member in
      member.first?.isLowercase != true && !member.holds("=") && member.last?.isLetter == true
        && member.spaced.last.map { $0.count > 1 } ?? false || isNameLike(member)
    }
    return isAlone && areNames && !memo.isClause(group.name) && !memo.heralds(group.name)
      && isTelling(group.name) && note.sections[group.section].name == group.name
      && !group.isOfHeadings(note) && 2 * defined >= group.members.count
  }

  /// Whether the members are terms, and not what a chapter happens to hold: they are defined or named
  /// elsewhere, or the name is a plural that announces them.
  private func listsTerms(_ group: Group, _ terms: Set<NoteSurvey.Name>) -> Bool {
    let defined = group.definedMembers(terms)
    if 2 * defined >= group.members.count { return true }
    return !group.isOfHeadings(note) && isTelling(group.name) && group.name.isPlural
      && group.members.allSatisfy { member in
        member.spaced.count <= 4 && !TermTest.opensInstruction(member)
          && !["can", "are", "have", "is", "get", "to", "if", "no", "not"].contains(
            foldedWords(member).first ?? "")
      }
  }

  private mutating func addList(_ group: Group) {
    let count = group.members.count
    let name = isTelling(group.name) ? group.name : "\(group.name) › \(topic(group.section))"
    let front =
      isTelling(group.name)
      ? listQuestion(name, count: count, section: group.section)
      : ListTest.plural(group.name, count: count).map { "« \(topic(group.section)) » : \($0) ?" }
        ?? listQuestion(name, count: count, section: group.section)
    add(
      Text(
        kind: .list, front: front,
        back: Self.joined(group.members), accepted: group.members),
      pattern: "list", key: [memo.normalName(name)], section: group.section, line: group.line,
      terms: [group.name] + group.members, hidden: group.members)
  }

  private mutating func addMember(_ member: String, of group: Group) {
    let line = survey.line(of: member, in: group.section)
    guard !memo.isStructural(note.title) else { return }
    let own = memo.stems(of: member)
    guard own.isDisjoint(with: memo.stems(of: group.name)) else {
      omit(line ?? group.line, "member", member, .leak)
      return
    }
    add(
      Text(
        kind: .typed,
        front: "« \(shownTitle) » : dans quelle catégorie la note range-t-elle « \(member) » ?",
        back: group.name, accepted: [group.name]),
      pattern: "member", key: [memo.normalName(group.name), memo.normalName(member)],
      section: group.section,
      line: line ?? group.line, terms: [member, group.name],
      siblings: "member\u{1F}" + memo.normalName(group.name), hidden: [group.name])
  }

  func listQuestion(_ name: String, count: Int, section: Int) -> String {
    if memo.isClause(name), let clause = ListTest.clause(name) {
      return "« \(shownTitle) », complétez en \(count) points : « \(clause) : … »"
    }
    let title = note.title
    let place = names.areSame(name, title) || name.contains(title) ? "" : "« \(shownTitle) » : "
    return "\(place)quels sont les \(count) éléments de « \(name) » ?".capitalisedFirst
  }

  /// Joins names as a sentence does: « S3, EBS et EFS ».
  static func joined(_ members: [String]) -> String {
    members.count < 2
      ? members.joined()
      : members.dropLast().joined(separator: ", ") + " et " + members[members.count - 1]
  }

  private func isTelling(_ name: String) -> Bool {
    !memo.isStructural(name) && name.count <= 60
  }

  private func reason(against group: Group) -> Omission.Reason? {
    let links = survey.linkedNames(in: group.section)
    if !links.isEmpty, group.members.contains(where: { links.contains(memo.normalName($0)) }) {
      return .links
    }
    if NameTest.opensAct(group.name) { return .structuralName }
    if survey.inlineLinkCount(in: group.section) >= group.members.count { return .links }
    if group.members.contains(where: TermTest.isAttribute) { return .notATerm }
    if group.members.contains(where: ListTest.isRemark) { return .notATerm }
    if survey.count(ofGroupsLike: group) >= 2, !group.isOfHeadings(note) { return .notATerm }
    if group.isOfHeadings(note),
      names.areSame(group.name, note.title)
        || group.members.contains(where: memo.isStructural)
    {
      return .structuralName
    }
    if group.members.contains(where: { $0.count > 60 || Labels.isLabel($0) || $0.hasSuffix("?") }) {
      return .notATerm
    }
    if group.members.count(where: memo.isStructural) > 0 { return .structuralName }
    if Set(group.members.map(memo.normalName)).count < group.members.count { return .duplicate }
    return nil
  }
}

extension Group {
  /// How many members are among some terms.
  fileprivate func definedMembers(_ terms: Set<NoteSurvey.Name>) -> Int {
    members.count { terms.contains(NoteSurvey.Name(section: section, name: $0)) }
  }

  /// Whether the members are headings below the group's own.
  fileprivate func isOfHeadings(_ note: Note) -> Bool { line == note.sections[section].line }
}

extension String {
  /// Whether one of the first words, or the last, is a plural.
  var isPlural: Bool {
    let words = foldedWords(self)
    return (words.prefix(2) + words.suffix(1)).contains {
      $0.count > 3 && ($0.hasSuffix("s") || $0.hasSuffix("x")) && !$0.hasSuffix("ss")
    }
  }

  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
