import Cards
import KnowledgeBase

extension Command {
  static let export = Command(
    name: "export",
    aliases: ["exporter"],
    summary: Localized(
      fr: "écrit les cartes pour Anki, l’historique des révisions ou les sections pour OpenSearch",
      en: "write the cards for Anki, the history of reviews or the sections for OpenSearch"),
    discussion: Localized(
      fr: """
        anki\u{A0}: un paquet .apkg des cartes\u{A0}; l’importer deux fois n’ajoute rien. json\u{A0}: l’historique \
        entier, à reprendre ailleurs par «\u{A0}awsnotes import json\u{A0}». csv, tsv\u{A0}: une ligne par révision, \
        pour un tableur. opensearch\u{A0}: un document par section pour l’interface _bulk, et à côté, sous le même \
        nom en .mapping.json, la définition de l’index (analyse du français, synonymes, poids des champs).
        """,
      en: """
        anki: an .apkg package of the cards; importing it twice adds nothing. json: the whole history, \
        to be taken up elsewhere by “awsnotes import json”. csv, tsv: a line a review, for a spreadsheet. \
        opensearch: a document a section for the _bulk interface, and beside it, under the same name in \
        .mapping.json, the definition of the index (analysis of French, synonyms, weights of fields).
        """),
    arguments: [
      PositionalArgument(
        name: Localized(both: "anki|json|csv|tsv|opensearch"),
        completion: .words(["anki", "json", "csv", "tsv", "opensearch"]),
        help: Localized(fr: "ce qui s’écrit", en: "what is written")),
      PositionalArgument(
        name: Localized(fr: "FICHIER", en: "FILE"), isRequired: false, completion: .file,
        help: Localized(
          fr: "où\u{A0}; sans lui, sur la sortie (pas pour anki ni opensearch)",
          en: "where; without it, to the output (not for anki, nor opensearch)")),
    ],
    options: CommandLineOption.cardFilters,
    examples: [
      Example(
        line: "awsnotes export anki aws.apkg",
        help: Localized(fr: "Toutes les cartes, pour Anki.", en: "All cards, for Anki.")),
      Example(
        line: "awsnotes export json historique.json",
        help: Localized(
          fr: "L’historique, pour une autre machine.", en: "The history, for another machine.")),
      Example(
        line: "awsnotes export opensearch notes.ndjson",
        help: Localized(
          fr: "Les sections, et notes.mapping.json à côté.",
          en: "The sections, and notes.mapping.json beside them.")),
    ],
    run: { (arguments, console) throws(Failure) in
      let workspace = try Workspace(arguments, console)
      let named = arguments.positionals.count > 1 ? arguments.positionals[1] : nil
      // “-” is the output, as everywhere.
      let file = named == "-" ? nil : named
      switch arguments.positionals[0] {
      case "anki": try exportToAnki(file, arguments, workspace)
      case "json":
        let exchange = Exchange(
          deck: workspace.settings.title,
          contents: try workspace.readingReviewLog { log throws(ReviewLogError) in
            try log.contents()
          })
        try write(exchange.json, to: file, workspace)
      case "csv": try writeTable(.csv, to: file, workspace)
      case "tsv": try writeTable(.tsv, to: file, workspace)
      case "opensearch": try exportToOpenSearch(file, workspace)
      case let other:
        throw Failure(
          Localized.quoted(other)
            + Localized(
              fr: " ne s’exporte pas. Choisissez anki, json, csv, tsv ou opensearch.",
              en: " cannot be exported. Choose anki, json, csv, tsv or opensearch."),
          status: .misuse)
      }
      return .success
    })
}

private func exportToAnki(
  _ file: String?, _ arguments: ParsedArguments, _ workspace: Workspace
) throws(Failure) {
  guard let file else {
    throw Failure(
      Localized(
        fr: "où écrire le paquet\u{A0}? awsnotes export anki FICHIER.apkg",
        en: "where does the package go? awsnotes export anki FILE.apkg"), status: .misuse)
  }
  let cards = CardFilter(arguments).cards(of: try workspace.deck())
  let bytes: [UInt8]
  do throws(AnkiError) {
    bytes = try AnkiPackage(cards: cards, modified: Int(Clock.seconds)).bytes()
  } catch {
    throw Failure(error.message, status: .misuse)
  }
  try write(bytes, to: file, workspace)
  workspace.console.errors.writeLine(
    StyledText(
      Localized(fr: "\(cards.count) cartes dans \(file)", en: "\(cards.count) cards in \(file)")
        .in(workspace.console.language), .dim))
}

