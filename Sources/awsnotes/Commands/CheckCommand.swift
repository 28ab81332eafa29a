import Cards
import KnowledgeBase

extension Command {
  static let check = Command(
    name: "check",
    aliases: ["vérifier"],
    summary: Localized(fr: "relève ce qui est à corriger", en: "report what wants mending"),
    discussion: Localized(
      fr: """
        Liens et ancres morts, images introuvables, sauts de niveau des titres, sections vides, \
        termes définis deux fois, liens wiki sans note. Code de sortie\u{A0}: 0 rien à corriger, 1 sinon.
        """,
      en: """
        Dead links and anchors, missing images, heading jumps, empty sections, terms defined twice, \
        wiki links without a note. Exit status: 0 nothing to mend, 1 otherwise.
        """),
    options: [
      .format(["text", "json"]),
      CommandLineOption(
        "cards",
        help: Localized(
          fr: "seulement les cartes signalées pendant le quiz",
          en: "only the cards flagged in the quiz")),
    ],
    examples: [
      Example(
        line: "awsnotes check --format json",
        help: Localized(fr: "Pour un autre programme.", en: "For another program."))
    ],
    run: { (arguments, console) throws(Failure) in
      let workspace = try Workspace(arguments, console)
      if arguments.flag("cards") { return try showFlags(arguments.text("format"), workspace) }
      let (findings, notes): ([Finding], Int)
      do throws(KnowledgeBaseError) {
        (findings, notes) = try Library.check(workspace.settings)
      } catch {
        throw Failure(error)
      }
      let language = workspace.console.language
      let output = workspace.console.output
      if arguments.text("format") == "json" {
        output.writeRaw(
          JSON.lines(
            findings.map { finding in
              .object([
                ("path", .string(workspace.shownPath(finding.path))),
                ("line", .integer(finding.line)), ("kind", .string(finding.kind.name)),
                ("message", .string(finding.kind.message(shown: workspace.shownPath).in(language))),
              ])
            }))
      } else {
        for finding in findings {
          let place = "\(workspace.shownPath(finding.path)):\(finding.line): "
          output.writeLine(
            StyledText(place, .dim)
              + StyledText(finding.kind.message(shown: workspace.shownPath).in(language)))
        }
        let summary =
          findings.isEmpty
          ? Localized(
            fr: "Rien à corriger dans \(notes) note\(notes > 1 ? "s" : "").",
            en: "Nothing to mend in \(notes) note\(notes == 1 ? "" : "s").")
          : Localized(
            fr: "\(findings.count) à corriger dans \(notes) note\(notes > 1 ? "s" : "")",
            en: "\(findings.count) to mend in \(notes) note\(notes == 1 ? "" : "s")")
        workspace.console.errors.writeLine(StyledText(summary.in(language), .dim))
      }
      return findings.isEmpty ? .success : .failure
    })
}

/// Lists the cards that were flagged, each where its note can be mended.
private func showFlags(_ format: String?, _ workspace: Workspace) throws(Failure) -> ExitStatus {
  let flags = try workspace.readingReviewLog { log throws(ReviewLogError) in try log.flags() }
  let cards = Dictionary(
    try workspace.deck().cards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  let (output, language) = (workspace.console.output, workspace.console.language)
  let rows = flags.map { flag in
    // Where the card is now; where it was, if it is gone.
    let card = cards[flag.card]
    return (
      path: workspace.shownPath(card?.note ?? flag.path), line: card?.line ?? flag.line,
      front: card?.front
        ?? Localized(fr: "carte disparue", en: "the card is gone").in(language), id: flag.card
    )
  }.sorted { ($0.path, $0.line, $0.id) < ($1.path, $1.line, $1.id) }
  if format == "json" {
    output.writeRaw(
      JSON.lines(
        rows.map { row in
          .object([
            ("path", .string(row.path)), ("line", .integer(row.line)), ("card", .string(row.id)),
            ("front", .string(row.front)),
          ])
        }))
  } else {
    for row in rows {
      output.writeLine(StyledText("\(row.path):\(row.line): ", .dim) + StyledText(row.front))
    }
    let summary =
      rows.isEmpty
      ? Localized(fr: "Aucune carte signalée.", en: "No flagged card.")
      : Localized(fr: "\(rows.count) à relire", en: "\(rows.count) to reread")
    workspace.console.errors.writeLine(StyledText(summary.in(language), .dim))
  }
  return rows.isEmpty ? .success : .failure
}
