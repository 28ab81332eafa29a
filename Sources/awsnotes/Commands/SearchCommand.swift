import KnowledgeBase
import Search

extension Command {
  static let search = Command(
    name: "search",
    aliases: ["chercher"],
    summary: Localized(
      fr: "trouve les passages qui répondent", en: "find the passages that answer"),
    discussion: Localized(
      fr: """
        Les accents et la casse ne comptent pas\u{A0}; «\u{A0}"…"\u{A0}» cherche une suite de mots, +mot exige un \
        mot, -mot l’exclut, préfixe* complète. titre:mot et terme:mot cherchent dans les titres et \
        les termes définis\u{A0}; service:EC2, note:vpc, tag:réseau et catégorie:Stockage restreignent \
        les notes. Code de sortie\u{A0}: 0 trouvé, 1 rien, 2 erreur.
        """,
      en: """
        Accents and case do not matter; "…" looks for words in a row, +word demands a word, -word \
        excludes it, prefix* completes. title:word and term:word look into headings and defined \
        terms; service:EC2, note:vpc, tag:network and category:Storage narrow the notes. Exit \
        status: 0 found, 1 nothing, 2 error.
        """),
    arguments: [
      PositionalArgument(
        name: Localized(fr: "REQUÊTE", en: "QUERY"), isRepeating: true,
        completion: .query,
        help: Localized(fr: "les mots cherchés", en: "the words to look for"))
    ],
    options: [
      CommandLineOption(
        "limit", value: .integer(1...1000),
        help: Localized(
          fr: "montre au plus N passages (10 d’ordinaire)",
          en: "show N passages at most (10 by default)")),
      .format(["text", "json", "tsv"]),
      CommandLineOption(
        "explain",
        help: Localized(
          fr: "détaille ce qui fait la note de chaque passage",
          en: "tell what each passage’s score is made of")),
    ],
    examples: [
      Example(
        line: "awsnotes search NAT",
        help: Localized(
          fr: "La définition, puis les passages.", en: "The definition, then passages.")),
      Example(
        line: "awsnotes search groupe de securite -service:EC2",
        help: Localized(fr: "Hors des notes sur EC2.", en: "Outside the notes about EC2.")),
    ],
    acceptsDashWords: true,
    run: { (arguments, console) throws(Failure) in
      let workspace = try Workspace(arguments, console)
      let words = arguments.positionals
      guard !Query(Array(words.joined(separator: " ").utf8)).isEmpty else {
        throw Failure(
          Localized(
            fr: "la requête ne contient aucun mot. Exemple\u{A0}: awsnotes search NAT",
            en: "the query holds no word. Example: awsnotes search NAT"), status: .misuse)
      }
      let output = workspace.console.output
      let answer = { (library: Library) in
        // What was written of notes that are no longer so was held back, and is forgotten.
        output.discard()
        // One more, for the passage of the definition, which stands apart.
        let limit = arguments.integer("limit") ?? 10
        let typed = library.query(of: words)
        let query = Query(Array(typed.utf8))
        let results = library.index.search(
          query, limit: limit + 1, isExplained: arguments.flag("explain"))
        let report = SearchReport(
          results, limit: limit, index: library.index, workspace: workspace, typed: typed)
        switch arguments.text("format") {
        case "json": output.writeRaw(report.json)
        case "tsv": output.writeRaw(report.table)
        default: report.show()
        }
        return results.total
      }
      output.isHeld = true
      defer { output.isHeld = false }
      var (library, total) = try workspace.asking(answer)
      if library.index.hasMetDamage {
        // What was read from the cache is not what was written there: answer from the notes.
        library = try workspace.library(rebuilding: true)
        total = answer(library)
      }
      return total == 0 ? .failure : .success
    })
}

extension CommandLineOption {
  /// How answers are written.
  static func format(_ formats: [String]) -> CommandLineOption {
    CommandLineOption(
      "format", value: .choice(formats),
      help: Localized(
        fr: "écrit pour une personne ou pour un programme",
        en: "write for a person or for a program"))
  }
}
