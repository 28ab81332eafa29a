import KnowledgeBase
import Publishing

extension Command {
  static let publish = Command(
    name: "publish",
    aliases: ["publier"],
    summary: Localized(fr: "met le site en ligne", en: "put the site online"),
    discussion: Localized(
      fr: """
        Le site fait par «\u{A0}awsnotes build\u{A0}» va vers une branche git, un dossier par rsync, ou S3\u{A0}: \
        ce qui a changé, et rien d’autre. Rien n’est supprimé là-bas sans --delete. Avec lui, ce qui est caché \
        et CNAME à la racine restent, et une destination qui a des fichiers mais pas de site fait par awsnotes est \
        refusée (une autre machine n’est pas regardée). Un dossier d’ici doit être à part des notes et du site. \
        awsnotes.yml peut dire la destination (site\u{A0}: publier).
        """,
      en: """
        The site made by “awsnotes build” goes to a git branch, to a folder by rsync, or to S3: what changed, \
        and nothing else. Nothing is removed there without --delete. With it, what is hidden stays, and \
        CNAME at the top; a destination that has files but no site made by awsnotes is refused (another \
        machine is not looked into). A folder here must be apart from the notes and the site. awsnotes.yml may \
        tell the destination (site: publish).
        """),
    options: [
      .siteOutput,
      CommandLineOption(
        "git",
        help: Localized(
          fr: "vers une branche du dépôt des notes", en: "to a branch of the notes’ repository")),
      CommandLineOption(
        "branch", value: .text(Localized(fr: "NOM", en: "NAME")),
        help: Localized(fr: "cette branche (gh-pages)", en: "that branch (gh-pages)")),
      CommandLineOption(
        "remote", value: .text(Localized(fr: "DÉPÔT", en: "REPOSITORY")),
        help: Localized(fr: "où la pousser (origin)", en: "where to push it (origin)")),
      CommandLineOption(
        "local", help: Localized(fr: "ne la pousse pas", en: "do not push it")),
      CommandLineOption(
        "rsync", value: .text(Localized(fr: "DOSSIER", en: "DIR")),
        help: Localized(
          fr: "vers un dossier d’ici ou d’une autre machine",
          en: "to a folder here or on another machine")),
      CommandLineOption(
        "s3", value: .text(Localized(both: "s3://…")),
        help: Localized(fr: "vers S3, par la commande aws", en: "to S3, by the command aws")),
      CommandLineOption(
        "distribution", value: .text(Localized(both: "ID")),
        help: Localized(
          fr: "la distribution CloudFront à rafraîchir",
          en: "the CloudFront distribution to refresh")),
      CommandLineOption(
        "delete",
        help: Localized(
          fr: "supprime à destination ce qui n’est plus dans le site",
          en: "remove at the destination what is no longer in the site")),
      CommandLineOption(
        "dry-run",
        help: Localized(
          fr: "montre seulement ce qui serait fait", en: "show only what would be done")),
    ],
    examples: [
      Example(
        line: "awsnotes publish --git",
        help: Localized(fr: "Vers GitHub Pages.", en: "To GitHub Pages.")),
      Example(
        line: "awsnotes publish --rsync serveur:/var/www/notes --dry-run",
        help: Localized(fr: "Ce qui serait envoyé.", en: "What would be sent.")),
      Example(
        line: "awsnotes publish --s3 s3://mes-notes --distribution E2EXEMPLE --delete",
        help: Localized(
          fr: "Vers S3 derrière CloudFront, à l’identique.",
          en: "To S3 behind CloudFront, the same as here.")),
    ],
    run: { (arguments, console) throws(Failure) in
      let workspace = try Workspace(arguments, console, takesInstalled: false)
      let destination = try SiteDestination(arguments, workspace.settings)
      let options = PublishingOptions(
        deletes: arguments.flag("delete"), isTrial: arguments.flag("dry-run"))
      let publication: Publication
      do throws(PublishingError) {
        let site = try BuiltSite(
          arguments.text("output") ?? workspace.settings.site.output ?? "Site/public")
        publication = try destination.publish(site, options, workspace)
      } catch {
        throw Failure(error)
      }
      PublicationReport(publication, options, destination, workspace.console).show()
      return .success
    })
}

/// Where a site is published, as the command line or else the settings say.
enum SiteDestination {
  case branch(String, remote: String?)
  case folder(String)
  case bucket(String, distribution: String?)

  /// Reads the destination; the command line must not name two, and the settings not where it names none.
  init(_ arguments: ParsedArguments, _ settings: Settings) throws(Failure) {
    let isGit =
      ["git", "local"].contains { arguments.flag($0) }
      || ["branch", "remote"].contains { arguments.text($0) != nil }
    let isBucket = ["s3", "distribution"].contains { arguments.text($0) != nil }
    let named = [isGit, arguments.text("rsync") != nil, isBucket].count { $0 }
    let defaults = settings.site.publishing
    let kept = [defaults.branch ?? defaults.remote, defaults.folder, defaults.bucket].count {
      $0 != nil
    }
    guard named == 1 || named == 0 && kept == 1 else {
      throw Self.unclear(isNone: named + kept == 0)
    }
    if named == 1 ? isGit : defaults.folder == nil && defaults.bucket == nil {
      let remote = arguments.text("remote") ?? defaults.remote ?? "origin"
      self = .branch(
        arguments.text("branch") ?? defaults.branch ?? "gh-pages",
        remote: arguments.flag("local") ? nil : remote)
    } else if let folder = named == 1 ? arguments.text("rsync") : defaults.folder {
      self = .folder(folder)
    } else {
      guard let bucket = arguments.text("s3") ?? defaults.bucket else {
        throw Self.unclear(isNone: true)
      }
      self = .bucket(
        bucket, distribution: arguments.text("distribution") ?? defaults.distribution)
    }
  }

  private static func unclear(isNone: Bool) -> Failure {
    let ways = Localized(both: "--git, --rsync, --s3")
    return Failure(
      isNone
        ? Localized(
          fr: "où publier\u{A0}? Choisissez une destination\u{A0}: ",
          en: "publish where? Choose a destination: ")
          + ways
        : Localized(
          fr: "une seule destination à la fois\u{A0}: ", en: "one destination at a time: ") + ways,
      status: .misuse)
  }

  /// The destination as a person would name it.
  var name: String {
    switch self {
    case .branch(let branch, let remote): remote.map { "\($0) \(branch)" } ?? branch
    case .folder(let folder): folder
    case .bucket(let bucket, _): bucket
    }
  }

  /// Publishes a site.
  func publish(
    _ site: BuiltSite, _ options: PublishingOptions, _ workspace: Workspace
  ) throws(PublishingError) -> Publication {
    let environment = workspace.console.environment
    switch self {
    case .branch(let branch, let remote):
      let message = Localized(fr: "Publier le site", en: "Publish the site")
      return try GitBranch(
        branch, remote: remote, repository: workspace.settings.content, environment: environment
      ).publish(site, options, message: message.in(workspace.console.language))
    case .folder(let folder):
      let target = try RsyncFolder(folder, environment: environment)
      if let here = target.here {
        let notes = File.canonical(workspace.settings.content)
        try target.check(File.canonical(here), site, notes: notes)
      }
      return try target.publish(site, options)
    case .bucket(let bucket, let distribution):
      return try S3Bucket(bucket, distribution: distribution, environment: environment)
        .publish(site, options)
    }
  }
}
