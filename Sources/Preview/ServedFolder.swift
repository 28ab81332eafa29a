internal import CLinux
internal import Glibc

/// The folder of a site, in which a path finds nothing but what lies in it.
///
/// The folder is opened anew for each request, so that it may be replaced by another of the same name. Names
/// are then followed one by one from there, and no symbolic link is: neither a link nor a race leads out.
struct ServedFolder {
  /// The folder.
  let path: String

  /// What a path leads to.
  enum Found {
    case file(OpenFile)
    /// A folder that was asked for as a file is.
    case folder
    case nothing
  }

  /// Opens what a path leads to: a file, or the page `index.html` of a folder.
  ///
  /// - Complexity: O(*n*) in the number of names; nothing is read.
  func find(_ request: RequestPath) -> Found {
    guard var place = Place(path) else { return .nothing }
    for name in request.names.dropLast(request.isFolder ? 0 : 1) {
      guard let next = place.folder(name) else { return .nothing }
      place = next
    }
    if request.isFolder { return place.file(Array("index.html".utf8)) }
    return place.file(request.names[request.names.count - 1])
  }
}

/// An open folder.
private struct Place: ~Copyable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Opens the folder of the site, waiting a moment where it is just being replaced.
  init?(_ path: String) {
    for _ in 0..<Self.mostTries {
      let opened = unsafe open(path, open_path_only | O_DIRECTORY | O_CLOEXEC)
      if opened >= 0 {
        descriptor = opened
        return
      }
      guard errno == ENOENT else { return nil }
      usleep(Self.pause)
    }
    return nil
  }

  deinit { close(descriptor) }

  private static let mostTries = 8
  /// In microseconds.
  private static let pause: useconds_t = 3000

  /// Opens a folder in this one.
  func folder(_ name: [UInt8]) -> Place? {
    let opened = Self.opened(
      name, in: descriptor, open_path_only | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    return opened < 0 ? nil : Place(opened)
  }

  /// Opens a file in this folder; a pipe is not waited for.
  func file(_ name: [UInt8]) -> ServedFolder.Found {
    let opened = Self.opened(name, in: descriptor, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard opened >= 0 else { return .nothing }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0 else {
      close(opened)
      return .nothing
    }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    guard let file = OpenFile(opened, status) else { return isFolder ? .folder : .nothing }
    return .file(file)
  }

  private static func opened(_ name: [UInt8], in folder: Int32, _ flags: Int32) -> Int32 {
    unsafe openat(folder, (name + [0]).map(CChar.init(bitPattern:)), flags)
  }
}
