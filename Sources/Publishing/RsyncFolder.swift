internal import Glibc

/// A folder here or on another machine as a site's destination, by rsync.
public struct RsyncFolder: Sendable {
  private let rsync: Tool
  private let destination: String

  /// Names a folder.
  ///
  /// - Parameters:
  ///   - destination: A path, `host:path` or `user@host:path`.
  ///   - environment: The variables that rsync gets.
  /// - Throws: ``PublishingError/invalidDestination(_:)``.
  public init(_ destination: String, environment: [String: String]) throws(PublishingError) {
    guard !destination.isEmpty, !destination.hasPrefix("-") else {
      throw .invalidDestination(destination)
    }
    self.destination = destination.hasSuffix("/") ? destination : destination + "/"
    rsync = .rsync(environment)
  }

  /// Publishes a site: what changed is sent, going by checksums, and put in place at the end.
  ///
  /// - Parameters:
  ///   - site: The site.
  ///   - options: How.
  /// - Throws: ``PublishingError``.
  /// - Returns: What was done; what the destination has besides is not told.
  public func publish(
    _ site: BuiltSite, _ options: PublishingOptions
  ) throws(PublishingError) -> Publication {
    try check(site)
    var arguments = [
      "--recursive", "--checksum", "--times", "--omit-dir-times", "--chmod=D755,F644",
      "--delay-updates", "--mkpath", "--secluded-args", "--8-bit-output", "--out-format=%i %n",
    ]
    // What a transfer that was killed had put there, to be moved at its end.
    if options.deletes {
      arguments += ["--filter=risk \(Self.draft)/", "--filter=risk \(Self.draft)/**"]
      let kept = ["/CNAME", ".*", ".*/**"]
      arguments += ["--delete-after"] + kept.map { "--filter=protect " + $0 }
    }
    arguments += ["--include=.well-known/", "--include=.nojekyll", "--exclude=.*"]
    if options.isTrial { arguments.append("--dry-run") }
    let outcome = try rsync.run(arguments + ["--", site.folder + "/", destination])
    var publication = Publication()
    for line in outcome.lines {
      // `<f+++++++++ path` or `*deleting   path`
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let path = String(parts[1].drop { $0 == " " })
      if parts[0] == "*deleting" {
        let isDraft = path.contains(Self.draft + "/")
        if !path.hasSuffix("/"), !isDraft { publication.removed.append(path) }
      } else if parts[0].dropFirst().first == "f", "<>".contains(line.prefix(1)) {
        publication.sent.append(path)
      }
    }
    publication.sent.sort()
    publication.removed.sort()
    return publication
  }

  /// Where rsync keeps what it puts in place at the end.
  private static let draft = ".~tmp~"

  /// Sees to it that a folder here is not one in which the site itself is: much else would be in it, too.
  private func check(_ site: BuiltSite) throws(PublishingError) {
    let host = destination.prefix { $0 != "/" }
    guard !host.contains(":"), let resolved = unsafe realpath(destination, nil) else { return }
    defer { unsafe free(resolved) }
    let path = unsafe String(cString: resolved)
    if site.folder == path || site.folder.hasPrefix(path == "/" ? path : path + "/") {
      throw .overlapping(destination: destination)
    }
  }
}
