internal import Glibc
internal import KnowledgeBase

/// The git repository in which a folder lies, as far as a site wants to know of it.
///
///     GitRepository(containing: "Content")?.lastChanges(of: ["reseau/vpc.md"])
struct GitRepository: Sendable {
  /// The folder inside of it.
  let folder: String

  /// Tells one state of the history from another, without asking git: what is checked out, and its commit.
  let head: UInt64

  /// Looks for the repository of a folder, upwards; `nil` if it lies in none.
  ///
  /// - Parameter folder: A folder.
  /// - Complexity: A few small files are read.
  init?(containing folder: String) {
    var place = File.canonical(folder)
    while fileMode(place + "/.git") == nil {
      guard let slash = place.lastIndex(of: "/"), place != "/" else { return nil }
      place = slash == place.startIndex ? "/" : String(place[..<slash])
      if place == "/", fileMode("/.git") == nil { return nil }
    }
    // A worktree has a file in place of the folder, which names another.
    var own = place + "/.git"
    if let link = Self.text(own), link.hasPrefix("gitdir: ") {
      own = Self.path(String(link.dropFirst("gitdir: ".count)), in: place)
    }
    let common = Self.text(own + "/commondir").map { Self.path($0, in: own) } ?? own
    guard let head = Self.text(own + "/HEAD") else { return nil }
    var digest = Digest()
    digest.add(head)
    if head.hasPrefix("ref: ") {
      let name = head.dropFirst("ref: ".count)
      digest.add(Self.text(common + "/" + name))
      digest.add(fileKey(common + "/packed-refs") ?? 0)
      digest.add(Self.text(common + "/reftable/tables.list"))
    }
    (self.folder, self.head) = (folder, digest.value)
  }

  /// The first line of a file; `nil` if there is none.
  private static func text(_ path: String) -> String? {
    let bytes = readHead(of: path, count: 4096)
    guard !bytes.isEmpty else { return nil }
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  private static func path(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  // MARK: - Asking git

  /// When files were changed last, by one walk through the history, which ends as soon as all are found.
  ///
  /// - Parameter paths: Paths below the folder.
  /// - Returns: Seconds since 1970 by path, as the authors' clocks said; without files that no commit has, and
  ///   empty where there is no git.
  /// - Complexity: One process, O(*n*) in the number of commits and their files.
  func lastChanges(of paths: some Sequence<String>) -> [String: Int] {
    var wanted = Set(paths)
    var times: [String: Int] = [:]
    var time = 0
    let arguments = [
      "-c", "core.quotepath=off", "log", "--format=tformat:%x01%at", "--name-only", "--no-renames",
      "--relative", "--", ".",
    ]
    visitLines(of: arguments, endingIn: UInt8(ascii: "\n")) { line in
      if line.first == 1 {
        time = Int(String(decoding: line.dropFirst(), as: UTF8.self)) ?? 0
      } else if !line.isEmpty {
        let path = String(decoding: line, as: UTF8.self)
        if wanted.remove(path) != nil { times[path] = time }
      }
      return !wanted.isEmpty
    }
    return times
  }

  /// The files that are not as the last commit has them; empty where there is no git.
  func changedPaths() -> Set<String> {
    var paths: Set<String> = []
    let arguments = ["diff", "--name-only", "--no-ext-diff", "--relative", "-z", "HEAD", "--", "."]
    visitLines(of: arguments, endingIn: 0) { path in
      paths.insert(String(decoding: path, as: UTF8.self))
      return true
    }
    return paths
  }

  /// Runs git in the folder and visits what it writes, until `body` says that it is enough.
  private func visitLines(
    of arguments: [String], endingIn end: UInt8, _ body: (ArraySlice<UInt8>) -> Bool
  ) {
    guard
      let child = ReadProcess(
        ["git", "--no-optional-locks", "-C", folder, "--no-pager"] + arguments)
    else { return }
    var rest: [UInt8] = []
    while let bytes = child.read() {
      rest += bytes
      var start = 0
      while let stop = rest[start...].firstIndex(of: end) {
        guard body(rest[start..<stop]) else { return }
        start = stop + 1
      }
      rest.removeFirst(start)
    }
  }
}

/// What kind of file a path leads to; `nil` if to none.
private func fileMode(_ path: String) -> mode_t? {
  var status = stat()
  return unsafe stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
}
