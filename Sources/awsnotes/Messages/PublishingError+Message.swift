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
    case .overlapping(let destination):
      Localized(
        fr: "\(destination) contient le site lui-même. Choisissez un autre dossier.",
        en: "\(destination) holds the site itself. Choose another folder.")
    case .inaccessible(let path, let reason):
      Localized(
        fr: "\(path)\u{A0}: inaccessible (\(inFrench(reason)))",
        en: "\(path): inaccessible (\(reason))")
    }
  }
}
