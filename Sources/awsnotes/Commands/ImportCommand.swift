import Cards
import KnowledgeBase

extension Command {
  static let `import` = Command(
    name: "import",
    aliases: ["importer"],
    summary: Localized(
      fr: "reprend l’historique d’une autre machine", en: "take up the history of another machine"),
    discussion: Localized(
      fr: "Ce qui est déjà là n’est pas ajouté une seconde fois\u{A0}; rien n’est remplacé.",
      en: "What is there already is not added a second time; nothing is replaced."),
    arguments: [
      PositionalArgument(
        name: Localized(both: "json"), completion: .words(["json"]),
        help: Localized(fr: "la forme du fichier", en: "the file's form")),
      PositionalArgument(
        name: Localized(fr: "FICHIER", en: "FILE"), completion: .file,
        help: Localized(
          fr:
            "ce qu’«\u{A0}awsnotes export json\u{A0}» ou le site ont écrit\u{A0}; - pour l’entrée standard",
          en: "what “awsnotes export json” or the site wrote; - for the standard input")),
    ],
    examples: [
      Example(
        line: "awsnotes import json historique.json",
        help: Localized(fr: "Fusionne les deux historiques.", en: "Merges both histories.")),
      Example(
        line: "awsnotes import json -",
        help: Localized(
          fr: "Ce que «\u{A0}ssh bureau awsnotes export json - |\u{A0}» y envoie.",
          en: "What “ssh office awsnotes export json - |” sends there.")),
    ],
    run: { (arguments, console) throws(Failure) in
      let workspace = try Workspace(arguments, console)
      let file = arguments.positionals[1]
      guard arguments.positionals[0] == "json" else {
        throw Failure(
          Localized(
            fr: "seul json s’importe\u{A0}: awsnotes import json FICHIER",
            en: "only json can be imported: awsnotes import json FILE"), status: .misuse)
      }
      let bytes: [UInt8]
      do throws(KnowledgeBaseError) {
        bytes = try File.input(file, limit: largestHistory)
      } catch {
        guard file == "-", case .unreadable(_, let reason) = error else { throw Failure(error) }
        throw Failure(
          Localized(
            fr: "entrée standard\u{A0}: illisible (\(inFrench(reason)))",
            en: "standard input: unreadable (\(reason))"), status: .misuse)
      }
      let name =
        file == "-" ? Localized(fr: "entrée standard", en: "standard input") : Localized(both: file)
      let exchange: Exchange
      do throws(ExchangeError) {
        exchange = try Exchange(json: bytes)
      } catch {
        throw Failure(name + error.message, status: .misuse)
      }
      let added = try workspace.reviewLog { log throws(ReviewLogError) in
        try log.merge(exchange.contents)
      }
      let all = exchange.contents.count
      workspace.console.output.writeLine(
        StyledText(
          Localized(
            fr: "\(added) événements ajoutés, \(all - added) déjà connus.",
            en: "\(added) events added, \(all - added) known already."
          ).in(workspace.console.language)))
      return .success
    })
}

/// The largest history that is read, in bytes: nearly two million answers, 200 a day for 25 years.
private let largestHistory = 1 << 28

extension ExchangeError {
  /// What is wrong with a file, to follow its name.
  fileprivate var message: Localized {
    switch self {
    case .syntax(let line):
      Localized(
        fr: ":\(line): JSON illisible. Rien n’a été importé.",
        en: ":\(line): unreadable JSON. Nothing was imported.")
    case .notAHistory:
      Localized(
        fr: "\u{A0}: ce n’est pas un historique d’awsnotes. Rien n’a été importé.",
        en: ": no history of awsnotes. Nothing was imported.")
    case .newer(let version):
      Localized(
        fr:
          "\u{A0}: écrit par un awsnotes plus récent (version \(version)). Mettez awsnotes à jour.",
        en: ": written by a newer awsnotes (version \(version)). Update awsnotes.")
    case .event(let number, let member):
      Localized(
        fr:
          "\u{A0}: événement \(number), «\u{A0}\(member)\u{A0}» manque ou n’a pas de sens. Rien n’a été importé.",
        en: ": event \(number), “\(member)” is missing or makes no sense. Nothing was imported.")
    }
  }
}
