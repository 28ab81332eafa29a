internal import Glibc

/// A folder that nobody else can read, and that is gone with everything in it when this is.
struct TemporaryFolder: ~Copyable {
  let path: String

  /// Makes a folder where the environment says that such go.
  init(_ environment: [String: String]) throws(PublishingError) {
    let parent = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? P_tmpdir
    var name = Array("\(parent)/awsnotes.XXXXXX".utf8CString)
    guard unsafe mkdtemp(&name) != nil else {
      throw .inaccessible(path: parent, reason: systemReason())
    }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Writes a file; its path.
  func write(_ bytes: [UInt8], to name: String) throws(PublishingError) -> String {
    let file = path + "/" + name
    guard let stream = unsafe fopen(file, "we") else {
      throw .inaccessible(path: file, reason: systemReason())
    }
    let count = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, stream) }
    guard unsafe fclose(stream) == 0, count == bytes.count else {
      throw .inaccessible(path: file, reason: systemReason())
    }
    return file
  }

  /// Makes a link to a file, with the folders above it.
  func link(_ target: String, as name: String) throws(PublishingError) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      _ = unsafe mkdir(folder, 0o700)
    }
    guard unsafe symlink(target, path + "/" + name) == 0 else {
      throw .inaccessible(path: path + "/" + name, reason: systemReason())
    }
  }

  private static func remove(_ path: String) {
    if unsafe unlink(path) == 0 || errno == ENOENT { return }
    if let stream = unsafe opendir(path) {
      while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      unsafe closedir(stream)
    }
    _ = unsafe rmdir(path)
  }
}

/// The bytes of a file.
func contents(of path: String) throws(PublishingError) -> [UInt8] {
  guard let stream = unsafe fopen(path, "re") else {
    throw .inaccessible(path: path, reason: systemReason())
  }
  defer { unsafe fclose(stream) }
  var bytes: [UInt8] = []
  while true {
    let part = unsafe [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
      count = unsafe fread(buffer.baseAddress, 1, buffer.count, stream)
    }
    guard !part.isEmpty else { break }
    bytes += part
  }
  guard unsafe ferror(stream) == 0 else { throw .inaccessible(path: path, reason: systemReason()) }
  return bytes
}
