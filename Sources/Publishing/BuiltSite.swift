internal import Glibc

/// The files of a built site that are for readers.
///
/// Names that begin with a dot are what the build keeps to itself, but `.well-known` and `.nojekyll`; links are
/// not followed.
public struct BuiltSite: Sendable {
  /// The folder, as an absolute path without links.
  public let folder: String

  /// The files' paths below the folder, in the order of their bytes.
  public let files: [String]

  /// Lists the files of a site.
  ///
  /// - Parameter folder: The folder of the site.
  /// - Throws: ``PublishingError/notBuilt(folder:)``, or ``PublishingError/inaccessible(path:reason:)`` for a
  ///   folder in it that cannot be listed.
  /// - Complexity: O(*n* log *n*) in the number of files.
  public init(_ folder: String) throws(PublishingError) {
    guard let resolved = unsafe realpath(folder, nil) else { throw .notBuilt(folder: folder) }
    self.folder = unsafe String(cString: resolved)
    unsafe free(resolved)
    var files: [String] = []
    try Self.list(self.folder, below: "", into: &files)
    guard files.contains("index.html") else { throw .notBuilt(folder: folder) }
    self.files = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Where a file is.
  func place(of file: String) -> String { folder + "/" + file }

  /// Whether publishing may remove what the destination has at a path and the site has not.
  ///
  /// Nothing that is hidden is removed, `.well-known` included, where others prove that a domain is theirs, nor is
  /// `CNAME`, which GitHub puts there.
  static func isOwn(_ path: String) -> Bool {
    path != "CNAME" && path.split(separator: "/").allSatisfy { !$0.hasPrefix(".") }
  }

  /// What every site has, and hardly a folder of anything else.
  static let marks = ["index.html", "search/manifest.json"]

  /// Sees to it that only what was published before is removed: a destination that holds files, but no site, is
  /// somebody's for something else.
  ///
  /// - Parameters:
  ///   - removed: What would be removed.
  ///   - destination: Where, as a person would name it.
  ///   - holds: Whether a path of a site is there.
  /// - Throws: ``PublishingError/foreignDestination(_:files:)``.
  static func checkRemoving(
    _ removed: [String], at destination: String, holds: (String) -> Bool
  ) throws(PublishingError) {
    // S3's console makes objects that stand for folders.
    let count = removed.count { !$0.isEmpty && !$0.hasSuffix("/") }
    guard count == 0 || marks.allSatisfy(holds) else {
      throw .foreignDestination(destination, files: count)
    }
  }

  private static func isVisible(_ name: some StringProtocol) -> Bool {
    !name.hasPrefix(".") || name == ".well-known" || name == ".nojekyll"
  }

  private static func list(
    _ folder: String, below prefix: String, into files: inout [String]
  ) throws(PublishingError) {
    guard let stream = unsafe opendir(folder) else {
      throw .inaccessible(path: folder, reason: systemReason())
    }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard isVisible(name) else { continue }
      var status = stat()
      guard unsafe lstat(folder + "/" + name, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try list(folder + "/" + name, below: prefix + name + "/", into: &files)
      case S_IFREG: files.append(prefix + name)
      default: break
      }
    }
  }
}

/// The system's words for what went wrong last.
func systemReason() -> String { unsafe String(cString: strerror(errno)) }