private func exportToOpenSearch(_ file: String?, _ workspace: Workspace) throws(Failure) {
  guard let file else {
    throw Failure(
      Localized(
        fr: "où écrire les documents\u{A0}? awsnotes export opensearch FICHIER.ndjson",
        en: "where do the documents go? awsnotes export opensearch FILE.ndjson"), status: .misuse)
  }
  let knowledgeBase = try workspace.knowledgeBase(of: try workspace.library())
  let bulk = BulkFile(knowledgeBase)
  let mapping = (file.hasSuffix(".ndjson") ? String(file.dropLast(7)) : file) + ".mapping.json"
  let definition = IndexDefinition(knowledgeBase: knowledgeBase).json.text + "\n"
  // Both or none: the definition of other notes than those beside it would mislead.
  try write([(file, Array(bulk.text.utf8)), (mapping, Array(definition.utf8))], workspace)
  workspace.console.errors.writeLine(
    StyledText(
      Localized(
        fr: "\(bulk.count) sections dans \(file), l’index défini dans \(mapping)",
        en: "\(bulk.count) sections in \(file), the index defined in \(mapping)"
      ).in(workspace.console.language), .dim))
}

/// Writes the answers as a table of texts that can only be read, whoever shows it to a terminal afterwards.
///
/// A control other than the line break inside quotation marks, or what turns the direction of writing, becomes visible
/// as it does on a terminal (see ``sanitized(_:keepsLayout:)``), in a file as well. JSON and Anki packages keep what
/// notes hold: the one escapes it, the other is no text.
private func writeTable(
  _ format: ReviewTable.Format, to file: String?, _ workspace: Workspace
) throws(Failure) {
  let history = try workspace.readingReviewLog { log throws(ReviewLogError) in try log.history() }
  let table = ReviewTable(history, cards: try workspace.deck().cards)
  try write(sanitized(table.text(format), keepsLayout: true), to: file, workspace)
}

private func write(
  _ text: String, to file: String?, _ workspace: Workspace
) throws(Failure) {
  guard let file else {
    let isShown = workspace.console.output.terminal.isTerminal
    return workspace.console.output.writeRaw(
      isShown ? sanitized(text, keepsLayout: true) : text)
  }
  try write(Array(text.utf8), to: file, workspace)
}

private func write(
  _ bytes: [UInt8], to file: String, _ workspace: Workspace
) throws(Failure) {
  try write([(file, bytes)], workspace)
}

private func write(
  _ files: [(path: String, bytes: [UInt8])], _ workspace: Workspace
) throws(Failure) {
  for file in files { try workspace.checkIsNoSource(file.path) }
  do throws(KnowledgeBaseError) {
    try File.save(files)
  } catch {
    throw Failure(error.message, status: .misuse)
  }
}

extension AnkiError {
  fileprivate var message: Localized {
    switch self {
    case .unwritable(let path, let reason):
      Localized(
        fr: """
          \(path)\u{A0}: on ne peut pas y écrire (\(inFrench(reason))). Choisissez un autre \
          endroit.
          """,
        en: "\(path): cannot be written (\(reason)). Choose another place.")
    case .failed(let message):
      Localized(
        fr: "le paquet n’a pas pu être fait (\(message)).",
        en: "the package could not be made (\(message)).")
    }
  }
}

extension Workspace {
  /// Refuses a file that an export would replace though nothing can bring it back: a note, settings, the review log.
  fileprivate func checkIsNoSource(_ file: String) throws(Failure) {
    // One that is not there yet would be read as settings from then on.
    let isSettings = file.split(separator: "/").last.map(String.init) == Settings.fileName
    guard File.exists(file) || isSettings else { return }
    let log = try? ReviewLog.folder(in: console.environment)
    let isLog = log.map { !File.leadsOut(file, of: $0) } ?? false
    let name = file.lowercased()
    let isText = [".md", ".markdown", ".yml", ".yaml"].contains { name.hasSuffix($0) }
    let isNote = isText && !File.leadsOut(file, of: settings.content)
    let real = File.canonical(file)
    let isNamed = [settings.path, settings.vocabulary].contains { $0.map(File.canonical) == real }
    guard isLog || isNote || isNamed || isSettings else { return }
    throw Failure(
      Localized.quoted(file)
        + Localized(
          fr: " tient vos notes, vos réglages ou vos révisions\u{A0}: choisissez un autre fichier.",
          en: " holds your notes, settings or reviews: choose another file."),
      status: .misuse)
  }

  /// Reads the review log, which need not be writable.
  func readingReviewLog<Result>(
    _ work: (ReviewLog) throws(ReviewLogError) -> Result
  ) throws(Failure) -> Result {
    do throws(ReviewLogError) {
      return try work(try ReviewLog.reading(ReviewLog.path(in: console.environment)))
    } catch {
      throw Failure(error)
    }
  }

  /// Does something with the review log.
  func reviewLog<Result>(
    _ work: (ReviewLog) throws(ReviewLogError) -> Result
  ) throws(Failure) -> Result {
    do throws(ReviewLogError) {
      return try work(try ReviewLog(path: ReviewLog.path(in: console.environment)))
    } catch {
      throw Failure(error)
    }
  }
}
