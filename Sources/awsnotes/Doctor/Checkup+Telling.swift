extension Checkup {
  /// The lines for a person.
  ///
  /// - Parameters:
  ///   - language: The person's.
  ///   - width: The columns of the terminal, or `nil` for lines that are as long as they are. No word is broken: a path
  ///     that is longer is left to the terminal, so that it can be copied.
  /// - Returns: The lines, the last one a summary.
  func lines(in language: Language, width: Int? = nil) -> [StyledText] {
    let widest = groups.flatMap(\.rows).map { displayWidth(of: $0.label.in(language)) }.max() ?? 0
    // Where little room is left beside the labels, what they name stands below them.
    let isNarrow = width.map { $0 < 2 * (widest + 4) } ?? false
    let indent = isNarrow ? 4 : widest + 4
    var lines: [StyledText] = []
    for group in groups {
      lines += [StyledText(group.title.in(language), .bold)]
      // What only programs are told has no label.
      for row in group.rows where row.label != .empty {
        let label = .spaces(2) + StyledText(row.label.in(language), .dim)
        let below = advice(row, language).map { "\n" + $0 } ?? ""
        let text = StyledText(row.text.in(language)) + below
        let room = width.map { max(1, $0 - indent) } ?? .max
        let hung = text.wrapped(to: room, keepingWords: true)
        if isNarrow { lines.append(label) }
        for (number, line) in hung.enumerated() {
          let start = number == 0 && !isNarrow ? label : StyledText()
          lines.append(start + .spaces(indent - start.width) + line)
        }
      }
      lines.append("")
    }
    let count = troubles.count
    let end =
      count == 0
      ? Localized(fr: "Tout va bien.", en: "All is well.")
      : Localized(
        fr: "\(count) chose\(count > 1 ? "s" : "") à corriger.",
        en: "\(count) thing\(count > 1 ? "s" : "") to mend.")
    return lines
      + StyledText(end.in(language), .bold).wrapped(to: width ?? .max, keepingWords: true)
  }

  private func advice(_ row: Row, _ language: Language) -> StyledText? {
    switch row.verdict {
    case .fine: nil
    case .remark(let remark): StyledText("· \(remark.in(language))", .dim)
    case .trouble(let advice): StyledText("✗ \(advice.in(language))", .hit)
    }
  }

  /// The same for a program.
  func json(in language: Language) -> JSON {
    let groups = groups.map { group in
      (group.key, JSON.object(group.rows.compactMap { row in row.value.map { (row.key, $0) } }))
    }
    let troubles = troubles.map { trouble in
      JSON.object([
        ("group", .string(trouble.group)), ("key", .string(trouble.row.key)),
        ("message", .string(trouble.advice.in(language))),
      ])
    }
    return .object(
      [("healthy", .boolean(troubles.isEmpty))] + groups + [("troubles", .array(troubles))])
  }
}
