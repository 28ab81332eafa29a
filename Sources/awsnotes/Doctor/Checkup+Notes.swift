import KnowledgeBase

extension Checkup {
  /// The settings in force, or why there are none.
  static func settings(_ settings: Settings, failure: Localized?) -> Group {
    var group = Group(key: "settings", title: Localized(fr: "Réglages", en: "Settings"))
    let label = Localized(fr: "fichier", en: "file")
    if let failure {
      group.rows.append(
        Row(
          "file", label, Localized(fr: "incompris", en: "not understood"), value: nil,
          .trouble(failure)))
    } else if let path = settings.path {
      group.rows.append(Row("file", label, path: path))
    } else {
      group.rows.append(
        Row(
          "file", label,
          Localized(
            fr: "aucun awsnotes.yml\u{A0}; réglages par défaut",
            en: "no awsnotes.yml; default settings"), value: nil))
    }
    group.rows.append(Row("title", Localized(fr: "titre", en: "title"), sanitized(settings.title)))
    let vocabulary = Localized(fr: "vocabulaire", en: "vocabulary")
    if let path = settings.vocabulary {
      group.rows.append(Row("vocabulary", vocabulary, path: path))
    } else {
      let own = settings.content + "/" + Vocabulary.fileName
      group.rows.append(
        FolderFacts(own).exists
          ? Row("vocabulary", vocabulary, path: own)
          : Row(
            "vocabulary", vocabulary,
            Localized(fr: "celui du programme", en: "the one in the program"), value: nil))
    }
    return group
  }

  /// The folder of the notes.
  static func notes(_ settings: Settings, isInstalled: Bool) -> Group {
    var group = Group(key: "notes", title: Localized(both: "Notes"))
    let label = Localized(fr: "dossier", en: "folder")
    let note =
      isInstalled
      ? Localized(
        fr: " (celles installées avec le programme)", en: " (those installed with the program)")
      : .empty
    let found: (notes: Int, unreadable: [String])
    do {
      found = try Library.countNotes(settings)
    } catch {
      group.rows = [Row("folder", label, path: settings.content, .trouble(error.message))]
      return group
    }
    let none =
      found.notes == 0
      ? Verdict.trouble(KnowledgeBaseError.noNotes(settings.content).message) : .fine
    let facts = FolderFacts(settings.content)
    let access =
      facts.isWritable ? Localized.empty : Localized(fr: " (lecture seule)", en: " (read-only)")
    group.rows = [
      Row("folder", label, path: settings.content, note: note + access, none),
      Row(
        "count", Localized(both: "notes"), Localized(both: "\(found.notes)"),
        value: .integer(found.notes)),
    ]
    if let first = found.unreadable.first {
      let count = found.unreadable.count
      group.rows.append(
        Row(
          "unreadable", Localized(fr: "illisibles", en: "unreadable"),
          Localized(both: "\(count)"), value: .integer(count),
          .trouble(
            Localized(
              fr: "\(first.isEmpty ? "le dossier" : first) est illisible. Vérifiez les droits.",
              en: "\(first.isEmpty ? "the folder" : first) cannot be read. Check its rights."))))
    }
    return group
  }

  /// The index and the folder that it is in.
  static func index(_ settings: Settings, _ environment: [String: String]) -> Group {
    var group = Group(key: "index", title: Localized(both: "Index"))
    let label = Localized(fr: "dossier", en: "folder")
    let found: IndexInspection
    do {
      found = try IndexInspection(settings, environment: environment)
    } catch {
      group.rows = [
        Row(
          "state", Localized(fr: "état", en: "state"), .empty, value: nil, .trouble(error.message))
      ]
      return group
    }
    guard let folder = found.folder else {
      let text = Localized(fr: "aucun", en: "none")
      let way = Localized(
        fr: "l’index ne peut pas être gardé. Indiquez un dossier dans XDG_CACHE_HOME ou HOME.",
        en: "the index cannot be kept. Name a folder in XDG_CACHE_HOME or HOME.")
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
