internal import MediaTypes

/// An S3 bucket as a site's destination, with CloudFront before it if there is one, by the command line of AWS.
public struct S3Bucket: Sendable {
  let aws: Tool
  let bucket: String

  /// What stands before the paths of the site's files in the keys of objects: empty, or with a slash at its end.
  let prefix: String

  let distribution: String?

  /// Names a place in a bucket.
  ///
  /// - Parameters:
  ///   - address: `s3://bucket` or `s3://bucket/prefix`.
  ///   - distribution: The id of the CloudFront distribution that keeps copies.
  ///   - environment: The variables that `aws` gets; they tell region and credentials.
  /// - Throws: ``PublishingError/invalidDestination(_:)``.
  public init(
    _ address: String, distribution: String? = nil, environment: [String: String]
  ) throws(PublishingError) {
    guard address.hasPrefix("s3://") else { throw .invalidDestination(address) }
    let parts = address.dropFirst(5).split(separator: "/")
    guard let bucket = parts.first, Self.isBucket(bucket) else {
      throw .invalidDestination(address)
    }
    if let distribution, !Self.isDistribution(distribution) {
      throw .invalidDestination(distribution)
    }
    self.bucket = String(bucket)
    prefix = parts.dropFirst().map { $0 + "/" }.joined()
    self.distribution = distribution
    aws = .aws(environment)
  }

  private static func isBucket(_ name: Substring) -> Bool {
    (3...63).contains(name.utf8.count) && name.first != "-"
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
      }
  }

  private static func isDistribution(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
  }

  /// Publishes a site: first what pages need, then pages, then what is gone is removed.
  ///
  /// - Parameters:
  ///   - site: The site.
  ///   - options: How.
  /// - Throws: ``PublishingError``.
  /// - Returns: What was done.
  public func publish(
    _ site: BuiltSite, _ options: PublishingOptions
  ) throws(PublishingError) -> Publication {
    let present = try objects()
    var publication = Publication()
    var known: Set<String> = []
    for file in site.files {
      known.insert(file)
      if let object = present[file] {
        let bytes = try contents(of: site.place(of: file))
        if object.size == bytes.count, ObjectTag.matches(object.tag, bytes) { continue }
      }
      publication.sent.append(file)
    }
    let strays = present.keys.filter { !known.contains($0) && BuiltSite.isOwn($0) }.sorted()
    if options.deletes { publication.removed = strays } else { publication.strays = strays }
    try BuiltSite.checkRemoving(publication.removed, at: "s3://\(bucket)/\(prefix)") {
      present[$0] != nil
    }
    let stale = (publication.sent + publication.removed).filter { !Freshness.isImmutable($0) }
    if distribution != nil, !stale.isEmpty {
      publication.invalidated = Invalidation.paths(stale, below: try servedPrefix())
    }
    if options.isTrial || publication.isEmpty { return publication }
    try send(publication.sent, of: site)
    try remove(publication.removed)
    try invalidate(publication.invalidated)
    return publication
  }

  /// An object of the bucket.
  private struct Object {
    /// In bytes.
    var size: Int
    var tag: String
  }

  /// What is in the bucket below the prefix, by the path that it would have in the site.
  private func objects() throws(PublishingError) -> [String: Object] {
    var arguments = [
      "s3api", "list-objects-v2", "--bucket", bucket, "--output", "text", "--query",
      "Contents[].[Size,ETag,Key]",
    ]
    if !prefix.isEmpty { arguments += ["--prefix", prefix] }
    var objects: [String: Object] = [:]
    for line in try aws.run(arguments).lines {
      let parts = line.split(separator: "\t", maxSplits: 2)
      guard parts.count == 3, let size = Int(parts[0]), parts[2].hasPrefix(prefix) else { continue }
      let tag = String(parts[1].filter { $0 != "\"" })
      objects[String(parts[2].dropFirst(prefix.count))] = Object(size: size, tag: tag)
    }
    return objects
  }

  /// Sends files, all of a kind at once: starting the program takes longer than sending a page.
  private func send(_ files: [String], of site: BuiltSite) throws(PublishingError) {
    let kinds = Dictionary(grouping: files) { Kind($0) }
    for kind in kinds.keys.sorted() {
      let folder = try TemporaryFolder(aws.environment)
      for file in kinds[kind] ?? [] { try folder.link(site.place(of: file), as: file) }
      try aws.run([
        "s3", "cp", folder.path, "s3://\(bucket)/\(prefix)", "--recursive", "--only-show-errors",
        "--content-type", kind.type, "--cache-control", kind.freshness,
      ])
    }
  }

  /// What the headers of files have in common.
  private struct Kind: Hashable, Comparable {
    var isPage: Bool
    var type: String
    var freshness: String

    init(_ file: String) {
      let media = MediaType(ofFile: file)
      (isPage, type, freshness) = (media.isPage, media.header, Freshness.header(for: file))
    }

    /// Pages come last: what they name is then there.
    static func < (one: Kind, other: Kind) -> Bool {
      (one.isPage ? 1 : 0, one.type, one.freshness)
        < (other.isPage ? 1 : 0, other.type, other.freshness)
    }
  }
}
