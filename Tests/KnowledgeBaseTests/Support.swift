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

/// The files of the only cache in a folder, as they were when this was made.
struct CacheFiles {
  let folder: String
  private(set) var contents: [String: Data] = [:]
  /// For each file what tells it from one that was written later.
  private(set) var identities: [String: Int] = [:]

  init(_ cache: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(cache)/awsnotes")
    folder = "\(cache)/awsnotes/\(names[0])"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = "\(folder)/\(name)"
      contents[name] = try Data(contentsOf: URL(filePath: path))
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      identities[name] = attributes[.systemFileNumber] as? Int
    }
  }

  /// The pieces, by name.
  var pieces: Set<String> { Set(contents.keys.filter { $0.hasSuffix(".piece") }) }

  /// Puts all files back as they were, and removes others.
  func restore() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    for (name, data) in contents { try data.write(to: URL(filePath: "\(folder)/\(name)")) }
  }
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
