/// What `awsnotes doctor` found, group by group; nothing on the disk is changed by finding it.
struct Checkup {
  /// Things that belong together.
  struct Group {
    /// The name in JSON.
    let key: String
    let title: Localized
    var rows: [Row] = []
  }

  /// One thing that was looked at.
  struct Row {
    /// The name in JSON.
    let key: String
    let label: Localized
    /// What a person is shown.
    let text: Localized
    /// What a program is told; `nil` where there is nothing to tell.
    let value: JSON?
    var verdict = Verdict.fine
  }

  /// What there is to say of a thing.
  enum Verdict {
    case fine
    /// It works, and would do more.
    case remark(Localized)
    /// It is wrong; this is the way out.
    case trouble(Localized)
  }

  let groups: [Group]

  /// The rows with something wrong, each behind its group's key.
  var troubles: [(group: String, row: Row, advice: Localized)] {
    groups.flatMap { group in
      group.rows.compactMap { row in
        guard case .trouble(let advice) = row.verdict else { return nil }
        return (group.key, row, advice)
      }
    }
  }
}

// MARK: - Making rows

extension Checkup.Row {
  /// A row that shows a text as it is.
  init(
    _ key: String, _ label: Localized, _ text: String, _ verdict: Checkup.Verdict = .fine
  ) {
    self.init(
      key: key, label: label, text: Localized(both: text), value: .string(text), verdict: verdict)
  }

  /// A row that shows a text in the language of its reader, and tells programs something else.
  init(
    _ key: String, _ label: Localized, _ text: Localized, value: JSON?,
    _ verdict: Checkup.Verdict = .fine
  ) {
    self.init(key: key, label: label, text: text, value: value, verdict: verdict)
  }

  /// A row that shows a path; control characters in it are made visible.
  init(
    _ key: String, _ label: Localized, path: String, note: Localized = .empty,
    _ verdict: Checkup.Verdict = .fine
  ) {
    self.init(
      key: key, label: label, text: Localized(both: sanitized(path)) + note, value: .string(path),
      verdict: verdict)
  }
}

// MARK: - Telling

extension Checkup {
  /// The lines for a person.
  ///
  /// Lines are as long as they are: paths and commands in them can be copied.
  func lines(in language: Language) -> [StyledText] {
    let widest = groups.flatMap(\.rows).map { displayWidth(of: $0.label.in(language)) }.max() ?? 0
    var lines: [StyledText] = []
    for group in groups {
      lines += [StyledText(group.title.in(language), .bold)]
      // What only programs are told has no label.
      for row in group.rows where row.label != .empty {
        let label = StyledText(row.label.in(language), .dim)
        let line = StyledText.spaces(2) + label + .spaces(widest + 2 - label.width)
        lines.append(line + StyledText(row.text.in(language)))
        if let advice = advice(row, language) { lines.append(.spaces(widest + 4) + advice) }
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
    return lines + [StyledText(end.in(language), .bold)]
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
