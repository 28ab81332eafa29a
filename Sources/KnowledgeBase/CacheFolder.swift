internal import Glibc

/// The folder of a cache, written by one process at a time.
///
/// New files are written first, under names that nothing knows yet; their writer holds a lock on each of
/// them until it is done. Then, holding a lock on the folder, the manifest is replaced, and whatever it does
/// not name and nobody holds is removed, but for each ``SideFile``. A process that dies loses its locks, and leaves either the old
/// state or the new one, and files that the next one removes.
struct CacheFolder {
  static let manifest = "manifest"

  static func name(ofPiece number: Int) -> String { String(number, radix: 36) + ".piece" }

  static func name(ofNames number: Int) -> String { String(number, radix: 36) + ".names" }

  private let path: String

  init(_ path: String) { self.path = path }

  /// Puts a new state in place of the one that it was made from.
  ///
  /// A state that another process has overtaken is not kept: it would name files that are gone. What it
  /// lacks, the next update sees.
  ///
  /// - Parameters:
  ///   - cache: The new state.
  ///   - table: The bytes of a ``FolderTable``.
  ///   - old: The state whose files it uses, if it uses any.
  /// - Returns: Whether the folder can be written; a cache that cannot be is no error.
  func keep(_ cache: Cache, table: [UInt8], replacing old: Cache?) -> Bool {
    File.makeFolder(path)
    let known = Set((old?.pieces.map(\.number) ?? []) + [old?.names.number].compactMap(\.self))
    var files = cache.pieces.filter { !known.contains($0.number) }.map { piece in
      (name: Self.name(ofPiece: piece.number), container: piece.container)
    }
    if !known.contains(cache.names.number) {
      files.append((Self.name(ofNames: cache.names.number), cache.names.container))
    }
    var held: [HeldFile] = []
    for file in files {
      guard let one = Self.held(path + "/" + file.name, file.container.bytes) else {
        for file in held { file.remove() }
        return false
      }
      held.append(one)
    }
    let isReplaced = locked {
      let now = Cache.manifest(in: path)
      guard old == nil || old?.manifest?.seal == now?.seal else { return nil }
      let manifest = cache.manifest(table: table)
      guard File.replace(path + "/" + Self.manifest, with: manifest.bytes) else { return false }
      removeAll(
        but: [Self.manifest] + cache.pieces.map { Self.name(ofPiece: $0.number) }
          + [Self.name(ofNames: cache.names.number)])
      return true
    }
    if isReplaced != true { for file in held { file.remove() } }
    return isReplaced ?? true
  }

  /// Writes a new file, more than once where another process removes it in the moment before it is locked.
  private static func held(_ path: String, _ bytes: [Region]) -> HeldFile? {
    for _ in 0..<mostTries {
      if let file = HeldFile(path, bytes: bytes) { return file }
    }
    return nil
  }

  private static let mostTries = 4

  /// Does something that no other process may do meanwhile; `nil` where another does, which is not waited for.
  private func locked(_ body: () -> Bool?) -> Bool? {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    // Where the file system knows no locks, the last one wins.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return nil }
    return body()
  }

  private func removeAll(but names: [String]) {
    guard let listing = Listing(path) else { return }
    for name in listing.otherFiles
    where !names.contains(name) && !name.hasSuffix(SideFile.suffix) {
      HeldFile.removeUnheld(path + "/" + name)
    }
  }
}

/// A file that this process has written and nobody knows of yet.
private final class HeldFile {
  private let path: String
  private let descriptor: Int32

  /// Writes a new file; `nil` if that fails, or if another process removed it before it was locked.
  init?(_ path: String, bytes: [Region]) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return nil }
    self.path = path
    self.descriptor = descriptor
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    var status = stat()
    let isWritten = bytes.allSatisfy { File.write($0, to: descriptor) }
    guard isWritten, unsafe fstat(descriptor, &status) == 0, status.st_nlink > 0 else {
      remove()
      return nil
    }
  }

  deinit { close(descriptor) }

  func remove() { _ = unsafe unlink(path) }

  /// Removes a file that no process is writing.
  static func removeUnheld(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return }
    _ = unsafe unlink(path)
  }
}
