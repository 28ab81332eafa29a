internal import Notes

extension CardMaker {
  /// The numbers of members that one remembers.
  static let members = 2...7

  /// Cards from groups to their members, and from members to their only group.
  mutating func addGroups() {
    var places: [String: Set<String>] = [:]
    for group in note.groups where isTelling(group.name) {
      for member in group.members {
        places[normalName(member), default: []].insert(normalName(group.name))
      }
    }
    for group in note.groups where admits(group.section, group.line, "list", group.name) {
      if let reason = reason(against: group) {
        omit(group.line, "list", group.name, reason)
        continue
      }
      if Self.members.contains(group.members.count) {
        addList(group)
      } else {
        omit(group.line, "list", group.name, .tooManyMembers(group.members.count))
      }
      guard isTelling(group.name),
        !names.areSame(group.name, note.title) || !group.isOfHeadings(note)
      else { continue }
      for member in group.members {
        if places[normalName(member)]?.count == 1 {
          addMember(member, of: group)
        } else {
          omit(group.line, "member", member, .severalAnswers)
        }
      }
    }
  }

  private mutating func addList(_ group: Group) {
    let name = isTelling(group.name) ? group.name : "\(group.name) › \(topic(group.section))"
    add(
      Text(
        kind: .list, front: listQuestion(name, count: group.members.count, section: group.section),
        back: Self.joined(group.members), accepted: group.members),
      pattern: "list", key: [normalName(name)], section: group.section, line: group.line,
      terms: [group.name] + group.members, hidden: group.members)
  }

  private mutating func addMember(_ member: String, of group: Group) {
    let line = note.definitions.first { $0.section == group.section && $0.term == member }?.line
    let own = stems(of: member)
    guard own.isDisjoint(with: stems(of: group.name)) else {
      omit(line ?? group.line, "member", member, .leak)
      return
    }
    add(
      Text(
        kind: .typed,
        front: "« \(note.title) » : dans quelle catégorie la note range-t-elle « \(member) » ?",
        back: group.name, accepted: [group.name]),
      pattern: "member", key: [normalName(group.name), normalName(member)], section: group.section,
      line: line ?? group.line, terms: [member, group.name],
      siblings: "member\u{1F}" + normalName(group.name), hidden: [group.name])
  }

  func listQuestion(_ name: String, count: Int, section: Int) -> String {
    let title = note.title
    let place = names.areSame(name, title) || name.contains(title) ? "" : "« \(title) » : "
    return "\(place)quels sont les \(count) éléments de « \(name) » ?".capitalisedFirst
  }

  /// « S3, EBS et EFS »
  static func joined(_ members: [String]) -> String {
    members.count < 2
      ? members.joined()
      : members.dropLast().joined(separator: ", ") + " et " + members[members.count - 1]
  }

  private func isTelling(_ name: String) -> Bool {
    !StructuralNames.contains(name) && name.count <= 60
  }

  private func reason(against group: Group) -> Omission.Reason? {
    let links = note.links.filter { $0.section == group.section && $0.kind != .wiki }.map {
      normalName($0.text)
    }
    if group.members.contains(where: { links.contains(normalName($0)) }) { return .links }
    if group.isOfHeadings(note),
      names.areSame(group.name, note.title)
        || group.members.contains(where: StructuralNames.contains)
    {
      return .structuralName
    }
    if group.members.contains(where: { $0.count > 60 || Labels.isLabel($0) || $0.hasSuffix("?") }) {
      return .notATerm
    }
    if group.members.count(where: StructuralNames.contains) > 0 { return .structuralName }
    if Set(group.members.map(normalName)).count < group.members.count { return .duplicate }
    return nil
  }
}

extension Group {
  /// Whether the members are headings below the group's own.
  fileprivate func isOfHeadings(_ note: Note) -> Bool { line == note.sections[section].line }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
