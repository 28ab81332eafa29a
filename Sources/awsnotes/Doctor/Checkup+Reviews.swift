import Cards

extension Checkup {
  /// The review log and the folder that it is in.
  static func reviews(_ environment: [String: String]) -> Group {
    var group = Group(key: "reviews", title: Localized(fr: "Révisions", en: "Reviews"))
    let path: String
    do throws(ReviewLogError) {
      path = try ReviewLog.path(in: environment)
    } catch {
      let text = Localized(fr: "aucun", en: "none")
      group.rows = [
        Row(
          "folder", Localized(fr: "dossier", en: "folder"), text, value: nil,
          .trouble(error.message))
      ]
      return group
    }
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    group.rows = FolderFacts(folder).rows(
      Localized(fr: "dossier", en: "folder"), variable: "XDG_DATA_HOME")
    let found = LogInspection(path: path)
    let (name, text, verdict) = state(found.condition)
    group.rows.append(
      Row("state", Localized(fr: "état", en: "state"), text, value: .string(name), verdict))
    guard found.condition != .absent else { return group }
    group.rows += [
      Row("file", Localized(fr: "fichier", en: "file"), path: path),
      Row(
        "bytes", Localized(fr: "taille", en: "size"), byteCount(found.size),
        value: .integer(found.size)),
      Row(
        "answers", Localized(fr: "réponses", en: "answers"), Localized(both: "\(found.answers)"),
        value: .integer(found.answers)),
    ]
    if let last = found.lastAnswer {
      group.rows.append(
        Row(
          "lastAnswer", Localized(fr: "dernière", en: "last"),
          Localized(both: Clock.minute(of: last)),
          value: .integer(last)))
    }
    let newest = found.copies.first.map { Localized(both: " (\($0))") } ?? .empty
    group.rows.append(
      Row(
        "copies", Localized(fr: "copies", en: "copies"),
        Localized(both: "\(found.copies.count)") + newest, value: .integer(found.copies.count)))
    return group
  }

  private static func state(
    _ condition: LogInspection.Condition
  ) -> (name: String, text: Localized, verdict: Verdict) {
    switch condition {
    case .absent: ("absent", Localized(fr: "aucune encore", en: "none yet"), .fine)
    case .sound: ("sound", Localized(fr: "se lisent toutes", en: "all can be read"), .fine)
    case .open:
      (
        "open",
        Localized(
          fr: "ouvertes ailleurs\u{A0}; les dernières ne sont pas comptées ici",
          en: "open elsewhere; the last ones are not counted here"), .fine
      )
    case .unusable(let error):
      ("unusable", Localized(fr: "inutilisables", en: "unusable"), .trouble(error.message))
    }
  }
}

extension Clock {
  /// The local date and minute of an instant: `2026-11-21 17:40`.
  ///
  /// - Parameter milliseconds: Milliseconds since 1970 in UTC.
  /// - Returns: The date, a space, hours and minutes.
  static func minute(of milliseconds: Int) -> String {
    let instant = milliseconds / 1000
    let local = instant + Int(offset(at: .init(instant)))
    let minutes = local / 60 % 1440
    let padded = { (number: Int) in (number < 10 ? "0" : "") + "\(number)" }
    return "\(Day(local / 86_400).iso) \(padded(minutes / 60)):\(padded(minutes % 60))"
  }
}
