import KnowledgeBase
import Site

extension Command {
  static let build = Command(
    name: "build",
    aliases: ["construire"],
    summary: Localized(fr: "fait un site des notes", en: "make a site of the notes"),
    discussion: Localized(
      fr: """
        Une page par note, par service et par catégorie, un glossaire, une carte, la recherche et le quiz \
        dans la page. Le site se lit aussi sans serveur, et sans réseau si awsnotes.yml le dit (site\u{A0}: \
        hors_ligne). Ce qui n’a pas changé n’est pas refait\u{A0}; un site n’est remplacé qu’une fois le nouveau \
        complet.
        """,
      en: """
        A page for each note, service and category, a glossary, a map, search and quiz in the page. The site \
        can be read without a server, too, and without a network if awsnotes.yml says so (site: offline). \
        What did not change is not made again; a site is replaced only once the new one is complete.
        """),
    options: [
      .siteOutput, .siteAddress,
      CommandLineOption(
        "strict",
        help: Localized(
          fr: "échoue, le site écrit, si un lien ne mène nulle part ou si une image manque",
          en: "once the site is written, fail where a link leads nowhere or a picture is missing")),
      CommandLineOption(
        "rebuild", help: Localized(fr: "refait tout", en: "make everything anew")),
    ],
    examples: [
      Example(
        line: "awsnotes build",
        help: Localized(fr: "Le site, dans Site/public.", en: "The site, in Site/public.")),
      Example(
        line: "awsnotes build --base-url https://exemple.fr/notes/ --strict",
        help: Localized(
          fr: "Pour une adresse connue\u{A0}; les liens morts sont des erreurs.",
          en: "For a known address; dead links are errors.")),
    ],
    run: { (arguments, console) throws(Failure) in
      let workspace = try Workspace(arguments, console, takesInstalled: false)
      let build = SiteBuild(workspace, arguments)
      let summary = try build.run(isForced: arguments.flag("rebuild"))
      build.show(summary)
      return arguments.flag("strict") && !summary.brokenLinks.isEmpty ? .failure : .success
    })
}

extension CommandLineOption {
  /// Where the site is written.
  static let siteOutput = CommandLineOption(
    "output", value: .directory,
    help: Localized(
      fr: "le dossier du site (Site/public, ou celui d’awsnotes.yml)",
      en: "the folder of the site (Site/public, or the one in awsnotes.yml)"))

  /// Where the site will be read.
  static let siteAddress = CommandLineOption(
    "base-url", value: .text(Localized(fr: "ADRESSE", en: "ADDRESS")),
    help: Localized(
      fr: "l’adresse où le site sera lu, pour les moteurs de recherche",
      en: "the address at which the site will be read, for search engines"))
}

/// Builds the site of a workspace, and tells what was made.
struct SiteBuild {
  let workspace: Workspace

  /// The folder of the site.
  let output: String

  private let address: String?

  init(_ workspace: Workspace, _ arguments: ParsedArguments) {
    self.workspace = workspace
    output =
      arguments.text("output") ?? workspace.settings.site.output ?? "Site/public"
    address = arguments.text("base-url")
  }

  /// Brings the index and the site up to date.
  func run(isForced: Bool = false) throws(Failure) -> SiteSummary {
    var settings = workspace.settings
    if let address {
      guard SiteSettings.isWebAddress(address) else {
        throw Failure(
          Localized(
            fr: "--base-url attend une adresse comme https://exemple.fr/notes/",
            en: "--base-url wants an address such as https://example.org/notes/"),
          status: .misuse)
      }
      settings.site.address = SiteSettings.folder(address)
    }
    settings.language = settings.language ?? "fr"
    let library = try workspace.library(settings: settings)
    do throws(SiteError) {
      var bar: ProgressBar?
      return try SiteBuilder(library, output: output).build(isForced: isForced) { done, total in
        if bar == nil { bar = ProgressBar(total: total, output: workspace.console.errors) }
        bar?.update(done)
      }
    } catch {
      throw Failure(error)
    }
  }

  /// The most dead links that are told one by one.
  private static let mostLinks = 20

