extension Command {
  static let completions = Command(
    name: "completions",
    aliases: ["complétions", "completion"],
    summary: Localized(
      fr: "écrit de quoi compléter les commandes dans un shell",
      en: "write what completes commands in a shell"),
    discussion: Localized(
      fr: """
        Complète les commandes, leurs options et leurs valeurs, et les noms qui sont dans les notes\u{A0}: \
        termes, notes, services, catégories, étiquettes. «\u{A0}make install\u{A0}» et les paquets mettent ces \
        scripts en place.
        """,
      en: """
        Completes commands, their options and values, and the names that are in the notes: terms, notes, \
        services, categories, tags. “make install” and the packages put these scripts in place.
        """),
    arguments: [
      PositionalArgument(
        name: Localized(both: "bash|zsh|fish"),
        completion: .words(Shell.allCases.map(\.rawValue)),
        help: Localized(fr: "le shell", en: "the shell"))
    ],
    examples: [
      Example(
        line: "awsnotes completions bash",
        help: Localized(
          fr: "À mettre dans ~/.local/share/bash-completion/completions/awsnotes.",
          en: "For ~/.local/share/bash-completion/completions/awsnotes.")),
      Example(
        line: "awsnotes completions zsh",
        help: Localized(
          fr: "À mettre dans un dossier de $fpath, sous le nom _awsnotes.",
          en: "For a folder of $fpath, under the name _awsnotes.")),
      Example(
        line: "awsnotes completions fish",
        help: Localized(
          fr: "À mettre dans ~/.config/fish/completions/awsnotes.fish.",
          en: "For ~/.config/fish/completions/awsnotes.fish.")),
    ],
    run: { (arguments, console) throws(Failure) in
      guard let shell = Shell(rawValue: arguments.positionals[0]) else {
        throw Failure(
          Localized.quoted(arguments.positionals[0])
            + Localized(
              fr: " n’est pas de ceux que l’on connaît. Choisissez bash, zsh ou fish.",
              en: " is none of those that are known. Choose bash, zsh or fish."), status: .misuse)
      }
      console.output.writeRaw(shell.script(for: console.table))
      return .success
    })
}
