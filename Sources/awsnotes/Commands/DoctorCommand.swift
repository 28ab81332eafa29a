import KnowledgeBase

extension Command {
  static let doctor = Command(
    name: "doctor",
    aliases: ["diagnostic"],
    summary: Localized(
      fr: "montre dans quel état est tout ce dont awsnotes se sert",
      en: "show the state of everything that awsnotes uses"),
    discussion: Localized(
      fr: """
        Réglages, dossiers, index, historique des révisions, versions, terminal, programmes externes, avec ce \
        qu’il faut faire de ce qui ne va pas. Rien n’est changé sur le disque. Code de sortie\u{A0}: 0 tout va \
        bien, 1 sinon.
        """,
      en: """
        Settings, folders, index, history of reviews, versions, terminal, external programs, and what to do \
        about what is wrong. Nothing on the disk is changed. Exit status: 0 all is well, 1 otherwise.
        """),
    options: [
      .format(["text", "json"]),
      CommandLineOption(
        "json", help: Localized(fr: "comme --format json", en: "the same as --format json")),
    ],
    examples: [
      Example(
        line: "awsnotes doctor --json",
        help: Localized(
          fr: "À joindre à un rapport d’anomalie.", en: "To go with the report of a defect."))
    ],
    run: { arguments, console in
      let checkup = Checkup(arguments, console)
      let (output, language) = (console.output, console.language)
      if arguments.flag("json") || arguments.text("format") == "json" {
        output.writeRaw(checkup.json(in: language).text + "\n")
      } else {
        let terminal = output.terminal
        output.writeLines(
          checkup.lines(in: language, width: terminal.isTerminal ? terminal.width : nil))
      }
      return checkup.troubles.isEmpty ? .success : .failure
    })
}

extension Checkup {
  /// Looks at everything.
  init(_ arguments: ParsedArguments, _ console: Console) {
    var settings = Settings()
    var failure: Localized?
    var isInstalled = false
    do throws(Failure) {
      let workspace = try Workspace(arguments, console, isQuiet: true)
      (settings, isInstalled) = (workspace.settings, workspace.usesInstalled)
    } catch {
      failure = error.message
      settings.content = arguments.text("content") ?? settings.content
    }
    self.init(groups: [
      Self.settings(settings, failure: failure),
      Self.notes(settings, isInstalled: isInstalled),
      Self.index(settings, console.environment),
      Self.reviews(console.environment),
      Self.versions(console.table),
      Self.terminal(console),
      Self.programs(settings.site.publishing, console.environment),
    ])
  }
}