  /// Tells what the site holds.
  func show(_ summary: SiteSummary) {
    let console = workspace.console
    let counts = Localized(
      fr: """
        \(summary.pages) page\(summary.pages > 1 ? "s" : ""), \(summary.words) mots, \
        \(summary.services) service\(summary.services > 1 ? "s" : ""), \
        \(summary.cards) carte\(summary.cards > 1 ? "s" : "")
        """,
      en: """
        \(summary.pages) page\(summary.pages == 1 ? "" : "s"), \(summary.words) words, \
        \(summary.services) service\(summary.services == 1 ? "" : "s"), \
        \(summary.cards) card\(summary.cards == 1 ? "" : "s")
        """)
    let changes = Localized(
      fr: """
        \(output)\u{A0}: pages refaites\u{A0}: \(summary.renderedPages), fichiers écrits\u{A0}: \
        \(summary.writtenFiles), supprimés\u{A0}: \(summary.removedFiles)
        """,
      en: """
        \(output): \(summary.renderedPages) pages made, \(summary.writtenFiles) files written, \
        \(summary.removedFiles) removed
        """)
    console.output.writeLine(StyledText(counts.in(console.language), .bold))
    console.output.writeLine(StyledText(changes.in(console.language), .dim))
    guard !summary.brokenLinks.isEmpty else { return }
    console.output.writeLine()
    let count = summary.brokenLinks.count
    let title = Localized(
      fr:
        "\(count) lien\(count > 1 ? "s" : "") ou image\(count > 1 ? "s" : "") sans destination\u{A0}:",
      en:
        "\(count) link\(count == 1 ? "" : "s") or picture\(count == 1 ? "" : "s") that lead\(count == 1 ? "s" : "") nowhere:"
    )
    console.output.writeLine(StyledText(title.in(console.language)))
    for link in summary.brokenLinks.prefix(Self.mostLinks) {
      console.output.writeLine(
        workspace.shownPlace(link.note, line: link.line) + "  "
          + StyledText(sanitized(link.target)))
    }
    if count > Self.mostLinks {
      let more = Localized(
        fr: "… et \(count - Self.mostLinks) de plus\u{A0}: awsnotes check",
        en: "… and \(count - Self.mostLinks) more: awsnotes check")
      console.output.writeLine(StyledText(more.in(console.language), .dim))
    }
  }
}

extension Failure {
  /// Says why a site could not be built, and what to do.
  init(_ error: SiteError) { self.init(error.message, status: .misuse) }
}

extension SiteError {
  var message: Localized {
    switch self {
    case .foreignFolder(let path):
      Localized(
        fr: """
          le dossier \(path) contient autre chose qu’un site. Choisissez-en un autre avec --output, ou \
          videz-le.
          """,
        en:
          "the folder \(path) holds something else than a site. Choose another with --output, or empty it."
      )
    case .foreignDraft(let path):
      Localized(
        fr: """
          \(path), où le site se prépare, n’est pas d’un site. Renommez-le, ou choisissez un autre dossier avec \
          --output.
          """,
        en: """
          \(path), where the site is prepared, belongs to no site. Rename it, or choose another folder with \
          --output.
          """)
    case .foreignFile(let path):
      Localized(
        fr: "\(path) n’est pas du site, qui veut un fichier de ce nom. Renommez-le ou déplacez-le.",
        en: "\(path) is not of the site, which wants a file of that name. Rename or move it.")
    case .overlappingFolders(let output, let content):
      Localized(
        fr:
          "le site ne peut pas être écrit dans \(output), qui contient les notes de \(content). Choisissez un autre dossier avec --output.",
        en:
          "the site cannot be written to \(output), which holds the notes of \(content). Choose another folder with --output."
      )
    case .unwritable(let path, let reason):
      Localized(
        fr: "\(path) ne peut pas être écrit (\(inFrench(reason))). Le site d’avant est intact.",
        en: "\(path) cannot be written (\(reason)). The old site is untouched.")
    case .unreadable(let path, let reason):
      Localized(
        fr: "\(path)\u{A0}: illisible (\(inFrench(reason))). Le site d’avant est intact.",
        en: "\(path): unreadable (\(reason)). The old site is untouched.")
    case .busy(let path):
      Localized(
        fr:
          "le site \(path) est en train d’être construit par une autre commande. Attendez qu’elle finisse.",
        en: "the site \(path) is being built by another command. Wait until it has ended.")
    }
  }
}
