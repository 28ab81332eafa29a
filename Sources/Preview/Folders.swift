internal import Glibc

/// Whether there is a folder of this name, or a link to one.
func isFolder(_ path: String) -> Bool {
  var status = stat()
  return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// The folders in a folder, and links to such, but hidden ones.
func folderNames(in path: String) -> [String] {
  guard let stream = unsafe opendir(path) else { return [] }
  defer { unsafe closedir(stream) }
  var names: [String] = []
  while let entry = unsafe readdir(stream) {
    let kind = unsafe Int(entry.pointee.d_type)
    guard kind != Int(DT_REG) else { continue }
    let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard !name.hasPrefix(".") else { continue }
    if kind == Int(DT_DIR) || isFolder(path + "/" + name) { names.append(name) }
  }
  return names
}

/// A path as the folder above and the last name.
func parted(_ path: String) -> (folder: String, name: String) {
  guard let slash = path.lastIndex(of: "/") else { return (".", path) }
  let folder = path[..<slash]
  return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
}

/// A path without links, `.` and `..`; what is not there yet keeps its name.
func canonical(_ path: String) -> String {
  let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  if let resolved = unsafe realpath(path, nil) {
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
  let (folder, name) = parted(path)
  guard folder != path, !name.isEmpty else { return path }
  let above = canonical(folder)
  return above == "/" ? "/" + name : above + "/" + name
}
