import Cards
import KnowledgeBase
import Notes

extension Command {
  static let cards = Command(
    name: "cards",
    aliases: ["cartes"],
    summary: Localized(
      fr: "montre les questions que les notes contiennent",
      en: "show the questions that the notes hold"),
    discussion: Localized(
      fr: """
        Les cartes naissent des définitions, des sigles, des listes, des ports et des questions des \
        notes. --why dit ce qui n’en est pas devenu une, et pourquoi.
        """,
      en: """
        Cards come from the definitions, acronyms, lists, ports and questions of the notes. --why \
        tells what became none, and why.
        """),
    options: CommandLineOption.cardFilters + [
      .format(["text", "jsonl", "tsv"]),
      CommandLineOption(
        "why",
        help: Localized(
          fr: "ce qui n’est pas devenu une carte, et pourquoi",
          en: "what became no card, and why")),
    ],
    examples: [
      Example(
        line: "awsnotes cards --service EC2",
        help: Localized(fr: "Les cartes sur EC2.", en: "The cards about EC2.")),
      Example(
        line: "awsnotes cards --note vpc --why",
        help: Localized(
          fr: "Ce que la note n’a pas donné.", en: "What the note did not yield.")),
    ],
    run: { (arguments, console) throws(Failure) in
      let workspace = try Workspace(arguments, console)
      let library = try workspace.library()
      let deck = try workspace.deck(of: library)
      let filter = CardFilter(arguments)
      let cards = filter.cards(of: deck)
      if arguments.flag("why") {
        let knowledgeBase = try workspace.knowledgeBase(of: library)
        return showOmissions(deck, filter, knowledgeBase, arguments.text("format"), workspace)
      }
      let report = CardReport(cards: cards, workspace: workspace)
      switch arguments.text("format") {
      case "jsonl": workspace.console.output.writeRaw(report.jsonLines)
      case "tsv": workspace.console.output.writeRaw(report.table)
      default: report.show()
      }
      return cards.isEmpty ? .failure : .success
    })
}

/// Writes what became no card: of the notes that the filter names, or of all.
private func showOmissions(
  _ deck: Deck, _ filter: CardFilter, _ knowledgeBase: KnowledgeBase, _ format: String?,
  _ workspace: Workspace
) -> ExitStatus {
  let admitted = knowledgeBase.notes.filter { filter.matches($0) }.map(\.path)
  let omissions = deck.omissions.filter { admitted.contains($0.note) }
  let (output, language) = (workspace.console.output, workspace.console.language)
  for omission in omissions {
    let reason = omission.reason.message.in(language)
    let path = workspace.shownPath(omission.note)
    switch format {
    case "jsonl":
      output.writeRaw(
        JSON.object([
          ("note", .string(path)), ("line", .integer(omission.line)),
          ("pattern", .string(omission.pattern)), ("subject", .string(omission.subject)),
          ("reason", .string(reason)),
        ]).text + "\n")
    case "tsv":
      output.writeRaw(
        tabSeparated([path, String(omission.line), omission.pattern, omission.subject, reason]))
    default:
      output.writeLine(
        workspace.shownPlace(omission.note, line: omission.line)
          + StyledText(": ", .dim) + StyledText(sanitized(omission.subject), .bold)
          + StyledText(" · \(reason)") + StyledText("  \(omission.pattern)", .dim))
    }
  }
  if omissions.isEmpty {
    workspace.console.errors.writeLine(
      StyledText(
        Localized(fr: "Tout est devenu une carte.", en: "Everything became a card.").in(language),
        .dim))
  }
  return .success
}
