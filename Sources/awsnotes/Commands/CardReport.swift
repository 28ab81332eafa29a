import Cards

/// Cards as they are written.
struct CardReport {
  let cards: [Card]
  let workspace: Workspace

  /// One object a line.
  var jsonLines: String {
    cards.map { card in
      JSON.object([
        ("id", .string(card.id)), ("note", .string(workspace.shownPath(card.note))),
        ("line", .integer(card.line)), ("section", .string(card.headings.joined(separator: " › "))),
        ("pattern", .string(card.pattern)), ("kind", .string(card.kind.rawValue)),
        ("front", .string(card.front)), ("back", .string(card.back)),
        ("accept", .array(card.accepted.map(JSON.string))),
        ("choices", .array(card.choices.map(Self.json))),
      ]).text + "\n"
    }.joined()
  }

  private static func json(_ choice: Card.Choice) -> JSON {
    .object(
      [("text", .string(choice.text)), ("right", .boolean(choice.isRight))]
        + (choice.explanation.map { [("why", .string($0))] } ?? []))
  }

  /// Question, answer, place, pattern, kind and id, apart by tabs.
  var table: String {
    cards.map { card in
      tabSeparated([
        card.front, card.back, "\(workspace.shownPath(card.note)):\(card.line)", card.pattern,
        card.kind.rawValue, card.id,
      ])
    }.joined()
  }

  /// Each question with its answer below; the note and the section above the first of a section.
  func show() {
    let output = workspace.console.output
    let width = output.terminal.layoutWidth
    var section: [String] = []
    for card in cards {
      let here = [card.note] + card.headings
      if here != section {
        if !section.isEmpty { output.writeLine(StyledText()) }
        output.writeLines(
          StyledText(sanitized(card.headings.joined(separator: " › ")), .dim).aligned(
            with: workspace.shownPlace(card.note, line: card.line), width: width, indent: 0))
        section = here
      }
      output.writeLine(StyledText())
      output.writeLines(StyledText(card.front, .bold).wrapped(to: width, indent: 2))
      if card.choices.isEmpty {
        output.writeLines(StyledText(card.back).wrapped(to: width, indent: 4))
      } else {
        for choice in card.choices { show(choice, width: width) }
      }
    }
    let (count, notes) = (cards.count, Set(cards.map(\.note)).count)
    let summary =
      count == 0
      ? Localized(
        fr: "Aucune carte. Essayez sans filtre, ou awsnotes cards --why.",
        en: "No card. Try without filters, or awsnotes cards --why.")
      : Localized(
        fr: "\(count) carte\(count > 1 ? "s" : "") dans \(notes) note\(notes > 1 ? "s" : "")",
        en: "\(count) card\(count == 1 ? "" : "s") in \(notes) note\(notes == 1 ? "" : "s")")
    if count > 0 { output.writeLine(StyledText()) }
    output.writeLine(StyledText(summary.in(workspace.console.language), .dim))
  }

  private func show(_ choice: Card.Choice, width: Int) {
    let output = workspace.console.output
    let mark = StyledText(choice.isRight ? "[x] " : "[ ] ")
    let why = choice.explanation.map { StyledText(" — \($0)", .dim) } ?? StyledText()
    output.writeLines((mark + StyledText(choice.text) + why).wrapped(to: width, indent: 4))
  }
}
