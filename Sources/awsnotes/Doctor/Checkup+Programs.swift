import Glibc
import KnowledgeBase

extension Checkup {
  /// The programs that some commands use.
  static func programs(_ settings: PublishingSettings, _ environment: [String: String]) -> Group {
    var group = Group(key: "programs", title: Localized(fr: "Programmes", en: "Programs"))
    let uses = [
      ("git", settings.branch != nil, "publish --git"),
      ("rsync", settings.folder != nil, "publish --rsync"),
      ("aws", settings.bucket != nil, "publish --s3"),
    ]
    for (name, isNeeded, use) in uses {
      group.rows.append(row(name, isNeeded: isNeeded, use: use, environment))
    }
    group.rows.append(editor(environment))
    return group
  }

  private static func row(
    _ name: String, isNeeded: Bool, use: String, _ environment: [String: String]
  ) -> Row {
    if let path = place(of: name, environment) {
      return Row(name, Localized(both: name), path: path)
    }
    let verdict: Verdict =
      isNeeded
      ? .trouble(
        Localized(
          fr: "awsnotes.yml publie avec \(name)\u{A0}: installez-le.",
          en: "awsnotes.yml publishes with \(name): install it."))
      : .fine
    let text = Localized(
      fr: "absent\u{A0}; sert à awsnotes \(use)", en: "missing; for awsnotes \(use)")
    return Row(name, Localized(both: name), text, value: nil, verdict)
  }

  private static func editor(_ environment: [String: String]) -> Row {
    let label = Localized(fr: "éditeur", en: "editor")
    let named = environment["VISUAL"] ?? environment["EDITOR"] ?? ""
    guard let name = named.split(separator: " ").first.map(String.init) else {
      return Row(
        "editor", label, Localized(fr: "aucun", en: "none"), value: nil,
        .remark(
          Localized(
            fr: "pour la touche e du quiz, nommez-en un dans VISUAL ou EDITOR.",
            en: "for the key e of the quiz, name one in VISUAL or EDITOR.")))
    }
    if let path = place(of: name, environment) { return Row("editor", label, path: path) }
    return Row(
      "editor", label, Localized(both: sanitized(named)), value: .string(named),
      .trouble(
        Localized(fr: "ce programme est introuvable. ", en: "there is no such program. ")
          + Localized(
            fr: "Nommez-en un autre dans VISUAL ou EDITOR.", en: "Name another in VISUAL or EDITOR."
          ))
    )
  }

  /// Where a program is; `nil` if it is nowhere in PATH, or cannot be run.
  private static func place(of name: String, _ environment: [String: String]) -> String? {
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    let places = name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
    return places.first { path in
      var status = stat()
      return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        && access(path, X_OK) == 0
    }
  }
}
