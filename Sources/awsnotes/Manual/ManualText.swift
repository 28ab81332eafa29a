/// What the page for `man` tells besides the help of the commands.
enum ManualText {
  static let title = Localized(fr: "Manuel d’awsnotes", en: "awsnotes manual")
  static let name = Localized(fr: "nom", en: "name")
  static let synopsis = Localized(fr: "synopsis", en: "synopsis")
  static let description = Localized(both: "description")
  static let commands = Localized(fr: "commandes", en: "commands")
  static let commonOptions = Localized(fr: "options communes", en: "common options")
  static let examples = Localized(fr: "exemples", en: "examples")
  static let seeAlso = Localized(fr: "voir aussi", en: "see also")

  static let introduction = Localized(
    fr: """
      awsnotes fait d’un dossier de notes Markdown une base que l’on interroge, un quiz et un site. Les notes \
      sont des fichiers .md ordinaires\u{A0}: rien n’a besoin d’y être ajouté.

      Les notes sont celles du dossier que donne --content, ou que donne le premier awsnotes.yml trouvé en remontant \
      depuis le dossier courant, ou celles de ./Content. Sans rien de tout cela, les commandes qui ne font que \
      lire répondent avec les notes installées avec le programme, et le disent.

      Les messages sont en français, ou en anglais si LC_ALL, LC_MESSAGES ou LANG commence par «\u{A0}en\u{A0}».
      """,
    en: """
      awsnotes makes of a folder of Markdown notes a base that answers, a quiz and a site. The notes are \
      ordinary .md files: nothing has to be added to them.

      The notes are those of the folder that --content names, or that the first awsnotes.yml names that is found from \
      the working folder upwards, or those of ./Content. Without any of these, the commands that only read answer \
      from the notes that were installed with the program, and say so.

      Messages are in French, or in English where LC_ALL, LC_MESSAGES or LANG begins with “en”.
      """)

  /// Lists under their titles.
  static let lists: [(Localized, [(Localized, Localized)])] = [
    (Localized(fr: "fichiers", en: "files"), files),
    (Localized(fr: "environnement", en: "environment"), environment),
    (Localized(fr: "code de retour", en: "exit status"), exitStatus),
  ]

  private static let files = [
    (
      Localized(both: "awsnotes.yml"),
      Localized(
        fr: "Les réglages\u{A0}: dossier des notes, langue, quiz, site.",
        en: "The settings: folder of the notes, language, quiz, site.")
    ),
    (
      Localized(both: "Content/vocabulaire.yml"),
      Localized(
        fr: "Les noms qui veulent dire la même chose\u{A0}; sans lui, ceux du programme.",
        en: "The names that mean the same; without it, those that are in the program.")
    ),
    (
      Localized(both: "$XDG_DATA_HOME/awsnotes/revues.sqlite"),
      Localized(
        fr: """
          L’historique des révisions (~/.local/share/awsnotes/revues.sqlite), la seule chose ici qui ne se \
          refait pas\u{A0}; copies/ en garde une copie des dix derniers jours.
          """,
        en: """
          The history of reviews (~/.local/share/awsnotes/revues.sqlite), the only thing here that cannot be made \
          again; copies/ keeps a copy of each of the last ten days.
          """)
    ),
    (
      Localized(both: "$XDG_CACHE_HOME/awsnotes"),
      Localized(
        fr: "L’index (~/.cache/awsnotes), qui peut être effacé à tout moment.",
        en: "The index (~/.cache/awsnotes), which may be deleted at any time.")
    ),
    (
      Localized(both: "…/share/awsnotes/Content"),
      Localized(
        fr: "Les notes installées avec le programme.",
        en: "The notes installed with the program.")
    ),
  ]

  private static let environment = [
    (
      Localized(both: "LC_ALL, LC_MESSAGES, LANG"),
      Localized(fr: "La langue des messages.", en: "The language of messages.")
    ),
    (
      Localized(both: "XDG_DATA_HOME, XDG_CACHE_HOME, HOME"),
      Localized(
        fr: "Où sont l’historique et l’index. Un chemin relatif compte pour rien.",
        en: "Where the history and the index are. A relative path counts as none.")
    ),
    (
      Localized(both: "VISUAL, EDITOR"),
      Localized(
        fr: "L’éditeur qu’ouvre la touche e du quiz.",
        en: "The editor that the key e of the quiz opens.")
    ),
    (
      Localized(both: "NO_COLOR, CLICOLOR_FORCE, TERM, COLUMNS"),
      Localized(
        fr: "Si l’on écrit en couleurs, et sur quelle largeur.",
        en: "Whether there are colours, and how wide lines are.")
    ),
  ]

  private static let exitStatus = [
    (Localized(both: "0"), Localized(fr: "Fait, ou trouvé.", en: "Done, or found.")),
    (
      Localized(both: "1"),
      Localized(
        fr: """
          Rien de trouvé (search, show), ou quelque chose à corriger (check, build --strict, doctor).
          """,
        en: "Nothing found (search, show), or something to mend (check, build --strict, doctor).")
    ),
    (
      Localized(both: "2"),
      Localized(
        fr: "Ligne de commande incomprise, notes ou réglages illisibles, refus du système.",
        en: "Command line not understood, notes or settings unreadable, or the system refused.")
    ),
  ]
}
