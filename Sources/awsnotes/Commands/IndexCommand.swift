import KnowledgeBase
import Search

extension Command {
  static let index = Command(
    name: "index",
    aliases: ["indexer"],
    summary: Localized(fr: "prépare l’index des notes", en: "prepare the index of the notes"),
    discussion: Localized(
      fr: """
        Les autres commandes le font d’elles-mêmes\u{A0}; les notes inchangées ne sont pas relues. \
        L’index est dans XDG_CACHE_HOME/awsnotes et peut être effacé à tout moment.
        """,
      en: """
        The other commands do so by themselves; unchanged notes are not read again. The index lies \
        in XDG_CACHE_HOME/awsnotes and may be deleted at any time.
        """),
    options: [
      CommandLineOption(
        "rebuild",
        help: Localized(fr: "relit toutes les notes", en: "read all notes again"))
    ],
    examples: [
      Example(
        line: "awsnotes index --rebuild",
        help: Localized(fr: "Tout reprendre.", en: "Begin anew."))
    ],
    run: { (arguments, console) throws(Failure) in
      let workspace = try Workspace(arguments, console)
      let library = try workspace.library(rebuilding: arguments.flag("rebuild"))
      let (notes, sections) = (library.noteCount, library.sectionCount)
      let updated = library.updatedNotes
      let message = Localized(
        fr: """
          \(notes) note\(notes > 1 ? "s" : ""), \(sections) section\(sections > 1 ? "s" : "")\u{A0}; \
          notes relues\u{A0}: \(updated)
          """,
        en: """
          \(notes) note\(notes == 1 ? "" : "s"), \(sections) section\(sections == 1 ? "" : "s"); \
          notes read again: \(updated)
          """)
      workspace.console.output.writeLine(StyledText(message.in(workspace.console.language)))
      if let path = library.cacheFailure {
        throw Failure(
          Localized(
            fr:
              "l’index ne peut pas être gardé dans \(path). Donnez un autre dossier à XDG_CACHE_HOME.",
            en: "the index cannot be kept in \(path). Set XDG_CACHE_HOME to another folder."))
      }
      return .success
    })
}
