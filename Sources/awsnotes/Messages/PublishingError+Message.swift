import Publishing

extension Failure {
  /// Says why a site could not be published, and what to do.
  init(_ error: PublishingError) { self.init(error.message, status: .misuse) }
}

extension PublishingError {
  var message: Localized {
    switch self {
    case .notBuilt(let folder):
      Localized(
        fr: "\(folder) ne contient pas de site. Faites-le d’abord\u{A0}: awsnotes build",
        en: "\(folder) holds no site. Build it first: awsnotes build")
    case .toolMissing(let tool, let package):
      Localized(
        fr: "\(tool) n’est pas installé. Sur Debian\u{A0}: sudo apt-get install \(package)",
        en: "\(tool) is not installed. On Debian: sudo apt-get install \(package)")
    case .toolFailed(let tool, let message):
      Localized(
        fr:
          "\(tool) a échoué\u{A0}; ce qui était envoyé le reste, et recommencer ne renvoie pas tout.\n",
        en: "\(tool) failed; what was sent stays so, and to begin again does not send all again.\n")
        + Localized(
          both: message.split(separator: "\n").map { sanitized(String($0)) }.joined(separator: "\n")
        )
    case .invalidDestination(let text):
      .quoted(text)
        + Localized(
          fr: """
             n’est pas une destination. Écrivez par exemple --branch gh-pages, --rsync serveur:notes ou \
            --s3 s3://mon-site/notes.
            """,
          en: """
             is no destination. Write for example --branch gh-pages, --rsync server:notes or \
            --s3 s3://my-site/notes.
            """)
    case .noRepository(let folder):
      Localized(
        fr: "\(folder) n’appartient à aucun dépôt git. Créez-en un\u{A0}: git init",
        en: "\(folder) belongs to no git repository. Make one: git init")
    case .noIdentity:
      Localized(
        fr: """
          git ne sait pas au nom de qui publier. Dites-le-lui\u{A0}:
          git config --global user.name "Votre nom"
          git config --global user.email vous@exemple.fr
          """,
        en: """
          git does not know in whose name to publish. Tell it:
          git config --global user.name "Your name"
          git config --global user.email you@example.org
          """)
    case .branchInUse(let branch):
      Localized(
        fr: """
          la branche \(branch) est celle sur laquelle vous travaillez\u{A0}; le site irait parmi les notes. \
          Choisissez-en une autre avec --branch.
          """,
        en: """
          you are working on the branch \(branch); the site would go among the notes. Choose another one with \
          --branch.
          """)
    case .overlapsSite(let destination, let site):
      Self.overlap(
        destination, site, Localized(fr: "le dossier du site", en: "the folder of the site"),
        destination == site || destination.hasPrefix(site + "/")
          ? Localized(fr: "le site irait dans lui-même", en: "the site would go into itself")
          : Localized(
            fr: "le site irait parmi ce qui l’entoure, et --delete le supprimerait",
            en: "the site would go among what is around it, and --delete would remove that"))
    case .overlapsNotes(let destination, let notes):
      Self.overlap(
        destination, notes, Localized(fr: "le dossier des notes", en: "the folder of the notes"),
        Localized(
          fr: "le site irait parmi elles, et --delete les supprimerait",
          en: "the site would go among them, and --delete would remove them"))
    case .foreignDestination(let destination, let count):
      Localized(
        fr: """
          \(sanitized(destination)) ne contient pas de site fait par awsnotes, et --delete y supprimerait \
          \(count) fichier\(count > 1 ? "s" : ""). Choisissez une destination vide, ou celle d’un site déjà \
          publié\u{A0}; sans --delete, rien n’est supprimé.
          """,
        en: """
          \(sanitized(destination)) holds no site made by awsnotes, and --delete would remove \(count) \
          file\(count > 1 ? "s" : "") there. Choose an empty destination, or that of a site published before; \
          without --delete nothing is removed.
          """)
    case .inaccessible(let path, let reason):
      Localized(
        fr: "\(path)\u{A0}: inaccessible (\(inFrench(reason)))",
        en: "\(path): inaccessible (\(reason))")
    }
  }
  /// Says how a destination and a folder that must be apart lie, what would come of it, and what to do.
  private static func overlap(
    _ destination: String, _ folder: String, _ name: Localized, _ harm: Localized
  ) -> Localized {
    let place = sanitized(destination)
    let relation =
      if destination == folder {
        Localized(fr: "\(place) est ", en: "\(place) is ") + name
      } else {
        (destination.hasPrefix(folder + "/") || folder == "/"
          ? Localized(fr: "\(place) est dans ", en: "\(place) lies in ")
          : Localized(fr: "\(place) contient ", en: "\(place) holds ")) + name
          + Localized(both: " (\(sanitized(folder)))")
      }
    return relation + Localized(fr: "\u{A0}: ", en: ": ") + harm
      + Localized(
        fr: ". Choisissez un dossier à part.", en: ". Choose a folder apart from it.")
  }
}
