internal import CLinux
internal import Glibc
internal import Synchronization
internal import Threads

/// What became of a content folder since a table of it was made.
///
/// A folder whose times are the same holds the same names, so that it need not be listed; what is in it
/// may still have changed, so that each note is asked for its size and times, each link whether it
/// leads to where it led.
enum Look {
  case unchanged
  /// Notes changed, and nothing but these: their new fingerprints, by their places among all notes.
  case notes([Int: Fingerprint])
  /// Notes or folders came or went, or the folder must be walked through to know.
  case folders

  /// As many files as one thread looks at before another is worth while.
  private static let filesPerThread = 1000

  /// As many files as one thread takes at a time: who has done something else meanwhile takes fewer.
  private static let filesAtATime = 256

  /// Looks at everything that a table knows.
  ///
  /// - Parameters:
  ///   - root: The content folder.
  ///   - table: What is known of it.
  ///   - meanwhile: Something to be done on the calling thread before it helps the others.
  /// - Complexity: O(*f*) in the number of notes and folders, on several threads where there are many.
  init(at root: String, knowing table: FolderTable, meanwhile: () -> Void = {}) {
    let descriptor = unsafe open(root, open_path_only | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      self = .folders
      return
    }
    defer { close(descriptor) }
    let count = table.entryCount
    let begun = Atomic(0)
    let look = { @Sendable () -> PartialLook in
      var look = PartialLook(root: descriptor, table: table)
      while true {
        let first = begun.add(1, ordering: .relaxed).oldValue * Self.filesAtATime
        guard first < Swift.max(count, 1) else { return look }
        let end = Swift.min(first + Self.filesAtATime, count)
        look.look(at: first..<end, isLast: end == count)
      }
    }
    let looks = concurrently(
      Swift.max(1, Swift.min(usefulThreads, count / Self.filesPerThread)),
      first: {
        meanwhile()
        return look()
      }, others: { _ in look() })
    let changed = looks.reduce(into: [:]) { $0.merge($1.changed) { $1 } }
    let hasSameFolders = looks.allSatisfy { $0.hasSameFolders }
    self = hasSameFolders ? changed.isEmpty ? .unchanged : .notes(changed) : .folders
  }
}

/// A look at some of the entries of a table.
private struct PartialLook: Sendable {
  let root: Int32
  let table: FolderTable
  private(set) var changed: [Int: Fingerprint] = [:]
  private(set) var hasSameFolders = true

  init(root: Int32, table: FolderTable) {
    self.root = root
    self.table = table
  }

  /// Looks at entries and at their folders; empty folders belong to what comes after them.
  mutating func look(at entries: Range<Int>, isLast: Bool) {
    for place in table.firstFolder(reaching: entries.lowerBound)..<table.folderCount {
      let folder = table.folder(place)
      if folder.entries.lowerBound > entries.upperBound { break }
      let part = folder.entries.clamped(to: entries)
      let isMine =
        folder.entries.isEmpty
        && (entries.contains(folder.entries.lowerBound)
          || (isLast && folder.entries.lowerBound == entries.upperBound))
      if isMine || !part.isEmpty { look(at: folder, part) }
    }
  }

  private mutating func look(at folder: FolderTable.Record, _ entries: Range<Int>) {
    let descriptor = unsafe table.withPath(of: folder) { path in
      guard let path = unsafe path, unsafe path.pointee != 0 else { return dup(root) }
      return unsafe openat(root, path, open_path_only | O_DIRECTORY | O_CLOEXEC)
    }
    defer { close(descriptor) }
    var status = stat()
    guard descriptor >= 0, unsafe fstat(descriptor, &status) == 0,
      Int(bitPattern: UInt(status.st_dev)) == folder.device,
      hasSameNames(folder, descriptor, Fingerprint(status))
    else {
      hasSameFolders = false
      return
    }
    for entry in entries { look(atEntry: entry, in: descriptor) }
  }

  private mutating func look(atEntry entry: Int, in folder: Int32) {
    var status = stat()
    let isThere =
      unsafe table.withName(ofEntry: entry) { name in
        unsafe name.map { unsafe fstatat(folder, $0, &status, 0) } ?? -1
      } == 0
    let known = table.fingerprint(ofEntry: entry)
    if let note = table.note(ofEntry: entry) {
      guard isThere, status.st_mode & S_IFMT == S_IFREG else {
        hasSameFolders = false
        return
      }
      let found = Fingerprint(status)
      if found != known { changed[note] = found }
    } else if (isThere ? Fingerprint(kindOf: status) : .missing) != known {
      hasSameFolders = false
    }
  }

  /// Whether a folder holds the names that the table knows; it is listed only if its times changed.
  private func hasSameNames(
    _ folder: FolderTable.Record, _ descriptor: Int32, _ found: Fingerprint
  ) -> Bool {
    if folder.isReadable, found == folder.fingerprint { return true }
    guard let listing = Listing(at: descriptor) else { return !folder.isReadable }
    return folder.isReadable && listing.names == folder.entries.map { table.name(ofEntry: $0) }
  }
}
