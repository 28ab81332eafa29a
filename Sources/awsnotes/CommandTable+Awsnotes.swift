extension CommandTable {
  /// The commands of awsnotes.
  static let awsnotes = CommandTable(
    program: "awsnotes",
    version: "0.1.0",
    origin: Build.current.origin,
    summary: Localized(
      fr: "Chercher et relire des notes sur AWS.", en: "Search and reread notes on AWS."),
    commands: [
      .search, .show, .list, .quiz, .cards, .stats, .export, .import, .check, .index, .build,
      .serve, .publish,
      .doctor, .completions, .help, .names, .manual,
    ],
    commonOptions: [
      CommandLineOption(
        "content", value: .directory,
        help: Localized(
          fr: "le dossier des notes (Content, ou celui d’awsnotes.yml)",
          en: "the folder of the notes (Content, or the one in awsnotes.yml)"))
    ])
}
