import Foundation
import KnowledgeBase

@testable import Site

/// Runs with an empty folder that is removed afterwards.
@discardableResult
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let url = FileManager.default.temporaryDirectory.appending(path: "awsnotes-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url.path)
}

/// A folder of notes and the site that is built of it.
struct TestSite {
  let folder: String

  var content: String { folder + "/notes" }
  var output: String

  init(folder: String) { (self.folder, output) = (folder, folder + "/public") }

  /// Writes a note.
  func write(_ text: String, to path: String) throws {
    let url = URL(filePath: content + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: content + "/" + path)
  }

  /// Builds the site.
  @discardableResult
  func build(_ change: (inout Settings) -> Void = { _ in }) throws -> SiteSummary {
    var settings = try Settings.ofContent(content)
    settings.content = content
    settings.language = "fr"
    change(&settings)
    let library = try Library(
      settings: settings, environment: ["XDG_CACHE_HOME": folder + "/cache"])
    return try SiteBuilder(library, output: output).build()
  }

  /// The text of a file of the site; `nil` if there is none.
  func file(_ path: String) -> String? {
    FileManager.default.contents(atPath: output + "/" + path).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// What tells whether a file was written again.
  func identity(_ path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: output + "/" + path)
    return (attributes?[.systemFileNumber] as? NSNumber)?.intValue
  }
}

/// Builds a site of some notes.
func withSite(_ notes: [String: String], _ body: (TestSite) throws -> Void) throws {
  try withTemporaryFolder { folder in
    let site = TestSite(folder: folder)
    for (path, text) in notes { try site.write(text, to: path) }
    try site.build()
    try body(site)
  }
}
