import Foundation
import Preview

/// A folder for one test, gone when this is; a server may outlive it.
final class TemporarySite {
  /// A folder that nobody else has; the site is `site` in it.
  let folder: String

  /// The folder of the site.
  var site: String { folder + "/site" }

  private(set) var server: PreviewServer?

  init(_ files: [String: String] = ["index.html": "<!DOCTYPE html><body>Accueil</body>"]) {
    folder =
      FileManager.default.temporaryDirectory.appending(path: "awsnotes-\(UUID().uuidString)").path
    makeFolder("site")
    for (name, text) in files { write(text, to: "site/" + name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Serves the site on a port of the system's choice.
  func serve() throws -> PreviewServer {
    let server = try PreviewServer(folder: site, port: 0)
    self.server = server
    return server
  }

  /// What the server answers to one request.
  func get(
    _ path: String, method: String = "GET", _ headers: [String: String] = [:]
  ) throws -> Answer {
    let client = Client(port: try (server ?? serve()).port)
    client.request(path, method: method, headers)
    return client.answer(to: method)
  }

  /// Makes a folder below the folder.
  func makeFolder(_ name: String) {
    try? FileManager.default.createDirectory(
      atPath: folder + "/" + name, withIntermediateDirectories: true)
  }

  /// Writes a file below the folder, with the folders above it.
  func write(_ text: String, to name: String) { write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) {
    if let slash = name.lastIndex(of: "/") { makeFolder(String(name[..<slash])) }
    try? Data(bytes).write(to: URL(filePath: folder + "/" + name))
  }

  /// Renames what lies below the folder.
  func move(_ old: String, to new: String) {
    unsafe rename(folder + "/" + old, folder + "/" + new)
  }
}
