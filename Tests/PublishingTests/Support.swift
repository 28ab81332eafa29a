import Foundation

@testable import Publishing

/// A folder for one test, gone when this is.
final class TestFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.appending(path: "awsnotes-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file below the folder, with the folders above it.
  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  func text(_ name: String) -> String? {
    (try? Data(contentsOf: URL(filePath: path + "/" + name))).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Writes a small site into `site`, with what the build keeps to itself.
  func writeSite() throws {
    for (name, text) in [
      "index.html": "<h1>Accueil</h1>", "réseau/vpc/index.html": "VPC",
      "assets/app.ab12cd34ef56.js": "1",
      "search/manifest.json": "{}", "robots.txt": "", ".awsnotes-site": "secret",
      "réseau/.cache": "secret", ".well-known/security.txt": "s",
    ] {
      try write(text, to: "site/" + name)
    }
  }

  /// The site.
  func site() throws -> BuiltSite { try BuiltSite(path + "/site") }
}

/// What readers get of the small site.
let siteFiles = [
  ".well-known/security.txt", "assets/app.ab12cd34ef56.js", "index.html", "robots.txt",
  "réseau/vpc/index.html", "search/manifest.json",
]

/// The variables of this process, without those that would lead a tool astray.
let environment = ProcessInfo.processInfo.environment.filter {
  !$0.key.hasPrefix("GIT_") && !$0.key.hasPrefix("AWS_")
}

/// Whether a program is installed and runs.
func isInstalled(_ program: String, _ argument: String = "--version") -> Bool {
  (try? run([program, argument])) != nil
}

/// Runs a program; what it wrote.
@discardableResult
func run(_ words: [String]) throws -> String {
  let tool = Tool(name: words[0], package: words[0], environment: environment)
  return String(decoding: try tool.run(Array(words.dropFirst())).output, as: UTF8.self)
}
