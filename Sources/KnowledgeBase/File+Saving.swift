internal import Glibc

extension File {
  /// Writes files that a person named: each replaced whole where it is one, also at the other end of a link; a device
  /// or a pipe is written to and stays what it is.
  ///
  /// All are written beside their places before the first one is put there: where there is no room for one, all
  /// others stay as they were.
  ///
  /// - Parameter files: The paths and the bytes.
  /// - Throws: ``KnowledgeBaseError/unwritable(path:reason:)``.
  package static func save(
    _ files: [(path: String, bytes: [UInt8])]
  ) throws(KnowledgeBaseError) {
    try save(files[...])
  }

  /// Writes a file that a person named.
  ///
  /// - Throws: ``KnowledgeBaseError/unwritable(path:reason:)``.
  package static func save(_ bytes: [UInt8], to path: String) throws(KnowledgeBaseError) {
    try save([(path, bytes)])
  }

  /// Writes the first file beside its place, sees to the others, and puts it there.
  private static func save(
    _ files: ArraySlice<(path: String, bytes: [UInt8])>
  ) throws(KnowledgeBaseError) {
    guard let (path, bytes) = files.first else { return }
    let fail = { (number: Int32) in
      KnowledgeBaseError.unwritable(path: path, reason: unsafe String(cString: strerror(number)))
    }
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw fail(errno) }
      defer { close(descriptor) }
      try save(files.dropFirst())
      guard write(Region(bytes), to: descriptor) else { throw fail(errno) }
      return
    }
    var draft: FileDraft
    do throws(FileDraft.Failure) {
      draft = try FileDraft(exists ? canonical(path) : path, [Region(bytes)])
    } catch {
      throw fail(error.number)
    }
    try save(files.dropFirst())
    let number = draft.place()
    if number != 0 { throw fail(number) }
  }
}
