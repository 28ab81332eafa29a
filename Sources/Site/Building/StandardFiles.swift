/// The files that are the same for every site, and the names under which they are written.
struct StandardFiles {
  /// The names that pages load.
  var names: AssetNames

  /// The files.
  let files: [SiteFile]

  /// Tells these files from those of another version of the program.
  static let digest: UInt64 = {
    var digest = Digest()
    digest.add(formatVersion)
    for name in Assets.names {
      digest.add(name)
      digest.add(nameHash(Assets.bytes(name) ?? []))
    }
    return digest.value
  }()

  /// Raised where pages are made in another way.
  private static let formatVersion = 4

  /// Names the files after what they hold, so that a browser may keep them for ever.
  init() {
    var names = AssetNames()
    var files: [SiteFile] = []
    for name in Assets.names where name != OfflineFiles.worker {
      guard let bytes = Assets.bytes(name) else { continue }
      let parts = name.split(separator: ".", maxSplits: 1)
      let path = "assets/\(parts[0]).\(nameHash(bytes)).\(parts.count > 1 ? parts[1] : "")"
      files.append(SiteFile(path, bytes: bytes))
      switch name {
      case "style.css": names.style = path
      case "app.js": names.script = path
      case "icon.svg": names.icon = path
      case "quiz.wasm", "search.wasm":
        names.data.append(("\(parts[0])-wasm", path))
        // Where a page is read from a disk, only scripts can be loaded.
        let call = "awsnotes.module(\"\(path)\", \""
        let script = Array(call.utf8) + Base64.encoded(bytes) + Array("\")\n".utf8)
        files.append(SiteFile(path + ".js", bytes: script))
      default: names.data.append((String(parts[0]), path))
      }
    }
    (self.names, self.files) = (names, files)
  }
}
