internal import Markdown

/// Walks through a note once and collects what it teaches.
struct KnowledgeFinder {
  var note: Note
  var acronyms = AcronymFinder()
  var written: WrittenCardFinder

  /// The definitions of labels, each term once in a section.
  private var labelled: Set<Labelled> = []

  /// The ports that tables name, each once on a line.
  var portsOfTables: Set<[Int]> = []

  /// The first line of the present section that holds a question mark.
  private var firstQuestion = Int.max

  /// The text of the present section by line.
  private(set) var lines: SectionLines?

  private struct Labelled: Hashable {
    var section: Int
    var term: String
  }

  init(note: Note) {
    self.note = note
    written = WrittenCardFinder(findsClozes: note.metadata.cards == .cloze)
  }

  /// What the blocks at hand are about.
  struct Context {
    var section: Int
    /// The section's name, or the term of the item above.
    var subject: String
    /// Whether the blocks stand below an item.
    var isNested = false
    /// The text just above that announces the block, if one does.
    var lead: String?
  }

  mutating func find(in part: Outline.Part, section: Int) {
    let name = note.sections[section].name
    let title = note.sections[section].title
    acronyms.find(in: title, section: section)
    let subject = name.isEmpty ? note.title : name
    var context = Context(section: section, subject: TermName(subject).term)
    lines = SectionLines(note.sections[section])
    firstQuestion =
      note.sections[section].text.lazy.filter { $0.text.holds("?") }.map(\.line).min() ?? .max
    if let first = part.blocks.first, case .paragraph(let inlines) = first.content {
      findSentence(
        inlines.plainText, heading: subject, section: section, line: first.lines.lowerBound)
    }
    for block in part.blocks {
      find(in: block, context)
      context.lead = Self.lead(block)
    }
    written.find(in: part.blocks, section: section)
    markUnwanted(part, section: section)
    for (place, line) in note.sections[section].text.enumerated() {
      acronyms.find(in: line.text, section: section)
      let ranges = PortFinder.ranges(in: line.text)
      guard !ranges.isEmpty else { continue }
      let subject = PortFinder.subject(of: line.text, else: subject)
      for range in ranges {
        note.ports.append(
          Port(range, subject: subject, section: section, line: line.line, text: place))
      }
    }
  }

  /// Ends the walk: labels that recur are no terms, headings over headings are groups.
  mutating func finish() {
    note.acronyms = acronyms.acronyms
    note.writtenCards = written.cards
    note.clozes = written.clozes
    turnLabelsIntoFacts()
    addGroupsOfHeadings()
  }

  private mutating func findSentence(
    _ paragraph: String, heading: String, section: Int, line: Int
  ) {
    // « À quoi ça sert » asks of what stands above it, and names nothing.
    guard !folded(heading).hasPrefix("a quoi ") else { return }
    let heading = askedName(heading)
    guard !holdsFiniteVerb(heading) else { return }
    let isTitle = heading == note.title && note.metadata.title == nil
    guard
      let found = HeadingSentence(heading: heading, paragraph: paragraph)
        ?? (isTitle ? HeadingSentence(title: heading, paragraph: paragraph) : nil)
    else { return }
    let name = TermName(heading)
    let aliases = name.aliases + found.aliases
    note.definitions.append(
      Definition(
        term: name.term, expansion: name.expansion ?? found.expansion,
        aliases: aliases.enumerated().filter { !aliases[..<$0.offset].contains($0.element) }
          .map(\.element),
        text: found.text, pattern: .headingSentence, section: section, line: line))
  }

  private mutating func find(in block: Block, _ context: Context) {
    switch block.content {
    case .paragraph(let inlines):
      findLabelledLines(runLines(of: inlines, from: block.lines.lowerBound), context)
    case .list(let list): find(in: list, line: block.lines.lowerBound, context)
    case .quote(let blocks): for block in blocks { find(in: block, context) }
    case .callout(let callout): for block in callout.blocks { find(in: block, context) }
    case .table(let table): find(in: table, line: block.lines.lowerBound, context)
    case .heading, .code, .html, .thematicBreak: break
    }
  }

  /// A paragraph of lines `Label : text`; a line without label goes on with the one before.
  private mutating func findLabelledLines(_ lines: [RunLine], _ context: Context) {
    var open: (found: LabelledText, line: Int)?
    for line in lines {
      let found = LabelledText(line)
      if let found, found.isBold || found.label.first?.isUppercase == true {
        if let open { add(open.found, line: open.line, context) }
        open = (found, line.line)
      } else if open != nil {
        open?.found.append(trimmed(line.text))
      }
    }
    if let open { add(open.found, line: open.line, context) }
  }

