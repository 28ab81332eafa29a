import KnowledgeBase
import Preview
import Site

extension Command {
  static let serve = Command(
    name: "serve",
    aliases: ["servir"],
    summary: Localized(
      fr: "montre le site pendant que l’on écrit", en: "show the site while it is being written"),
    discussion: Localized(
      fr: """
        Le site est fait, puis montré à cette machine seule. Dès qu’une note ou un réglage change, il est refait \
        et la page ouverte se recharge là où vous en étiez\u{A0}; si c’est impossible, elle dit pourquoi. Ctrl-C \
        arrête.
        """,
      en: """
        The site is built, then shown to this machine alone. As soon as a note or a setting changes it is \
        built again and the open page loads itself again where you were; if that cannot be done, the page \
        says why. Ctrl-C ends.
        """),
    options: [
      .siteOutput, .siteAddress,
      CommandLineOption(
        "port", value: .integer(1...65_535),
        help: Localized(
          fr: "le port, ou le premier libre après lui (8000)",
          en: "the port, or the first free one after it (8000)")),
      CommandLineOption(
        "open",
        help: Localized(fr: "ouvre le site dans le navigateur", en: "open the site in the browser")),
    ],
    examples: [
      Example(
        line: "awsnotes serve --open",
        help: Localized(
          fr: "Le site, dans le navigateur.", en: "The site, in the browser.")),
      Example(
        line: "awsnotes serve --content ../notes --output ../public --port 8080",
        help: Localized(
          fr: "D’autres notes, un autre dossier, un autre port.",
          en: "Other notes, another folder, another port.")),
    ],
    run: { (arguments, console) throws(Failure) in
      let preview = SitePreview(
        port: arguments.integer("port") ?? 8000, isOpened: arguments.flag("open"),
        console: try Workspace(arguments, console, takesInstalled: false).console
      ) { () throws(Failure) in
        // The settings may have changed, too.
        let workspace = try Workspace(arguments, console, takesInstalled: false)
        return SitePreview.Source(SiteBuild(workspace, arguments))
      }
      try preview.run()
      return .success
    })
}

/// Shows a site and builds it again when its notes change, until the process is ended.
struct SitePreview {
  let port: Int
  let isOpened: Bool
  let console: Console

  /// Finds what the site is made of, as it is now.
  let source: () throws(Failure) -> Source

  /// What a site is made of.
  struct Source {
    /// The folder of the site.
    var folder: String
    /// The folders and files from which it is made.
    var watched: [String]
    /// Makes it; the number of pages that were made anew.
    var build: () throws(Failure) -> Int
  }

  /// Shows the site.
  ///
  /// - Throws: ``Failure`` if the site cannot be built to begin with, or not be shown or watched.
  func run() throws(Failure) {
    var source = try source()
    // What changes while the site is first built is noticed.
    var watcher = try watcher(of: source)
    try build(source)
    let server: PreviewServer
    do { server = try PreviewServer(folder: source.folder, port: port) } catch {
      throw Failure(error)
    }
    announce(server)
    while watcher.waitForChange() {
      do throws(Failure) {
        let next = try self.source()
        guard next.folder == source.folder else { throw Self.moved }
        if next.watched != source.watched { watcher = try self.watcher(of: next) }
        source = next
        try build(source)
        server.announce(.rebuilt)
      } catch {
        server.announce(.failed(error.message.in(console.language)))
        say(Localized(both: "awsnotes: ") + error.message)
      }
    }
  }

  private static let moved = Failure(
    Localized(
      fr: "le dossier du site a changé dans awsnotes.yml. Relancez awsnotes serve.",
      en: "the folder of the site was changed in awsnotes.yml. Start awsnotes serve again."))

  private func watcher(of source: Source) throws(Failure) -> FolderWatcher {
    do { return try FolderWatcher(source.watched, except: source.folder) } catch {
      throw Failure(error)
    }
  }

  /// Builds the site, and tells how long it took.
  private func build(_ source: Source) throws(Failure) {
    let clock = ContinuousClock()
    let start = clock.now
    let pages = try source.build()
    let milliseconds = Int((clock.now - start) / .milliseconds(1))
    say(
      Localized(
        fr: "pages refaites\u{A0}: \(pages), en \(milliseconds) ms",
        en: "pages made: \(pages), in \(milliseconds) ms"))
  }

  /// Tells where the site is.
  private func announce(_ server: PreviewServer) {
    if server.port != port {
      say(Localized(fr: "le port \(port) est pris", en: "port \(port) is taken"))
    }
    let address = StyledText(server.address, .bold)
    let hint = Localized(fr: "  Ctrl-C pour arrêter", en: "  Ctrl-C to end")
    console.output.writeLine(address + StyledText(hint.in(console.language), .dim))
    console.output.flush()
    if isOpened, !openInBrowser(server.address, environment: console.environment) {
      say(
        Localized(
          fr: "aucun navigateur trouvé\u{A0}: installez xdg-utils, ou ouvrez l’adresse vous-même",
          en: "no browser was found: install xdg-utils, or open the address yourself"))
    }
  }

  private func say(_ message: Localized) {
    console.errors.writeLine(StyledText(message.in(console.language)))
    console.errors.flush()
  }
}

extension SitePreview.Source {
  /// The site of a workspace.
  init(_ site: SiteBuild) {
    let settings = site.workspace.settings
    let file = settings.path ?? settings.content + "/" + Settings.fileName
    self.init(
      folder: site.output,
      watched: [settings.content, file] + (settings.vocabulary.map { [$0] } ?? []),
      build: { () throws(Failure) in try site.run().renderedPages })
  }
}
