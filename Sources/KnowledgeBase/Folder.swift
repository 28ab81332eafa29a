internal import Glibc

/// One file below a content folder, and what tells whether it changed.
public struct FileEntry: Hashable, Sendable {
  /// The path below the folder, with `/` between folders.
  public var path: String

  /// Size in bytes, times of modification and of change in nanoseconds, and identity.
  var fingerprint: [Int]

  /// The size in bytes.
  public var size: Int { fingerprint[0] }

  /// The time of the last modification, in nanoseconds since 1970.
  var modified: Int { fingerprint[1] }
}

/// A folder of notes, walked in the order of paths.
///
/// Hidden files and folders are passed over. Links to folders are followed, each folder once, so that
/// loops of links end.
struct Folder {
  /// The notes: files named `*.md` or `*.markdown`.
  private(set) var notes: [FileEntry] = []

  /// The paths of all other files.
  private(set) var others: Set<String> = []

  /// Folders and notes that could not be read.
  private(set) var unreadable: [String] = []

  private var seen: Set<[UInt64]> = []

  /// Walks through a folder.
  ///
  /// - Parameter root: The path of the folder.
  /// - Throws: ``KnowledgeBaseError/folderNotFound(_:)`` if there is no such folder.
  init(_ root: String) throws(KnowledgeBaseError) {
    var status = stat()
    guard unsafe stat(root, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .folderNotFound(root)
    }
    walk(root, below: "", status: status)
    notes.sort { $0.path < $1.path }
  }

  private mutating func walk(_ directory: String, below prefix: String, status: stat) {
    guard seen.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted else { return }
    guard let stream = unsafe opendir(directory) else {
      unreadable.append(prefix)
      return
    }
    defer { unsafe closedir(stream) }
    var folders: [(String, String, stat)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      let isNote = name.hasSuffix(".md") || name.hasSuffix(".markdown") || name.hasSuffix(".MD")
      let kind = unsafe Int32(entry.pointee.d_type)
      if !isNote, kind == Int32(DT_REG) {
        others.insert(prefix + name)
        continue
      }
      var status = stat()
      guard unsafe fstatat(dirfd(stream), name, &status, 0) == 0 else {
        // A link that leads nowhere, or a name that is no UTF-8.
        if isNote { unreadable.append(prefix + name) }
        continue
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        folders.append((directory + "/" + name, prefix + name + "/", status))
      } else if status.st_mode & S_IFMT == S_IFREG {
        if isNote {
          notes.append(FileEntry(path: prefix + name, fingerprint: Self.fingerprint(status)))
        } else {
          others.insert(prefix + name)
        }
      }
    }
    folders.sort { $0.0 < $1.0 }
    for (directory, prefix, status) in folders { walk(directory, below: prefix, status: status) }
  }

  static func fingerprint(_ status: stat) -> [Int] {
    [
      status.st_size, status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec,
      status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec, Int(status.st_ino),
    ]
  }
}
