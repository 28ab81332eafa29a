internal import Notes

/// What is asked of a whole note for each of its definitions, facts and lists: counted once, so that a long note
/// takes no longer than as much text in short ones.
///
/// Each part is counted when it is asked for first; a survey belongs to one thread.
final class NoteSurvey {
  /// A name in a section.
  struct Name: Hashable {
    var section: Int
    var name: String
  }

  /// A statement by where it stands and what it says.
  private struct Cell: Hashable {
    var section: Int
    var label: String
    var text: String
  }

  /// A text on a line.
  private struct Place: Hashable {
    var line: Int
    var text: String
  }

  private let note: Note
  private let memo: TextMemo

  private lazy var statements = Set(note.definitions.map { Place(line: $0.line, text: $0.text) })
  private lazy var cells = counts(note.facts) {
    Cell(section: $0.section, label: $0.label, text: $0.text)
  }
  private lazy var columns = sets(note.facts.filter(\.isCell)) { ($0.section, $0.label) }
  private lazy var labels = Dictionary(note.facts.map { ($0.line, $0.label) }) { first, _ in first }
  /// The facts of rows that are not learned, by the line on which the first row of their table stands.
  private lazy var rests = Dictionary(
    grouping: note.facts.filter { $0.row.map { $0 >= Fact.mostRows } ?? false }
  ) { $0.line - ($0.row ?? 0) }
  private lazy var rows = Set(note.facts.filter(\.isCell).map(\.line))
  private lazy var terms = Dictionary(
    note.definitions.map { (Name(section: $0.section, name: $0.term), $0.line) }
  ) { first, _ in first }
  private lazy var inlineLinks = Dictionary(grouping: note.links.filter { $0.kind == .inline }) {
    $0.line
  }
  private lazy var inlineCounts = counts(note.links.filter { $0.kind == .inline }) { $0.section }
  private lazy var linked = sets(note.links.filter { $0.kind != .wiki }) {
    ($0.section, memo.normalName($0.text))
  }
  private lazy var groups = counts(note.groups) { Name(section: $0.section, name: $0.name) }
  private lazy var groupLines = Dictionary(grouping: note.groups) { $0.line }
  private lazy var memberLists = counts(note.groups) { Set($0.members.map { folded($0) }) }
  private lazy var subjects = sets(note.ports) { ($0.number, memo.normalName($0.subject)) }

  init(_ note: Note, _ memo: TextMemo) { (self.note, self.memo) = (note, memo) }

  private func counts<Element, Key: Hashable>(
    _ elements: [Element], _ key: (Element) -> Key
  ) -> [Key: Int] {
    elements.reduce(into: [:]) { $0[key($1), default: 0] += 1 }
  }

  private func sets<Element>(
    _ elements: [Element], _ entry: (Element) -> (key: Int, name: String)
  ) -> [Int: Set<String>] {
    elements.reduce(into: [:]) { sets, element in
      let (key, name) = entry(element)
      sets[key, default: []].insert(name)
    }
  }
}

// MARK: - Statements and definitions

extension NoteSurvey {
  /// Whether a definition says the same on the same line.
  func isDefinition(_ fact: Fact) -> Bool {
    statements.contains(Place(line: fact.line, text: fact.text))
  }

  /// How many facts of the section say the same under the same label.
  func count(sayingTheSameAs fact: Fact) -> Int {
    cells[Cell(section: fact.section, label: fact.label, text: fact.text)] ?? 0
  }

  /// The names of the columns of a section's tables.
  func columns(ofSection section: Int) -> Set<String> { columns[section] ?? [] }

  /// The label of the first fact on a line.
  func label(onLine line: Int) -> String? { labels[line] }

  /// Whether a line is a row of a table.
  func isRow(_ line: Int) -> Bool { rows.contains(line) }

  /// How many rows a table has that is longer than what is learned of one.
  func rowCount(ofTableAt line: Int) -> Int { (rests[line]?.last?.row ?? 0) + 1 }

  /// The first fact of a table's rows that are not learned.
  func firstRest(ofTableAt line: Int) -> Fact? { rests[line]?.first }

  /// The line of the first definition of a term in a section.
  func line(of term: String, in section: Int) -> Int? {
    terms[Name(section: section, name: term)]
  }
}

// MARK: - Links, groups and ports

extension NoteSurvey {
  /// The links to addresses on a line.
  func inlineLinks(onLine line: Int) -> [NoteLink] { inlineLinks[line] ?? [] }

  /// How many links to addresses a section has.
  func inlineLinkCount(in section: Int) -> Int { inlineCounts[section] ?? 0 }

  /// The normal forms of what the links of a section show, wiki links left out.
  func linkedNames(in section: Int) -> Set<String> { linked[section] ?? [] }

  /// How many groups of a section have a name.
  func groupCount(named name: String, in section: Int) -> Int {
    groups[Name(section: section, name: name)] ?? 0
  }

  /// The groups that begin on some lines.
  func groups(on lines: ClosedRange<Int>) -> [Group] { lines.flatMap { groupLines[$0] ?? [] } }

  /// How many groups have the same members, whatever their order and case.
  func count(ofGroupsLike group: Group) -> Int {
    memberLists[Set(group.members.map { folded($0) })] ?? 0
  }

  /// How many subjects have a port.
  func subjectCount(ofPort number: Int) -> Int { subjects[number]?.count ?? 0 }
}
