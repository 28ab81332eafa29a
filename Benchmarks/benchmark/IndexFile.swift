internal import Foundation
internal import KnowledgeBase
internal import Search

/// The file that holds an index, in a folder that was asked for or in a temporary one.
struct IndexFile {
  private let folder: URL
  private let isTemporary: Bool

  /// - Parameter path: The folder; a temporary one where there is none.
  init(folder path: String?) {
    let name = "awsnotes-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
    isTemporary = path == nil
    folder =
      path.map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.temporaryDirectory.appendingPathComponent(name)
  }

  /// Makes the folder where it does not exist.
  func prepare() throws(BenchmarkError) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .file(path: folder.path, reason: "cannot be made a folder")
    }
  }

  /// The path of the folder.
  var folderPath: String { folder.path }

  private var path: String { folder.appendingPathComponent("search.index").path }

  /// Writes an index the way the program writes its own.
  func write(_ bytes: [UInt8]) throws(BenchmarkError) {
    guard File.replace(path, with: bytes) else {
      throw .file(path: path, reason: "cannot be written")
    }
  }

  /// Maps the index, whose checksums are compared as it is read, the way the program opens its own.
  func open() throws(BenchmarkError) -> Index {
    guard let bytes = File.map(path) else {
      throw .file(path: path, reason: "no index; leave out --skip-build to make one")
    }
    do { return try Index(bytes, verification: .asRead) } catch {
      throw .file(path: path, reason: "not an index of this version (\(error)); build it anew")
    }
  }

  /// Removes a temporary folder; keeps one that was asked for.
  func cleanUp() {
    if isTemporary { try? FileManager.default.removeItem(at: folder) }
  }
}
