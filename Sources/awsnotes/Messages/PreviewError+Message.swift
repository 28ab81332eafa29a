import Preview

extension Failure {
  /// Says why a site cannot be shown, and what to do.
  init(_ error: PreviewError) { self.init(error.message, status: .misuse) }
}

extension PreviewError {
  var message: Localized {
    switch self {
    case .noFreePort(let port, let reason):
      Localized(
        fr: """
          aucun port libre à partir de \(port) (\(inFrench(reason))). Choisissez-en un autre avec \
          --port.
          """,
        en: "no free port from \(port) on (\(reason)). Choose another one with --port.")
    case .notStarted(let reason):
      Localized(
        fr: "le site ne peut pas être montré (\(inFrench(reason))).",
        en: "the site cannot be shown (\(reason)).")
    case .unwatchable(let path, let reason):
      Localized(
        fr: """
          \(path) ne peut pas être surveillé (\(inFrench(reason))). Relevez fs.inotify.max_user_watches s’il y a beaucoup \
          de dossiers.
          """,
        en: """
          \(path) cannot be watched (\(reason)). Raise fs.inotify.max_user_watches if there are many folders.
          """)
    }
  }
}
