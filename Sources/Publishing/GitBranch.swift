/// A branch of a git repository as a site's destination, as GitHub and GitLab serve such.
///
/// Each publication is a commit of the site's files on top of the branch. Neither the working tree nor the index is
/// touched, nor any branch that is being worked on.
public struct GitBranch: Sendable {
  private let git: Tool
  private let repository: String
  private let branch: String
  private let remote: String?

  /// Names a branch.
  ///
  /// - Parameters:
  ///   - branch: The branch; it need not exist.
  ///   - remote: The repository to which it is pushed, by name or address; `nil` for the local one alone.
  ///   - repository: A folder of the local repository.
  ///   - environment: The variables that git gets.
  /// - Throws: ``PublishingError/invalidDestination(_:)``.
  public init(
    _ branch: String = "gh-pages", remote: String? = "origin", repository: String,
    environment: [String: String]
  ) throws(PublishingError) {
    for name in [branch, remote ?? "origin"]
    where name.isEmpty || name.hasPrefix("-") || Self.namesHelper(name) {
      throw .invalidDestination(name)
    }
    (self.branch, self.remote, self.repository) = (branch, remote, repository)
    git = .git(environment)
  }

  /// Whether git would hand an address to another program: `ext::sh -c …` runs whatever follows.
  private static func namesHelper(_ remote: String) -> Bool {
    guard let end = remote.firstRange(of: "::") else { return false }
    return remote[..<end.lowerBound].allSatisfy {
      $0.isLetter || $0.isNumber || "+-._".contains($0)
    }
  }

  private var reference: String { "refs/heads/\(branch)" }

  /// Publishes a site.
  ///
  /// - Parameters:
  ///   - site: The site.
  ///   - options: How.
  ///   - message: What the commit says.
  /// - Throws: ``PublishingError``.
  /// - Returns: What was done.
  public func publish(
    _ site: BuiltSite, _ options: PublishingOptions, message: String
  ) throws(PublishingError) -> Publication {
    try check()
    let tip = try self.tip()
    let present = try tip.map { tip throws(PublishingError) in try files(of: tip) } ?? [:]
    let folder = try TemporaryFolder(git.environment)
    // GitHub would otherwise pass over what begins with an underscore.
    var sources = [".nojekyll": try folder.write([], to: ".nojekyll")]
    for file in site.files { sources[file] = site.place(of: file) }
    let paths = sources.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let hashes = try hash(paths.compactMap { sources[$0] }, isKept: false)
    var publication = Publication()
    var changes: [String] = []
    for (path, hash) in zip(paths, hashes) where present[path] != hash {
      publication.sent.append(path)
      changes.append("100644 \(hash)\t\(path)")
    }
    for path in present.keys.sorted() where sources[path] == nil && BuiltSite.isOwn(path) {
      if options.deletes {
        publication.removed.append(path)
        changes.append("0 \(String(repeating: "0", count: hashes[0].utf8.count))\t\(path)")
      } else {
        publication.strays.append(path)
      }
    }
    try BuiltSite.checkRemoving(publication.removed, at: branch) { present[$0] != nil }
    if publication.isEmpty || options.isTrial { return publication }
    _ = try hash(publication.sent.compactMap { sources[$0] }, isKept: true)
    let tree = try tree(changes, on: tip, index: folder.path + "/index")
    let parent = tip.map { ["-p", $0] } ?? []
    let commit = try line(["commit-tree", tree] + parent + ["-m", message])
    publication.commit = commit
    try move(to: commit, from: tip)
    return publication
  }

  /// Whether this is a repository, and the branch one that may be written by somebody.
  private func check() throws(PublishingError) {
    guard try attempt(["rev-parse", "--git-dir"]).status == 0 else {
      throw .noRepository(folder: repository)
    }
    guard try attempt(["check-ref-format", reference]).status == 0 else {
      throw .invalidDestination(branch)
    }
    let head = try attempt(["symbolic-ref", "--quiet", "HEAD"])
    if head.lines.first.map(String.init) == reference { throw .branchInUse(branch) }
    // Before anything is hashed or fetched.
    guard try attempt(["var", "GIT_COMMITTER_IDENT"]).status == 0 else { throw .noIdentity }
  }

  /// The last commit of the branch, fetched if the remote has a newer one; `nil` if there is none.
  private func tip() throws(PublishingError) -> String? {
    guard let remote else {
      let found = try attempt(["rev-parse", "--verify", "--quiet", reference])
      return found.status == 0 ? found.lines.first.map(String.init) : nil
    }
    let listing = try run(["ls-remote", remote, reference])
    guard let hash = listing.lines.first?.prefix(while: { $0 != "\t" }) else { return nil }
    if try attempt(["cat-file", "-e", "\(hash)^{commit}"]).status != 0 {
      try run(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", remote, reference])
    }
    return String(hash)
  }

  /// The files of a commit, each with the hash of what it holds.
  private func files(of commit: String) throws(PublishingError) -> [String: String] {
    let listing = try run(["ls-tree", "-r", "-z", "--full-tree", commit])
    var files: [String: String] = [:]
    // 100644 blob HASH<tab>PATH
    for entry in listing.output.split(separator: 0) {
      guard let tab = entry.firstIndex(of: 9) else { continue }
      let head = String(decoding: entry[..<tab], as: UTF8.self).split(separator: " ")
      guard head.count == 3 else { continue }
      files[String(decoding: entry[(tab + 1)...], as: UTF8.self)] = String(head[2])
    }
    return files
  }

  /// The hashes of files, which are kept in the repository if asked for.
  private func hash(_ places: [String], isKept: Bool) throws(PublishingError) -> [String] {
    let input = Array(places.map { $0 + "\n" }.joined().utf8)
    let options = isKept ? ["-w"] : []
    return try run(["hash-object", "--no-filters", "--stdin-paths"] + options, input: input)
      .lines.map(String.init)
  }

  /// Makes a tree of what a commit holds and some changes, in an index of its own.
  private func tree(
    _ changes: [String], on tip: String?, index: String
  ) throws(PublishingError) -> String {
    var git = git
    git.environment["GIT_INDEX_FILE"] = index
    try git.run(["-C", repository, "read-tree", tip ?? "--empty"])
    let input = Array(changes.map { $0 + "\0" }.joined().utf8)
    try git.run(
      ["-C", repository, "update-index", "--replace", "-z", "--index-info"], input: input)
    return try git.run(["-C", repository, "write-tree"]).lines.first.map(String.init) ?? ""
  }

  /// Makes a commit the branch's last, unless somebody else was faster.
  private func move(to commit: String, from tip: String?) throws(PublishingError) {
    if let remote {
      try run(["push", "--quiet", remote, "\(commit):\(reference)"])
    } else {
      let none = String(repeating: "0", count: commit.utf8.count)
      try run(["update-ref", reference, commit, tip ?? none])
    }
  }

  // MARK: - Git

  private func attempt(_ arguments: [String]) throws(PublishingError) -> Tool.Outcome {
    try git.attempt(["-C", repository] + arguments)
  }

  @discardableResult
  private func run(
    _ arguments: [String], input: [UInt8] = []
  ) throws(PublishingError) -> Tool.Outcome {
    try git.run(["-C", repository] + arguments, input: input)
  }

  private func line(_ arguments: [String]) throws(PublishingError) -> String {
    try run(arguments).lines.first.map(String.init) ?? ""
  }
}
