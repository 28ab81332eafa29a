internal import CLinux
internal import Glibc
internal import KnowledgeBase
internal import Threads

/// The folder of a site while the next state of it is made beside: put in its place whole, or not at all.
///
/// The draft is locked while it is filled: of two builds of one site the second is refused. What a build that
/// was killed left behind is taken over by the next one. Whatever is emptied or removed here holds a site's record, the
/// draft from its first moment on, or nothing: a folder of somebody else's that is called so is refused.
final class OutputFolder: Sendable {
  /// The folder of the site.
  let path: String

  /// The folder beside it that is being filled.
  let draft: String

  private let lock: Int32

  /// Begins the next state of a site.
  ///
  /// - Parameter path: The folder of the site, which need not exist.
  /// - Throws: ``SiteError`` if the folder cannot be made, is being built already, or a folder that is no draft of a
  ///   site is called as the draft would be.
  init(_ path: String) throws(SiteError) {
    let path = File.canonical(path)
    let draft = path + ".nouveau"
    makeFolders(above: path)
    lock = try Self.locked(draft, for: path)
    (self.path, self.draft) = (path, draft)
    removeTrees(in: draft)
    removeTree(draft + "/" + SiteRecord.name)
    try write([], to: SiteRecord.name)
    takeOverOldStates()
  }

  deinit {
    // What was put in its place is no longer there.
    if Self.isSite(draft) { removeSite(draft) }
    close(lock)
  }

