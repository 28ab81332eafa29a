@testable import awsnotes

extension CommandTable {
  /// A program with an option of each kind, for the tests.
  static let sample = CommandTable(
    program: "awsnotes",
    version: "1.2.3",
    summary: Localized(fr: "Un programme d’essai.", en: "A program for tests."),
    commands: [.sampleSearch, .sampleBuild, .sampleFailure, .help],
    commonOptions: [
      CommandLineOption(
        "content", value: .directory,
        help: Localized(fr: "le dossier des notes", en: "the folder of the notes"))
    ])
}

extension Command {
  fileprivate static let sampleSearch = Command(
    name: "search",
    aliases: ["chercher"],
    summary: Localized(fr: "trouve un passage", en: "find a passage"),
    discussion: Localized(
      fr: """
        Les mots se cherchent sans accents ni majuscules, et leurs pluriels avec eux.

        Un mot précédé d’un tiret écarte les passages qui le contiennent.
        """,
      en: """
        Words are found without their accents and capitals, and their plurals with them.

        A word after a dash keeps away the passages that hold it.
        """),
    arguments: [
      PositionalArgument(
        name: Localized(fr: "MOT", en: "WORD"), isRepeating: true,
        help: Localized(fr: "ce qu’il faut trouver", en: "what is to be found"))
    ],
    options: [
      CommandLineOption(
        "limit", short: "n", value: .integer(1...100),
        help: Localized(
          fr: "le plus grand nombre de passages, du meilleur au moins bon, que l’on veut voir",
          en: "the greatest number of passages, from the best to the least, that one wants to see")
      ),
      CommandLineOption(
        "category", short: "c", value: .text(Localized(fr: "CATÉGORIE", en: "CATEGORY")),
        help: Localized(fr: "dans cette catégorie seulement", en: "in this category only")),
      CommandLineOption(
        "json", help: Localized(fr: "écrit du JSON", en: "write JSON")),
    ],
    examples: [
      Example(
        line: "awsnotes search nat -gateway",
        help: Localized(fr: "NAT, mais pas la passerelle.", en: "NAT, but not the gateway."))
    ],
    acceptsDashWords: true,
    run: { arguments, console in
      console.output.writeLine(StyledText(arguments.positionals.joined(separator: " ")))
      return .success
    })

  fileprivate static let sampleBuild = Command(
    name: "build",
    summary: Localized(fr: "écrit le site", en: "write the site"),
    arguments: [
      PositionalArgument(
        name: Localized(fr: "SOURCE", en: "SOURCE"),
        help: Localized(fr: "d’où", en: "from where")),
      PositionalArgument(
        name: Localized(fr: "CIBLE", en: "TARGET"), isRequired: false,
        help: Localized(fr: "vers où", en: "to where")),
    ],
    options: [
      CommandLineOption(
        "force", short: "f", help: Localized(fr: "même si rien n’a changé", en: "in any case")),
      CommandLineOption(
        "verbose", short: "v", help: Localized(fr: "raconte tout", en: "tell everything")),
      CommandLineOption(
        "jobs", short: "j", value: .integer(1...64), help: Localized(fr: "à la fois", en: "at once")
      ),
      CommandLineOption(
        "theme", short: "t", value: .choice(["clair", "sombre"]),
        help: Localized(fr: "les couleurs", en: "the colours")),
      CommandLineOption(
        "log", value: .file, help: Localized(fr: "le journal", en: "the log")),
    ],
    run: { _, _ in .success })

  fileprivate static let sampleFailure = Command(
    name: "fail",
    summary: Localized(fr: "échoue", en: "fail"),
    run: { _, console throws(Failure) in
      console.output.writeLine("avant")
      throw Failure(
        Localized(fr: "rien dans ./notes\u{1B}[2J", en: "nothing in ./notes\u{1B}[2J"),
        status: ExitStatus(code: 3))
    })
}
