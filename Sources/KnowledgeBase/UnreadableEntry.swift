internal import Glibc

/// A note or a folder of notes that cannot be read.
public struct UnreadableEntry: Hashable, Sendable {
  /// Why it cannot.
  public enum Reason: Hashable, Sendable {
    /// The system does not allow it.
    case permissions
    /// It is a link that leads nowhere, or in circles.
    case brokenLink
    /// Its name is no UTF-8: what cannot be spelled is not found again.
    case notUnicode
  }

  /// The path below the content folder; empty for that folder itself.
  public let path: String

  /// Why it cannot be read.
  public let reason: Reason

  /// What stands in a name for bytes that are no UTF-8.
  static let replacement: Character = "\u{FFFD}"

  /// - Parameters:
  ///   - path: What a ``Folder`` found unreadable.
  ///   - root: The content folder.
  fileprivate init(_ path: String, in root: String) {
    self.path = path
    var status = stat()
    let isThere = unsafe lstat(root + "/" + path, &status) == 0
    if isThere, status.st_mode & S_IFMT == S_IFLNK, !File.exists(root + "/" + path) {
      reason = .brokenLink
    } else if !isThere, errno == ENOENT, path.contains(Self.replacement) {
      reason = .notUnicode
    } else {
      reason = .permissions
    }
  }

  /// A note that may not be read.
  fileprivate init(forbidden path: String) { (self.path, reason) = (path, .permissions) }
}

extension Library {
  /// How many notes there are in a folder, looked for in the folder itself.
  ///
  /// - Parameter settings: Where the notes are.
  /// - Returns: The number of notes, and the entries that cannot be read, some of these notes among them.
  /// - Throws: ``KnowledgeBaseError/folderNotFound(_:)``.
  /// - Complexity: O(*f*) in the number of files.
  public static func countNotes(
    _ settings: Settings
  ) throws(KnowledgeBaseError) -> (notes: Int, unreadable: [UnreadableEntry]) {
    let folder = try Folder(settings.content)
    let forbidden = folder.notes.lazy.map(\.path).filter { path in
      unsafe faccessat(AT_FDCWD, settings.content + "/" + path, R_OK, AT_EACCESS) != 0
    }
    return (
      folder.notes.count,
      folder.unreadable.map { UnreadableEntry($0, in: settings.content) }
        + forbidden.map { UnreadableEntry(forbidden: $0) }
    )
  }
}
