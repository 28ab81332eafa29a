import Publishing

/// Tells what publishing a site did, or would do.
struct PublicationReport {
  private let publication: Publication
  private let options: PublishingOptions
  private let destination: SiteDestination
  private let console: Console

  init(
    _ publication: Publication, _ options: PublishingOptions, _ destination: SiteDestination,
    _ console: Console
  ) {
    (self.publication, self.options) = (publication, options)
    (self.destination, self.console) = (destination, console)
  }

  /// Writes the report; in a trial every file is named.
  func show() {
    if options.isTrial {
      for file in publication.sent { console.output.writeLine(StyledText("+ " + sanitized(file))) }
      for file in publication.removed {
        console.output.writeLine(StyledText("- " + sanitized(file)))
      }
    }
    console.output.writeLine(StyledText(summary.in(console.language), .bold))
    for note in notes { console.output.writeLine(StyledText(note.in(console.language), .dim)) }
  }

  private var summary: Localized {
    let name = sanitized(destination.name)
    let (sent, removed) = (publication.sent.count, publication.removed.count)
    if publication.isEmpty {
      return Localized(
        fr: "\(name)\u{A0}: rien à publier, tout y est déjà",
        en: "\(name): nothing to publish, all is there already")
    }
    let counts =
      options.isTrial
      ? Localized(
        fr: "à envoyer\u{A0}: \(sent), à supprimer\u{A0}: \(removed)",
        en: "to be sent: \(sent), to be removed: \(removed)")
      : Localized(
        fr: "envoyés\u{A0}: \(sent), supprimés\u{A0}: \(removed)",
        en: "sent: \(sent), removed: \(removed)")
    return Localized(fr: "\(name)\u{A0}: fichiers ", en: "\(name): files ") + counts
  }

  private var notes: [Localized] {
    var notes: [Localized] = []
    if !publication.strays.isEmpty {
      let count = publication.strays.count
      notes.append(
        Localized(
          fr: "fichiers qui ne sont plus dans le site\u{A0}: \(count)\u{A0}; --delete les supprime",
          en: "files that are no longer in the site: \(count); --delete removes them"))
    }
    if !publication.invalidated.isEmpty {
      notes.append(
        Localized(
          fr: "CloudFront, à rafraîchir\u{A0}: ", en: "CloudFront, to be refreshed: ")
          + Localized(both: publication.invalidated.prefix(5).joined(separator: " "))
          + Localized(both: publication.invalidated.count > 5 ? " …" : ""))
    }
    if case .branch(let branch, nil) = destination, publication.commit != nil {
      notes.append(
        Localized(
          fr: "la branche est ici seulement\u{A0}: git push origin \(branch)",
          en: "the branch is only here: git push origin \(branch)"))
    }
    return notes
  }
}
