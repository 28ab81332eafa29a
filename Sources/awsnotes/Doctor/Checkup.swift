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