  private mutating func find(in list: List, line: Int, _ context: Context) {
    if isChoice(list) {
      note.sections[context.section].isQuestion = true
      addQuestion(list, section: context.section)
    }
    addEnumeration(list, context)
    var members: [String] = []
    for item in list.items {
      var inner = context
      inner.isNested = true
      inner.lead = nil
      var rest = item.blocks[...]
      if let first = item.blocks.first, case .paragraph(let inlines) = first.content {
        rest = rest.dropFirst()
        var lines = runLines(of: inlines, from: first.lines.lowerBound)
        if var found = LabelledText(lines.removeFirst()) {
          for line in lines { found.append(line.text) }
          add(found, line: first.lines.lowerBound, context)
          if !Self.isLabel(found) {
            inner.subject = TermName(found.label).term
            members.append(inner.subject)
          }
        } else if let member = Self.member(inlines.plainText) {
          members.append(member)
          inner.subject = member
        } else {
          inner.lead = Self.lead(first)
        }
      }
      for block in rest { find(in: block, inner) }
    }
    addGroup(context.subject, members: members, of: list.items.count, line: line, context)
  }

  /// Whether a list offers answers to a question that stands above it, right ones marked.
  private func isChoice(_ list: List) -> Bool {
    list.items.count >= 2 && list.items.allSatisfy { $0.isDone != nil }
      && list.items.contains { $0.isDone == true } && list.items.contains { $0.isDone == false }
      && asks(above: list.items[0].lines.lowerBound)
  }

  /// Whether the paragraph just above a line asks something; how many answers are right may be told after it.
  private func asks(above line: Int) -> Bool {
    guard firstQuestion < line, var above = lines?.above(line) else { return false }
    while let last = above.popLast() {
      if last.text.holds("?") { return true }
      guard above.last?.line == last.line - 1 || Self.isHint(last.text) else { return false }
    }
    return false
  }

  private static func isHint(_ text: String) -> Bool {
    ["(", "*(", "Choisi", "Choose", "Select", "Sélectionne", "Coche", "Indice", "Hint"]
      .contains { text.hasPrefix($0) }
  }

  /// A short item without sentence: a name in an enumeration.
  private static func member(_ text: String) -> String? {
    let name = trimmed(text)
    let words = name.spaced
    guard (1...5).contains(words.count), !name.hasSuffix("."), !name.holds("://") else {
      return nil
    }
    return TermName(name).term
  }

  private mutating func addGroup(
    _ name: String, members: [String], of count: Int, line: Int, _ context: Context
  ) {
    guard members.count >= 2, members.count == count, !name.isEmpty else { return }
    note.groups.append(
      Group(name: name, members: members, section: context.section, line: line))
  }

  /// Whether a label only says what kind of statement follows, and the statement is not about the label:
  /// « Rôle : un rôle est … » defines roles.
  private static func isLabel(_ found: LabelledText) -> Bool {
    guard Labels.isLabel(found.label) else { return false }
    let words = foldedWords(found.text.prefix(60))
    guard let first = words.first, ["un", "une", "le", "la", "les", "a", "the"].contains(first),
      let name = foldedWords(found.label).first, words.dropFirst().first == name
    else { return true }
    return !words.prefix(5).contains { ["est", "sont", "is", "are"].contains($0) }
  }

  private mutating func add(_ found: LabelledText, line: Int, _ context: Context) {
    guard !found.text.isEmpty, !found.text.hasPrefix("http") else { return }
    if Self.isLabel(found) {
      note.facts.append(
        Fact(
          subject: context.subject, label: trimmed(found.label), text: found.text,
          section: context.section, line: line))
      if Labels.isDefining(found.label), !context.subject.isEmpty {
        addLabelDefinition(found.text, line: line, context)
      }
      return
    }
    let name = TermName(found.label)
    guard !found.isLink, !holdsFiniteVerb(name.term) else { return }
    let heading = note.sections[context.section].name
    note.definitions.append(
      Definition(
        term: name.term, expansion: name.expansion, aliases: name.aliases, text: found.text,
        pattern: found.isBold ? .boldTerm : .plainTerm,
        parent: context.isNested && context.subject != heading
          ? context.subject : (heading.isEmpty ? nil : heading),
        section: context.section, line: line))
  }

  private mutating func addLabelDefinition(_ text: String, line: Int, _ context: Context) {
    let heading = note.sections[context.section].name
    let name = TermName(
      context.isNested && context.subject != TermName(heading).term
        ? context.subject : heading)
    guard !name.term.isEmpty, !holdsFiniteVerb(name.term),
      labelled.insert(Labelled(section: context.section, term: name.term)).inserted
    else { return }
    note.definitions.append(
      Definition(
        term: name.term, expansion: name.expansion, aliases: name.aliases, text: text,
        pattern: .label, section: context.section, line: line))
  }

  /// Notes that a table defines a term below a label, so that no statement does once more.
  mutating func noteLabel(of term: String, section: Int) {
    labelled.insert(Labelled(section: section, term: term))
  }
}
