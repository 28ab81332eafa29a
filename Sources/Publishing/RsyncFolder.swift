internal import Glibc

/// A folder here or on another machine as a site's destination, by rsync.
public struct RsyncFolder: Sendable {
  private let rsync: Tool
  private let destination: String

  /// The folder as it was named, if it is one of this machine.
  public let here: String?

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
    here = Self.namesHost(destination) ? nil : destination
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
    if let here, let place = resolved(here) { try check(place, site) }
    // What another machine has is not known.
    if options.deletes, let here, !BuiltSite.marks.allSatisfy({ isThere(here + "/" + $0) }) {
      let trial = try transfer(site, .init(deletes: true, isTrial: true))
      try BuiltSite.checkRemoving(trial.removed, at: here) { _ in false }
    }
    return try transfer(site, options)
  }

  private func transfer(
    _ site: BuiltSite, _ options: PublishingOptions
  ) throws(PublishingError) -> Publication {
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

  // MARK: - Where

  /// Sees to it that a folder here is none in which site or notes are, nor one of theirs: the site would be copied
  /// into itself or go among the notes, and what is theirs would be removed.
  ///
  /// - Parameters:
  ///   - place: The folder, as an absolute path without links; it need not be there.
  ///   - site: The site.
  ///   - notes: The folder of the notes, likewise.
  /// - Throws: ``PublishingError/overlapsSite(destination:site:)`` or
  ///   ``PublishingError/overlapsNotes(destination:notes:)``.
  public func check(
    _ place: String, _ site: BuiltSite, notes: String? = nil
  ) throws(PublishingError) {
    if Self.overlap(place, site.folder) {
      throw .overlapsSite(destination: place, site: site.folder)
    }
    if let notes, Self.overlap(place, notes) {
      throw .overlapsNotes(destination: place, notes: notes)
    }
  }

  /// Whether two folders are the same, or one holds the other.
  private static func overlap(_ one: String, _ other: String) -> Bool {
    let (one, other) = (one == "/" ? one : one + "/", other == "/" ? other : other + "/")
    return one.hasPrefix(other) || other.hasPrefix(one)
  }

  /// Whether rsync reads a destination as that of another machine: a colon comes before the first slash, and
  /// brackets, if any, hold all of the host.
  static func namesHost(_ destination: String) -> Bool {
    var rest = Array(destination.utf8)[...]
    var isStart = true
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "/"): return false
      case UInt8(ascii: "["):
        let host = rest.prefix { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "/") }
        rest = rest.dropFirst(host.count)
        guard isStart, !host.isEmpty, rest.popFirst() == UInt8(ascii: "]"),
          rest.first == UInt8(ascii: ":")
        else { return false }
      default: break
      }
      isStart = byte == UInt8(ascii: "@")
    }
    return false
  }

  private func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private func isThere(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }
}
