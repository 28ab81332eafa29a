import Foundation
import Search
import Site

/// A page of a built site in Node, without a window.
struct Page {
  /// What the page is asked to do.
  struct Task: Encodable {
    var name: String
    var values: [Value]
  }

  enum Value: Encodable {
    case text(String)
    case number(Double)
    case list([Value])
    case object([String: Value])
    case none

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      case .list(let list): try container.encode(list)
      case .object(let object): try container.encode(object)
      case .none: try container.encodeNil()
      }
    }
  }

  /// What a page is given on standard input.
  private struct Request: Encodable {
    var manifest: String
    var `protocol`: String
    var tasks: [Task]
  }

  /// Whether there is Node; the tests that need it are skipped where there is none.
  static let hasNode = (try? run("node", ["--version"], input: Data()))?.isEmpty == false

  /// Writes the files of a site and asks a page of it.
  ///
  /// - Returns: What the page answered, as JSON.
  static func ask(
    _ tasks: [Task], index: Index, protocol: String = "https:"
  ) throws -> Data {
    try ask(tasks, protocol: `protocol`) { write in
      let data = SearchData(index)
      try data.visitFiles { path, bytes in try write(path, bytes) }
    }
  }

  /// Asks a page whose index somebody else writes.
  static func ask(
    _ tasks: [Task], protocol: String = "https:",
    writing: ((_ path: String, _ bytes: [UInt8]) throws -> Void) throws -> Void
  ) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "awsnotes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let write = { (path: String, bytes: [UInt8]) in
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    for name in ["core.js", "session.js"] { try write(name, Assets.bytes(name) ?? []) }
    for name in ["search.wasm", "quiz.wasm"] {
      let module = Assets.bytes(name) ?? []
      try write(name, module)
      let call = "awsnotes.module(\"\(name)\", \""
      try write("\(name).js", Array(call.utf8) + Base64.encoded(module) + Array("\");".utf8))
    }
    try writing(write)
    let request = Request(
      manifest: SearchData.manifestPath, protocol: `protocol`, tasks: tasks)
    let program = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "page.js")
    return try run(
      "node", [program.path, folder.path], input: try JSONEncoder().encode(request))
  }

  private static func run(_ program: String, _ arguments: [String], input: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let (standardInput, standardOutput) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = FileHandle.nullDevice
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: input)
    try standardInput.fileHandleForWriting.close()
    let output = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return output
  }
}
