/// A file of the site and how it is made.
struct SiteFile: Sendable {
  /// What a file holds.
  struct Content: Sendable {
    var bytes: [UInt8]
    /// The files of the content folder that are to be copied for it.
    var copies: [String] = []
  }

  /// The path below the site's folder.
  let path: String

  /// What the file is made from; the same number means the same file.
  let key: UInt64

  /// Makes the file; called on any thread, and only if it is not there already.
  let make: @Sendable () throws(SiteError) -> Content

  /// A file that is made when it is needed.
  init(
    _ path: String, key: UInt64, make: @escaping @Sendable () throws(SiteError) -> Content
  ) {
    (self.path, self.key, self.make) = (path, key, make)
  }

  /// A file whose bytes are known.
  init(_ path: String, bytes: [UInt8]) {
    var digest = Digest()
    digest.add(bytes.count)
    digest.add(nameHash(bytes))
    self.init(path, key: digest.value) { () throws(SiteError) in Content(bytes: bytes) }
  }
}

/// Why a site cannot be built.
public enum SiteError: Error, Hashable, Sendable {
  /// The output folder holds files, and none of them says that a site was built there.
  case foreignFolder(String)
  /// What is called as the folder would be in which the next state of a site is made is none.
  case foreignDraft(String)
  /// Somebody put a file where the site wants one of its own.
  case foreignFile(String)
  /// The output folder is the content folder, or one of them lies in the other.
  case overlappingFolders(output: String, content: String)
  /// A file or folder cannot be written; the system's reason.
  case unwritable(path: String, reason: String)
  /// A note cannot be read any more; the system's reason.
  case unreadable(path: String, reason: String)
  /// Another build is writing the same site.
  case busy(String)
}
