internal import Glibc

/// One note's file below a content folder, and what tells whether it changed.
struct FileEntry: Hashable, Sendable {
  /// The path below the folder, with `/` between folders.
  var path: String

  var fingerprint: Fingerprint
}

/// A folder of notes, walked in the order of paths.
///
/// Hidden files and folders are passed over. Links to folders are followed, each folder once, so that
/// loops of links end.
struct Folder {
  /// A folder that was walked through.
  struct Directory {
    /// The path below the content folder: empty, or with `/` at its end.
    var path: String
    /// The device.
    var device: Int
    /// Its times and identity.
    var fingerprint: Fingerprint
    var isReadable = true
    /// Everything in it that had to be looked at: all but hidden entries and files that are no notes.
    var entries: [Entry] = []
  }

  /// Something in a folder.
  struct Entry {
    var name: String
    /// Of a note its own, of anything else that of its kind.
    var fingerprint: Fingerprint
    /// The place in `notes`; `nil` for what is no note.
    var note: Int?
  }

  /// The notes: files named `*.md` or `*.markdown`.
  private(set) var notes: [FileEntry] = []

  /// The paths of all other files.
  private(set) var others: Set<String> = []

  /// Folders and notes that could not be read.
  private(set) var unreadable: [String] = []

  /// The places in `notes` of those that were there and could not be read.
  var unreadNotes: Set<Int> = []

  /// How many folders and notes could not be read.
  var unreadableCount: Int { unreadable.count + unreadNotes.count }

  /// The folders, in the order in which they were walked through.
  private(set) var directories: [Directory] = []

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
    numberNotes()
  }

  /// Takes folders as they are known to be.
  init(_ directories: [Directory]) {
    self.directories = directories
    numberNotes()
    for directory in directories {
      if !directory.isReadable { unreadable.append(directory.path) }
      for entry in directory.entries
      where entry.fingerprint == .missing && Self.isMissed(entry.name) {
        unreadable.append(directory.path + entry.name)
      }
    }
  }

  private mutating func walk(_ path: String, below prefix: String, status: stat) {
    guard seen.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted else { return }
    var directory = Directory(
      path: prefix, device: Int(bitPattern: UInt(status.st_dev)), fingerprint: Fingerprint(status))
    guard let listing = Listing(path) else {
      unreadable.append(prefix)
      directory.isReadable = false
      directories.append(directory)
      return
    }
    var folders: [(String, stat)] = []
    for name in listing.names {
      var status = stat()
      guard unsafe fstatat(listing.descriptor, name, &status, 0) == 0 else {
        // A link that leads nowhere, or a name that is no UTF-8.
        if Self.isMissed(name) { unreadable.append(prefix + name) }
        directory.entries.append(Entry(name: name, fingerprint: .missing))
        continue
      }
      let kind = status.st_mode & S_IFMT
      if kind == S_IFREG, isNoteName(name) {
        directory.entries.append(Entry(name: name, fingerprint: Fingerprint(status), note: 0))
        continue
      }
      directory.entries.append(Entry(name: name, fingerprint: Fingerprint(kindOf: status)))
      if kind == S_IFDIR { folders.append((name, status)) }
      if kind == S_IFREG { others.insert(prefix + name) }
    }
    others.formUnion(listing.otherFiles.map { prefix + $0 })
    directories.append(directory)
    for (name, status) in folders {
      walk(path + "/" + name, below: prefix + name + "/", status: status)
    }
  }

  /// Whether it matters that something is not there under its name: a note, or a folder whose name is no UTF-8.
  private static func isMissed(_ name: String) -> Bool {
    isNoteName(name) || name.contains(UnreadableEntry.replacement)
  }

  /// Lists the notes in the order of their paths, and tells each entry its place there.
  private mutating func numberNotes() {
    var places: [(file: FileEntry, directory: Int, entry: Int)] = []
    for (number, directory) in directories.enumerated() {
      for (place, entry) in directory.entries.enumerated() where entry.note != nil {
        let file = FileEntry(path: directory.path + entry.name, fingerprint: entry.fingerprint)
        places.append((file, number, place))
      }
    }
    places.sort { $0.file.path < $1.file.path }
    for (number, place) in places.enumerated() {
      directories[place.directory].entries[place.entry].note = number
    }
    notes = places.map(\.file)
  }
}

/// Whether a file is a note, by its name.
func isNoteName(_ name: String) -> Bool {
  name.hasSuffix(".md") || name.hasSuffix(".markdown") || name.hasSuffix(".MD")
}
