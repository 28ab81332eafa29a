import KnowledgeBase
import Notes
import Search

/// All that the notes say of a term, on one screen.
struct TermCard {
  private let term: Term
  private let library: Library
  private let knowledgeBase: KnowledgeBase
  private let workspace: Workspace
  private let output: OutputWriter

  /// How many other definitions, statements and passages a card shows at most.
  private static let mostDefinitions = 5
  private static let mostFacts = 12
  private static let mostPassages = 8

  init(_ term: Term, library: Library, knowledgeBase: KnowledgeBase, workspace: Workspace) {
    self.term = term
    self.library = library
    self.knowledgeBase = knowledgeBase
    self.workspace = workspace
    output = workspace.console.output
  }

  func show() {
    let width = output.terminal.layoutWidth
    var names = StyledText(term.names.joined(separator: " · "), .bold)
    if let category = term.category { names += StyledText("  \(category)", .dim) }
    output.writeLines(names.wrapped(to: width))
    if let best = term.definitions.first { show(best, indent: 0) }
    let others = term.definitions.dropFirst().prefix(Self.mostDefinitions)
    heading(Localized(fr: "Ailleurs dans les notes", en: "Elsewhere in the notes"), others)
    for place in others { show(place, indent: 2) }
    showFacts()
    showPorts()
    let related = knowledgeBase.related(to: term).joined(separator: ", ")
    heading(Localized(fr: "Termes voisins", en: "Related terms"), related)
    if !related.isEmpty { output.writeLines(StyledText(related).wrapped(to: width, indent: 2)) }
    showPassages()
  }

  private func heading(_ title: Localized, _ content: some Collection) {
    guard !content.isEmpty else { return }
    output.writeLine()
    output.writeLine(StyledText(title.in(workspace.console.language), .underlined))
  }

  private func show(_ place: DefinitionPlace, indent: Int) {
    let definition = knowledgeBase.definition(at: place)
    output.writeLines(
      StyledText(definition.text).wrapped(to: output.terminal.layoutWidth, indent: indent))
    showPlace(note: place.note, section: definition.section, line: definition.line, indent: indent)
  }

  private func showPlace(note number: Int, section: Int, line: Int, indent: Int) {
    let note = knowledgeBase.notes[number]
    let trail = (note.headings(above: section) + [note.sections[section].name]).filter {
      !$0.isEmpty
    }
    let head = trail.isEmpty ? [note.title] : trail
    output.writeLines(
      (.spaces(indent) + StyledText(head.joined(separator: " › "), .dim)).aligned(
        with: workspace.shownPlace(note.path, line: line), width: output.terminal.layoutWidth,
        indent: indent))
  }

  private func showFacts() {
    let facts = knowledgeBase.facts(about: term).prefix(Self.mostFacts)
    heading(Localized(fr: "Ce qu’en disent les notes", en: "What the notes say of it"), facts)
    for fact in facts {
      let line = StyledText(fact.label + "\u{A0}: ", .bold) + StyledText(fact.text)
      output.writeLines(line.wrapped(to: output.terminal.layoutWidth, indent: 2))
    }
  }

  private func showPorts() {
    let ports = knowledgeBase.ports(of: term)
    heading(Localized(fr: "Ports", en: "Ports"), ports)
    for (note, port) in ports {
      let number = StyledText("  " + port.numbers, .bold)
      let place = workspace.shownPlace(knowledgeBase.notes[note].path, line: port.line)
      output.writeLines(
        (number + StyledText("  " + port.subject)).aligned(
          with: place, width: output.terminal.layoutWidth, indent: 4))
    }
  }

  private func showPassages() {
    let query = Query(Array("\"\(term.names[0])\"".utf8))
    let results = library.index.search(query, limit: Self.mostPassages)
    heading(Localized(fr: "Où il en est question", en: "Where it is discussed"), results.hits)
    for hit in results.hits {
      let document = library.index.document(hit.document)
      let note = library.index.note(document.note)
      let trail = (document.headings + [document.title]).map { String(decoding: $0, as: UTF8.self) }
      let snippet = library.index.snippet(of: hit.document, for: results, length: 80)
      output.writeLines(
        StyledText("  " + trail.joined(separator: " › ")).aligned(
          with: workspace.shownPlace(
            String(decoding: note.path, as: UTF8.self), line: snippet.line),
          width: output.terminal.layoutWidth, indent: 4))
    }
  }
}
