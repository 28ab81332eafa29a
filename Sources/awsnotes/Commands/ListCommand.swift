import KnowledgeBase
import Notes

extension Command {
  static let list = Command(
    name: "list",
    aliases: ["lister"],
    summary: Localized(
      fr: "énumère les notes, les termes ou les services",
      en: "list the notes, the terms or the services"),
    arguments: [
      PositionalArgument(
        name: Localized(both: "notes|terms|services"),
        completion: .words(["notes", "terms", "services"]),
        help: Localized(
          fr: "notes, terms (ou termes), services", en: "notes, terms or services"))
    ],
    options: [.format(["text", "json", "tsv"])],
    examples: [
      Example(
        line: "awsnotes list services",
        help: Localized(
          fr: "Chaque service avec ses noms.", en: "Each service with its names."))
    ],
    run: { (arguments, console) throws(Failure) in
      let workspace = try Workspace(arguments, console)
      let kind = arguments.positionals[0]
      guard ["notes", "terms", "termes", "services"].contains(kind) else {
        throw Failure(
          Localized.quoted(kind)
            + Localized(
              fr: " ne s’énumère pas. Choisissez notes, terms ou services.",
              en: " cannot be listed. Choose notes, terms or services."), status: .misuse)
      }
      let knowledgeBase = try workspace.knowledgeBase(of: try workspace.library())
      let rows =
        kind == "notes"
        ? noteRows(knowledgeBase, workspace)
        : termRows(
          kind == "services" ? knowledgeBase.services : knowledgeBase.glossary.terms,
          knowledgeBase, workspace)
      write(rows, as: arguments.text("format"), to: workspace.console.output)
      return .success
    })
}

/// One thing in a list: what it is called, what else is said of it, where it is.
private struct Row {
  var name: String
  var members: [(String, JSON)]
  var detail: String
  var path: String
  var line: Int
}

private func noteRows(_ knowledgeBase: KnowledgeBase, _ workspace: Workspace) -> [Row] {
  knowledgeBase.notes.map { note in
    Row(
      name: note.title,
      members: [
        ("title", .string(note.title)), ("sections", .integer(note.sections.count)),
        ("definitions", .integer(note.definitions.count)),
      ],
      detail: note.categories.joined(separator: " › "), path: workspace.shownPath(note.path),
      line: 1)
  }
}

private func termRows(
  _ terms: [Term], _ knowledgeBase: KnowledgeBase, _ workspace: Workspace
) -> [Row] {
  terms.compactMap { term in
    guard let best = term.definitions.first else { return nil }
    let definition = knowledgeBase.definition(at: best)
    return Row(
      name: term.names[0],
      members: [
        ("names", .array(term.names.map(JSON.string))), ("definition", .string(definition.text)),
        ("definitions", .integer(term.definitions.count)),
      ],
      detail: term.names.dropFirst().joined(separator: " · "),
      path: workspace.shownPath(knowledgeBase.notes[best.note].path), line: definition.line)
  }
}

private func write(_ rows: [Row], as format: String?, to output: OutputWriter) {
  switch format {
  case "json":
    output.writeRaw(
      JSON.lines(
        rows.map {
          .object($0.members + [("path", .string($0.path)), ("line", .integer($0.line))])
        }))
  case "tsv":
    for row in rows {
      output.writeRaw(tabSeparated([row.name, row.detail, row.path, String(row.line)]))
    }
  default:
    for row in rows {
      let detail = row.detail.isEmpty ? StyledText() : StyledText("  " + row.detail)
      let place = StyledText("\(sanitized(row.path)):\(row.line)", .dim)
      output.writeLines(
        (StyledText(row.name, .bold) + detail).aligned(
          with: place, width: output.terminal.layoutWidth, indent: 2))
    }
  }
}
