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
    options: [.format(["text", "json"])],
    examples: [
      Example(
        line: "awsnotes check --format json",
        help: Localized(fr: "Pour un autre programme.", en: "For another program."))
    ],
    run: { (arguments, console) throws(Failure) in
      let workspace = try Workspace(arguments, console)
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
            fr: "Rien à corriger dans \(notes) notes.", en: "Nothing to mend in \(notes) notes.")
          : Localized(
            fr: "\(findings.count) à corriger dans \(notes) notes",
            en: "\(findings.count) to mend in \(notes) notes")
        workspace.console.errors.writeLine(StyledText(summary.in(language), .dim))
      }
      return findings.isEmpty ? .success : .failure
    })
}
