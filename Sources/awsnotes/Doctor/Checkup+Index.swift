import KnowledgeBase

extension Checkup {
  /// The index and the folder that it is in.
  static func index(_ settings: Settings, _ environment: [String: String]) -> Group {
    var group = Group(key: "index", title: Localized(both: "Index"))
    let label = Localized(fr: "dossier", en: "folder")
    let found: IndexInspection
    do {
      found = try IndexInspection(settings, environment: environment)
    } catch {
      // The vocabulary cannot be read, which its own row tells.
      let text = Localized(
        fr: "inconnu tant que le vocabulaire est illisible",
        en: "unknown while the vocabulary cannot be read")
      group.rows = [Row("state", Localized(fr: "état", en: "state"), text, value: nil)]
      return group
    }
    guard let folder = found.folder else {
      let text = Localized(fr: "aucun", en: "none")
      let way = Localized(
        fr: """
          l’index ne peut pas être gardé. Indiquez un dossier par son chemin absolu dans XDG_CACHE_HOME ou HOME.
          """,
        en: """
          the index cannot be kept. Name a folder by its absolute path in XDG_CACHE_HOME or HOME.
          """)
      group.rows = [Row("folder", label, text, value: nil, .trouble(way))]
      return group
    }
    group.rows = FolderFacts(folder).rows(label, variable: "XDG_CACHE_HOME")
    let (name, text, verdict) = state(found.condition)
    group.rows += [
      Row("state", Localized(fr: "état", en: "state"), text, value: .string(name), verdict),
      Row(
        "version", Localized(both: "version"), Localized(both: "\(IndexInspection.version)"),
        value: .integer(IndexInspection.version)),
      Row(
        "bytes", Localized(fr: "taille", en: "size"), byteCount(found.size),
        value: .integer(found.size)),
    ]
    if !found.kept.isEmpty { group.rows.append(kept(found.kept)) }
    if found.notes > 0 {
      group.rows += [
        Row(
          "notes", Localized(both: "notes"), Localized(both: "\(found.notes)"),
          value: .integer(found.notes)),
        Row(
          "sections", Localized(both: "sections"), Localized(both: "\(found.sections)"),
          value: .integer(found.sections)),
      ]
    }
    return group
  }

  private static func state(
    _ condition: IndexInspection.Condition
  ) -> (name: String, text: Localized, verdict: Verdict) {
    switch condition {
    case .absent:
      (
        "absent",
        Localized(
          fr: "aucun\u{A0}; la prochaine commande le fera", en: "none; the next command makes it"),
        .fine
      )
    case .foreign(let version):
      (
        "foreign",
        Localized(
          fr: "version \(version)\u{A0}; la prochaine commande le refera",
          en: "version \(version); the next command makes it anew"), .fine
      )
    case .damaged(let file):
      (
        "damaged", Localized(fr: "abîmé", en: "damaged"),
        .trouble(
          Localized(
            fr: "\(file) est abîmé. «\u{A0}awsnotes index --rebuild\u{A0}» refait l’index.",
            en: "\(file) is damaged. “awsnotes index --rebuild” makes the index anew."))
      )
    case .stale:
      (
        "stale",
        Localized(
          fr: "des notes ont changé\u{A0}; la prochaine commande les lira",
          en: "notes changed; the next command reads them"), .fine
      )
    case .fresh: ("fresh", Localized(fr: "à jour", en: "up to date"), .fine)
    }
  }
}

// MARK: - Beside the index

extension Checkup {
  /// What is kept beside the index, and what of it will be made anew.
  private static func kept(_ files: [KeptFile]) -> Row {
    let conditions: [(KeptFile.Condition, Localized)] = [
      (.fresh, Localized(fr: "à jour", en: "up to date")),
      (.stale, Localized(fr: "d’autres notes", en: "of other notes")),
      (.foreign, Localized(fr: "d’un autre programme", en: "of another program")),
      (.damaged, Localized(fr: "abîmé", en: "damaged")),
    ]
    let parts = conditions.compactMap { condition, text -> Localized? in
      let names = files.filter { $0.condition == condition }.map(\.name)
      guard !names.isEmpty else { return nil }
      let shown = names.prefix(3).map { sanitized($0) }.joined(separator: ", ")
      return text + Localized(both: " (\(shown)\(names.count > 3 ? ", …" : ""))")
    }
    let text = parts.dropFirst().reduce(parts[0]) {
      $0 + Localized(fr: "\u{A0}; ", en: "; ") + $1
    }
    let isFresh = files.allSatisfy { $0.condition == .fresh }
    return Row(
      "kept", Localized(fr: "gardé à côté", en: "kept beside"), text,
      value: .object(files.map { ($0.name, .string($0.condition.name)) }),
      isFresh
        ? .fine
        : .remark(
          Localized(
            fr: "le reste est refait par la commande qui en a besoin.",
            en: "the rest is made anew by the command that needs it.")))
  }
}

extension KeptFile.Condition {
  /// A word for programs.
  fileprivate var name: String {
    switch self {
    case .fresh: "fresh"
    case .stale: "stale"
    case .foreign: "foreign"
    case .damaged: "damaged"
    }
  }
}
