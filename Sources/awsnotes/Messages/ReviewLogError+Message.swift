import Cards

extension Failure {
  /// Says why the review log cannot be used, and what to do; nothing was lost.
  init(_ error: ReviewLogError) {
    self.init(error.message, status: .misuse)
  }
}

extension ReviewLogError {
  var message: Localized {
    switch self {
    case .noHome:
      Localized(
        fr: """
          où ranger vos révisions\u{A0}? Indiquez un dossier par son chemin absolu dans XDG_DATA_HOME ou HOME.
          """,
        en: """
          where do your reviews go? Name a folder by its absolute path in XDG_DATA_HOME or HOME.
          """)
    case .unwritable(let path, let reason):
      Localized(
        fr: """
          \(path)\u{A0}: on ne peut pas y écrire (\(inFrench(reason))). Rendez le dossier accessible ou indiquez-en un \
          autre dans XDG_DATA_HOME.
          """,
        en: """
          \(path): cannot be written (\(reason)). Make the folder writable or name another one in \
          XDG_DATA_HOME.
          """)
    case .unreadable(let path, let reason):
      Localized(
        fr: "\(path)\u{A0}: illisible (\(inFrench(reason))). Vérifiez les droits.",
        en: "\(path): cannot be read (\(reason)). Check the rights.")
    case .full(let path):
      Localized(
        fr: "\(path)\u{A0}: le disque est plein. Faites de la place, rien n’est perdu.",
        en: "\(path): the disk is full. Make room; nothing is lost.")
    case .busy(let path):
      Localized(
        fr: "\(path)\u{A0}: un autre quiz s’en sert. Terminez-le d’abord.",
        en: "\(path): another quiz is using it. End that one first.")
    case .damaged(let path, nil):
      Localized(
        fr: """
          \(path)\u{A0}: fichier abîmé. «\u{A0}awsnotes quiz repair\u{A0}» le refait avec ce qui s’y lit \
          encore\u{A0}; rien n’est effacé.
          """,
        en: """
          \(path): damaged. “awsnotes quiz repair” makes it anew from what can be read; nothing is erased.
          """)
    case .damaged(let path, _?):
      Localized(
        fr: """
          \(path)\u{A0}: fichier abîmé. «\u{A0}awsnotes quiz repair\u{A0}» le refait d’après la dernière \
          copie\u{A0}; rien n’est effacé.
          """,
        en: """
          \(path): damaged. “awsnotes quiz repair” makes it anew from the last copy; nothing is erased.
          """)
    case .missing(let path, _):
      Localized(
        fr:
          "\(path)\u{A0}: fichier disparu, mais il en reste une copie. «\u{A0}awsnotes quiz repair\u{A0}» la reprend.",
        en: "\(path): gone, but a copy is left. “awsnotes quiz repair” brings it back.")
    case .foreign(let path):
      Localized(
        fr: "\(path)\u{A0}: ce n’est pas un journal de révisions d’awsnotes. Déplacez ce fichier.",
        en: "\(path): no review log of awsnotes. Move this file away.")
    case .newer(let path, let version):
      Localized(
        fr:
          "\(path)\u{A0}: écrit par un awsnotes plus récent (version \(version)). Mettez awsnotes à jour.",
        en: "\(path): written by a newer awsnotes (version \(version)). Update awsnotes.")
    case .invalidEvent(let id):
      Localized(
        fr: "la réponse \(id) n’a pas de sens\u{A0}: elle n’a pas été enregistrée.",
        en: "the answer \(id) makes no sense: it was not kept.")
    case .failed(let path, let code, let message):
      Localized(
        fr: "\(path)\u{A0}: SQLite refuse (\(code), \(message)). Rien n’est perdu.",
        en: "\(path): SQLite refuses (\(code), \(message)). Nothing is lost.")
    }
  }
}
