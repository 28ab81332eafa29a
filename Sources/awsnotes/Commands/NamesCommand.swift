import KnowledgeBase

extension Command {
  /// What the scripts of ``Shell`` ask while somebody types: a name a line, out of the kept index.
  ///
  /// It brings nothing up to date and says nothing of any trouble.
  static let names = Command(
    name: "names",
    summary: Localized(
      fr: "énumère ce qui peut compléter un nom", en: "list what can complete a name"),
    arguments: [
      PositionalArgument(
        name: Localized(fr: "SORTES", en: "KINDS"),
        help: Localized(
          fr: """
            séparées par des virgules\u{A0}: terms, notes, paths, services, categories, tags, clauses
            """,
          en: "apart by commas: terms, notes, paths, services, categories, tags, clauses")),
      PositionalArgument(
        name: Localized(fr: "DÉBUT", en: "PREFIX"), isRequired: false,
        help: Localized(fr: "ce qui est déjà tapé", en: "what is typed already")),
    ],
    isHidden: true,
    run: { arguments, console in
      guard let workspace = try? Workspace(arguments, console, isQuiet: true),
        let names = KeptNames(workspace.settings, environment: console.environment)
      else { return .success }
      let words = arguments.positionals[0].split(separator: ",").map(String.init)
      let prefix = arguments.positionals.count > 1 ? arguments.positionals[1] : ""
      var found = names.names(
        beginningWith: prefix, of: words.compactMap(KeptNames.Kind.init(rawValue:)))
      if words.contains(CompletedValue.clauses) { found += names.clauses(beginningWith: prefix) }
      // A list that nobody would read; the shell asks again once more is typed.
      if found.count > mostNames { return .success }
      let isShown = console.output.terminal.isTerminal
      for name in found {
        let visible = sanitized(name)
        // A shell shows names as they are: one that would turn what stands around it is not for the command line.
        if isShown || visible == name { console.output.writeRaw(visible + "\n") }
      }
      return .success
    })

  /// As many names as a shell takes in a moment.
  private static let mostNames = 5000
}
