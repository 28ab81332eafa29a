internal import Glibc

/// The two folders of an ``OutputFolder``, as the threads that fill it know them.
struct DraftFolder: Sendable {
  private let path: String
  private let draft: String

  init(_ folder: OutputFolder) { (path, draft) = (folder.path, folder.draft) }

  /// Takes a file over; whether that could be done.
  func keep(_ name: String) -> Bool {
    let target = draft + "/" + name
    if unsafe link(path + "/" + name, target) == 0 { return true }
    guard errno == ENOENT else { return false }
    makeFolders(above: target)
    return unsafe link(path + "/" + name, target) == 0
  }

  /// Takes a file over if it holds these bytes.
  func keepIfSame(_ name: String, _ bytes: [UInt8]) -> Bool {
    var status = stat()
    guard unsafe stat(path + "/" + name, &status) == 0, status.st_size == bytes.count,
      readHead(of: path + "/" + name, count: bytes.count + 1) == bytes
    else { return false }
    return keep(name)
  }

  /// Writes a new file.
  func write(_ bytes: [UInt8], to name: String) throws(SiteError) {
    let target = draft + "/" + name
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    var descriptor = unsafe open(target, flags, 0o644)
    if descriptor < 0, errno == ENOENT {
      makeFolders(above: target)
      descriptor = unsafe open(target, flags, 0o644)
    }
    guard descriptor >= 0 else { throw .unwritable(path: target, reason: reason()) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .unwritable(path: target, reason: reason()) }
      written += count
    }
  }

  /// Copies a file from elsewhere.
  func copy(_ source: String, to name: String) throws(SiteError) {
    let target = draft + "/" + name
    makeFolders(above: target)
    let from = openFile(source)
    guard from >= 0 else { throw .unreadable(path: source, reason: reason()) }
    defer { close(from) }
    let to = unsafe open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard to >= 0 else { throw .unwritable(path: target, reason: reason()) }
    defer { close(to) }
    while true {
      let count = sendfile(to, from, nil, 1 << 30)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unwritable(path: target, reason: reason()) }
      if count == 0 { return }
    }
  }
}

/// Makes the folders above a file: mostly the nearest alone is missing.
func makeFolders(above path: String) {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else {
    return
  }
  let folder = String(path[..<slash])
  guard unsafe mkdir(folder, 0o755) != 0, errno == ENOENT else { return }
  makeFolders(above: folder)
  _ = unsafe mkdir(folder, 0o755)
}

/// When a file was changed, in seconds since 1970; `nil` if there is none.
func changeTime(of path: String) -> Int? {
  var status = stat()
  return unsafe stat(path, &status) == 0 ? status.st_mtim.tv_sec : nil
}

/// What tells whether a file changed: its size and its time; `nil` if there is none.
func fileKey(_ path: String) -> UInt64? {
  var status = stat()
  guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  var digest = Digest()
  digest.add(status.st_size)
  digest.add(status.st_mtim.tv_sec)
  digest.add(status.st_mtim.tv_nsec)
  return digest.value
}