  /// Makes a folder and locks it.
  private static func locked(_ draft: String, for path: String) throws(SiteError) -> Int32 {
    for _ in 0..<mostTries {
      guard unsafe mkdir(draft, 0o755) == 0 || errno == EEXIST else {
        throw .unwritable(path: draft, reason: reason())
      }
      let descriptor = unsafe open(draft, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else {
        if errno == ENOENT { continue }
        // A file, or a link.
        if errno == ENOTDIR || errno == ELOOP { throw .foreignDraft(draft) }
        throw .unwritable(path: draft, reason: reason())
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        throw .busy(path)
      }
      var own = stat()
      var there = stat()
      // Between opening and locking, the folder may have become the site.
      if unsafe fstat(descriptor, &own) == 0, unsafe stat(draft, &there) == 0,
        own.st_ino == there.st_ino
      {
        if isSite(draft) { return descriptor }
        close(descriptor)
        throw .foreignDraft(draft)
      }
      close(descriptor)
    }
    throw .busy(path)
  }

  private static let mostTries = 8

  /// What the state that is replaced is called while it is removed; the number of the process follows.
  private var oldName: String { path + ".ancien." }

  /// Removes old states whose builds were killed while they removed them.
  ///
  /// Where a file system cannot exchange two folders, a build may have been killed between the two steps in which it put
  /// the new state in place: then the old state is the site.
  private func takeOverOldStates() {
    let end = oldName.lastIndex(of: "/").map { oldName.index(after: $0) } ?? oldName.startIndex
    let beginning = oldName[end...]
    let folder = end == oldName.startIndex ? "." : String(oldName[..<end])
    for name in entryNames(of: folder) where name.hasPrefix(beginning) {
      guard let process = pid_t(name.dropFirst(beginning.count)), process > 0,
        process == getpid() || (kill(process, 0) != 0 && errno == ESRCH)
      else { continue }
      let old = folder + "/" + name
      guard Self.isSite(old) else { continue }
      if unsafe access(path, F_OK) != 0, unsafe rename(old, path) == 0 { continue }
      removeSite(old)
    }
  }

  /// Takes a file of the present state over into the next one; whether that could be done.
  func keep(_ name: String) -> Bool { DraftFolder(self).keep(name) }

  /// Writes a file of the next state.
  func write(_ bytes: [UInt8], to name: String) throws(SiteError) {
    try DraftFolder(self).write(bytes, to: name)
  }

  /// Copies a file into the next state.
  func copy(_ source: String, to name: String) throws(SiteError) {
    try DraftFolder(self).copy(source, to: name)
  }

  /// Takes over what others put into the folder of the site: a name for the server, a repository.
  ///
  /// - Throws: ``SiteError/foreignFile(_:)`` where the site wants a file of that name.
  /// - Complexity: O(*n*) in the number of files of the site.
  func keepOthers() throws(SiteError) {
    let known = SiteRecord.paths(readHead(of: path + "/" + SiteRecord.name, count: 1 << 28))
    guard !known.isEmpty else { return }
    var folders: Set<Substring> = []
    for name in known {
      var rest = name[...]
      while let slash = rest.lastIndex(of: "/"), folders.insert(rest[..<slash]).inserted {
        rest = rest[..<slash]
      }
    }
    try keepOthers(in: "", knowing: known.union([SiteRecord.name]), folders)
  }

  private func keepOthers(
    in folder: String, knowing known: Set<String>, _ folders: Set<Substring>
  ) throws(SiteError) {
    for last in entryNames(of: path + "/" + folder) {
      let name = folder + last
      if known.contains(name) { continue }
      if folders.contains(name[...]) {
        try keepOthers(in: name + "/", knowing: known, folders)
      } else if isFolder(path + "/" + name) {
        makeFolders(above: draft + "/" + name)
        guard unsafe mkdir(draft + "/" + name, 0o755) == 0 || isFolder(draft + "/" + name) else {
          throw .foreignFile(path + "/" + name)
        }
        try keepOthers(in: name + "/", knowing: known, folders)
      } else if unsafe link(path + "/" + name, draft + "/" + name) != 0 {
        if errno == ENOENT {
          makeFolders(above: draft + "/" + name)
          if unsafe link(path + "/" + name, draft + "/" + name) == 0 { continue }
        }
        guard errno == EEXIST || errno == ENOTDIR else {
          throw .unwritable(path: draft + "/" + name, reason: reason())
        }
        throw .foreignFile(path + "/" + name)
      }
    }
  }

  /// Completes the next state: what is known of it takes the place of the empty record, in one step.
  func complete(_ record: SiteRecord) throws(SiteError) {
    let name = SiteRecord.name + ".nouveau"
    try write(record.bytes, to: name)
    guard unsafe rename(draft + "/" + name, draft + "/" + SiteRecord.name) == 0 else {
      throw .unwritable(path: draft, reason: reason())
    }
  }

  /// Puts the next state in the place of the present one.
  ///
  /// Both are exchanged in one step where the file system can; a reader of the folder sees the one or the
  /// other. Then the old state is removed: only that of a site, whatever happened to the folder meanwhile.
  func replace() throws(SiteError) {
    if unsafe rename(draft, path) == 0 { return }
    guard errno == ENOTEMPTY || errno == EEXIST else {
      throw .unwritable(path: path, reason: reason())
    }
    guard Self.isSite(path) else { throw .foreignFolder(path) }
    let old = oldName + String(getpid())
    guard Self.isSite(old) else { throw .foreignFolder(old) }
    removeSite(old)
    if unsafe awsnotes_exchange(draft, path) == 0 {
      _ = unsafe rename(draft, old)
    } else {
      guard unsafe rename(path, old) == 0 else { throw .unwritable(path: path, reason: reason()) }
      guard unsafe rename(draft, path) == 0 else {
        let failure = SiteError.unwritable(path: path, reason: reason())
        _ = unsafe rename(old, path)
        throw failure
      }
    }
    // Whoever put another folder there in the last moment gets it back.
    guard Self.isSite(old) else {
      _ = unsafe awsnotes_exchange(path, old)
      _ = unsafe rename(old, draft)
      throw .foreignFolder(path)
    }
    removeSite(old)
  }

  /// Whether a folder holds a site that was built or begun, or nothing.
  private static func isSite(_ path: String) -> Bool {
    unsafe access(path + "/" + SiteRecord.name, F_OK) == 0 || !holdsFiles(path)
  }
}

/// Whether a folder is there and holds something, or may: one that cannot be looked at is taken for somebody's.
func holdsFiles(_ path: String) -> Bool {
  guard let directory = unsafe opendir(path) else { return errno != ENOENT && errno != ENOTDIR }
  unsafe closedir(directory)
  return !entryNames(of: path).isEmpty
}

/// Whether a folder is there, and no link to one.
private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Why a folder cannot be looked at; `nil` if it can, or is no folder.
func reasonAgainstListing(_ path: String) -> String? {
  guard unsafe access(path, R_OK | X_OK) != 0, errno == EACCES else { return nil }
  return reason()
}

/// The names in a folder; none if it cannot be read.
func entryNames(of path: String) -> [String] {
  guard let directory = unsafe opendir(path) else { return [] }
  defer { unsafe closedir(directory) }
  var names: [String] = []
  while let entry = unsafe readdir(directory) {
    let name = unsafe entryName(entry)
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

/// Removes a site; as long as there is something of it, there is its record.
private func removeSite(_ path: String) {
  removeTrees(in: path)
  removeTree(path)
}

/// Removes what is in the folder of a site but its record, on several threads.
private func removeTrees(in path: String) {
  let names = entryNames(of: path).filter { $0 != SiteRecord.name }
  let threads = usefulThreads
  _ = concurrently(threads) { thread in
    for place in stride(from: thread, to: names.count, by: threads) {
      removeTree(path + "/" + names[place])
    }
  }
}

/// Removes a folder with everything in it; a link is removed, not followed.
func removeTree(_ path: String) {
  if unsafe unlink(path) == 0 || errno == ENOENT { return }
  for name in entryNames(of: path) { removeTree(path + "/" + name) }
  _ = unsafe rmdir(path)
}

private func entryName(_ entry: UnsafeMutablePointer<dirent>) -> String {
  unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
    unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
  }
}

/// The system's words for what went wrong last.
func reason() -> String { unsafe String(cString: strerror(errno)) }
