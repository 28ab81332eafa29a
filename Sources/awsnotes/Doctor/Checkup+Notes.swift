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
    group.rows.append(vocabulary(settings))
    return group
  }

  /// The vocabulary in force, which is read to see whether it can be.
  private static func vocabulary(_ settings: Settings) -> Row {
    let label = Localized(fr: "vocabulaire", en: "vocabulary")
    let own = settings.content + "/" + Vocabulary.fileName
    let path = settings.vocabulary ?? (FolderFacts(own).exists ? own : nil)
    do {
      _ = try Vocabulary(settings)
    } catch {
      return Row("vocabulary", label, path: path ?? own, .trouble(error.message))
    }
    if let path { return Row("vocabulary", label, path: path) }
    let builtIn = Localized(fr: "celui du programme", en: "the one in the program")
    return Row("vocabulary", label, builtIn, value: nil)
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
    let found: (notes: Int, unreadable: [UnreadableEntry])
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
    group.rows += unreadable(found.unreadable)
    return group
  }
}

// MARK: - What cannot be read

extension Checkup {
  /// What cannot be read in the folder of the notes, and the way out of each kind.
  private static func unreadable(_ entries: [UnreadableEntry]) -> [Row] {
    guard !entries.isEmpty else { return [] }
    let reasons: [UnreadableEntry.Reason] = [.permissions, .brokenLink, .notUnicode]
    let advice = reasons.compactMap { reason in
      let paths = entries.filter { $0.reason == reason }.map(\.path)
      return paths.isEmpty ? nil : way(out: reason, paths)
    }
    return [
      Row(
        "unreadable", Localized(fr: "illisibles", en: "unreadable"),
        Localized(both: "\(entries.count)"), value: .integer(entries.count),
        .trouble(advice.dropFirst().reduce(advice[0]) { $0 + Localized(both: " ") + $1 })),
      Row("unreadablePaths", .empty, .empty, value: .array(entries.map { .string($0.path) })),
    ]
  }

  private static func way(out reason: UnreadableEntry.Reason, _ paths: [String]) -> Localized {
    let shown = paths.prefix(3).map { sanitized($0) }.joined(separator: ", ")
    let names =
      paths == [""]
      ? Localized(fr: "le dossier", en: "the folder")
      : Localized(both: shown + (paths.count > 3 ? ", …" : ""))
    return switch reason {
    case .permissions:
      names
        + Localized(
          fr: "\u{A0}: illisible. Vérifiez les droits.", en: ": cannot be read. Check the rights.")
    case .brokenLink:
      names
        + Localized(
          fr: "\u{A0}: un lien qui ne mène nulle part. Refaites-le ou supprimez-le.",
          en: ": a link to nothing. Mend it or remove it.")
    case .notUnicode:
      names
        + Localized(
          fr: "\u{A0}: un nom qui n’est pas en UTF-8. Renommez-le, à la main ou avec convmv.",
          en: ": a name that is not UTF-8. Rename it, by hand or with convmv.")
    }
  }
}
