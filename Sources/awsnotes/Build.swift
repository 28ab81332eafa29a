/// What a program was built from, as far as that is known.
struct Build: Hashable, Sendable {
  /// The beginning of the commit's name; empty outside a repository.
  let commit: String

  /// The day of the commit, in UTC: `2026-11-21`.
  let date: String

  /// Whether files that the program is made of differ from those of the commit.
  let isChanged: Bool

  /// The version of the compiler.
  let compiler: String
}

extension Build {
  /// The commit as it stands behind a version: `6c5d38491c1c, 2026-11-21`; `nil` where none is known.
  var origin: Localized? {
    guard !commit.isEmpty else { return nil }
    let place = Localized(both: date.isEmpty ? commit : "\(commit), \(date)")
    return isChanged ? place + Localized(fr: ", modifié", en: ", modified") : place
  }
}
