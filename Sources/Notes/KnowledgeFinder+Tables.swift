internal import Markdown

extension KnowledgeFinder {
  /// A table whose first column names things: each other cell is a fact, under its column's heading.
  ///
  /// Only the first ``Fact/mostRows`` rows define terms: a longer table is looked things up in, not learned.
  mutating func find(in table: Table, line: Int, _ context: Context) {
    let labels = table.header.map { trimmed($0.plainText) }
    guard labels.count >= 2 else { return }
    let isCompared = labels.count >= 3 && Self.criteria.contains(folded(labels[0]))
    for (place, row) in table.rows.enumerated() {
      let line = line + 2 + place
      let name = TermName(row[0].plainText)
      guard !name.term.isEmpty else { continue }
      for (label, cell) in zip(labels, row).dropFirst() {
        let text = trimmed(cell.plainText)
        guard !text.isEmpty, !label.isEmpty else { continue }
        note.facts.append(
          Fact(
            subject: name.term, label: label, text: text, row: place, isCompared: isCompared,
            section: context.section, line: line))
        if Labels.isDefining(label), place < Fact.mostRows, !holdsFiniteVerb(name.term),
          text.split(separator: " ").count >= 3
        {
          noteLabel(of: name.term, section: context.section)
          note.definitions.append(
            Definition(
              term: name.term, expansion: name.expansion, aliases: name.aliases, text: text,
              pattern: .label, parent: context.subject, section: context.section, line: line))
        }
      }
      addPorts(of: row, labels: labels, subject: name.term, line: line, context)
    }
  }

  /// What stands above rows that are asked of each column.
  private static let criteria: Set = [
    "", "critere", "criteres", "question", "aspect", "caracteristique", "point", "propriete",
    "criterion", "criteria", "feature", "property",
  ]

  private mutating func addPorts(
    of row: [[Inline]], labels: [String], subject: String, line: Int, _ context: Context
  ) {
    for (label, cell) in zip(labels, row) where ["port", "ports"].contains(folded(label)) {
      for range in PortFinder.ports(in: trimmed(cell.plainText))
      where portsOfTables.insert([range.lowerBound, line]).inserted {
        note.ports.append(
          Port(
            range, subject: subject, section: context.section, line: line,
            text: lines?.place(ofLine: line)))
      }
    }
  }
}

// MARK: - After the walk

extension KnowledgeFinder {
  /// The least number of places at which a name without expansion is taken for a label.
  private static let labelPlaces = 3

  /// A name that stands before a colon under three headings or more is a label: it becomes facts.
  mutating func turnLabelsIntoFacts() {
    var sections: [String: Set<Int>] = [:]
    for definition in note.definitions where Self.mayBeLabel(definition) {
      sections[folded(definition.term), default: []].insert(definition.section)
    }
    var kept: [Definition] = []
    for definition in note.definitions {
      let places = sections[folded(definition.term)]?.count ?? 0
      if Self.mayBeLabel(definition), places >= Self.labelPlaces {
        note.facts.append(
          Fact(
            subject: definition.parent ?? note.title, label: definition.term,
            text: definition.text, section: definition.section, line: definition.line))
      } else {
        kept.append(definition)
      }
    }
    note.definitions = kept
    note.facts.sort { $0.line < $1.line }
  }

  private static func mayBeLabel(_ definition: Definition) -> Bool {
    definition.expansion == nil && definition.aliases.isEmpty
      && (definition.pattern == .boldTerm || definition.pattern == .plainTerm)
      && !definition.term.contains { isNumber($0) } && !Initials.isAcronym(definition.term)
  }

  /// A heading over two to twelve headings, each a name, groups them.
  mutating func addGroupsOfHeadings() {
    var children: [Int: [Int]] = [:]
    for (place, section) in note.sections.enumerated() {
      if let parent = section.parent { children[parent, default: []].append(place) }
    }
    for place in note.sections.indices where note.sections[place].level > 0 {
      guard let children = children[place], (2...12).contains(children.count) else { continue }
      let members = children.map { TermName(note.sections[$0].name).term }
      guard
        members.allSatisfy({ $0.split(separator: " ").count <= 5 })
      else { continue }
      note.groups.append(
        Group(
          name: note.sections[place].name, members: members, section: place,
          line: note.sections[place].line))
    }
  }
}
