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
          fr: "séparées par des virgules\u{A0}: terms, notes, paths, services, categories, tags",
          en: "apart by commas: terms, notes, paths, services, categories, tags")),
      PositionalArgument(
        name: Localized(fr: "DÉBUT", en: "PREFIX"), isRequired: false,
        help: Localized(fr: "ce qui est déjà tapé", en: "what is typed already")),
    ],
    isHidden: true,
    run: { arguments, console in
      guard let workspace = try? Workspace(arguments, console, isQuiet: true),
        let names = KeptNames(workspace.settings, environment: console.environment)
      else { return .success }
      let kinds = arguments.positionals[0].split(separator: ",")
        .compactMap { KeptNames.Kind(rawValue: String($0)) }
      let prefix = arguments.positionals.count > 1 ? arguments.positionals[1] : ""
      let found = names.names(beginningWith: prefix, of: kinds)
      // A list that nobody would read; the shell asks again once more is typed.
      if found.count > mostNames { return .success }
      for name in found { console.output.writeRaw(name + "\n") }
      return .success
    })

  /// As many names as a shell takes in a moment.
  private static let mostNames = 5000
}
