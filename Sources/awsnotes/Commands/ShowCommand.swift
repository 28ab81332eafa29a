import KnowledgeBase
import Notes

extension Command {
  static let show = Command(
    name: "show",
    aliases: ["montrer"],
    summary: Localized(fr: "montre un terme ou une note", en: "show a term or a note"),
    discussion: Localized(
      fr: """
        Pour un terme\u{A0}: ses noms, sa définition, ce qui en est dit, ses ports, ses voisins, où \
        il en est question. Pour une note\u{A0}: son texte, mis en forme.
        """,
      en: """
        For a term: its names, its definition, what is said of it, its ports, its neighbours, where \
        it is discussed. For a note: its text, laid out.
        """),
    arguments: [
      PositionalArgument(
        name: Localized(fr: "TERME|NOTE", en: "TERM|NOTE"), isRepeating: true,
        completion: .names([.terms, .notes, .paths]),
        help: Localized(
          fr: "un nom de terme, ou le titre ou le chemin d’une note",
          en: "the name of a term, or the title or path of a note"))
    ],
    options: [
      CommandLineOption(
        "note",
        help: Localized(
          fr: "montre la note, même si un terme porte ce nom",
          en: "show the note even where a term has this name"))
    ],
    examples: [
      Example(
        line: "awsnotes show EC2", help: Localized(fr: "La fiche d’EC2.", en: "The card of EC2.")),
      Example(
        line: "awsnotes show --note VPC",
        help: Localized(fr: "La note entière.", en: "The whole note.")),
    ],
    run: { (arguments, console) throws(Failure) in
      let workspace = try Workspace(arguments, console)
      let name = arguments.positionals.joined(separator: " ")
      let library = try workspace.library()
      let knowledgeBase = try workspace.knowledgeBase(of: library)
      let isPath = name.hasSuffix(".md") || arguments.flag("note")
      if !isPath, let place = knowledgeBase.glossary.place(of: name) {
        TermCard(
          knowledgeBase.glossary.terms[place], library: library, knowledgeBase: knowledgeBase,
          workspace: workspace
        ).show()
        return .success
      }
      guard
        let number = knowledgeBase.noteNamed(name) ?? workspace.note(at: name, in: knowledgeBase)
      else {
        throw Failure(
          Localized(fr: "ni terme ni note ne s’appelle ", en: "neither term nor note is called ")
            + .quoted(name)
            + suggestion(for: name, in: knowledgeBase)
            + Localized(
              fr: " Cherchez-le\u{A0}: awsnotes search ", en: " Look for it: awsnotes search ")
            + Localized(both: sanitized(name)))
      }
      let note = knowledgeBase.notes[number]
      do throws(KnowledgeBaseError) {
        let document = try library.document(of: note)
        NoteRenderer(output: workspace.console.output).show(document, titled: note.title)
      } catch {
        throw Failure(error)
      }
      return .success
    })
}

/// The name of a term that was probably meant.
private func suggestion(for name: String, in knowledgeBase: KnowledgeBase) -> Localized {
  let names = knowledgeBase.glossary.terms.flatMap(\.names)
  let lowered = Dictionary(names.map { ($0.lowercased(), $0) }) { first, _ in first }
  guard let near = closestName(to: name, among: lowered.keys.sorted()), let meant = lowered[near]
  else { return Localized(both: ".") }
  return Localized(fr: ". Vouliez-vous dire ", en: ". Did you mean ") + .quoted(meant)
    + Localized(fr: "\u{A0}?", en: "?")
}

extension Workspace {
  /// The note at a path as a person types it from here.
  fileprivate func note(at path: String, in knowledgeBase: KnowledgeBase) -> Int? {
    knowledgeBase.notes.firstIndex { shownPath($0.path) == path || $0.path == path }
  }
}
