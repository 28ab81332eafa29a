import Foundation
import KnowledgeBase
import Search

/// Folders that tests read and write.
enum Folders {
  /// Notes of our own, in the shapes that people write.
  static let notes = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/notes").path

  /// Notes of other people beside the checkout, where there are any.
  static func shared(_ name: String) -> String? {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appending(path: "../shared/\(name)").standardizedFileURL.path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// Runs with an empty folder that is removed afterwards.
  @discardableResult
  static func withTemporary<Result>(_ body: (String) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "awsnotes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path)
  }
}

/// A library over a folder, with its cache in another; no cache where none is given.
func library(_ content: String, cache: String? = nil, rebuilding: Bool = false) throws -> Library {
  var settings = try Settings.ofContent(content)
  settings.content = content
  let environment = cache.map { ["XDG_CACHE_HOME": $0] } ?? [:]
  return try Library(settings: settings, environment: environment, rebuilding: rebuilding)
}

func write(_ text: String, to path: String) throws {
  let url = URL(filePath: path)
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: url)
}

func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

extension Library {
  /// The sections that a query finds, best first, as `path › heading`; that of the definition comes first.
  func found(_ query: String) -> [String] {
    let results = index.search(Query(Array(query.utf8)))
    let documents = (results.answer.map { [$0.document] } ?? []) + results.hits.map(\.document)
    return documents.map { id in
      let document = index.document(id)
      return "\(string(index.note(document.note).path)) › \(string(document.title))"
    }
  }
}
