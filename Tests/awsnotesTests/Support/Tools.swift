import Foundation
import Testing

/// Where a program of the system is; `nil` if it is not installed.
func installed(_ name: String) -> String? {
  ["/usr/bin/\(name)", "/bin/\(name)", "/usr/local/bin/\(name)"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// What a sanitizer was told that the tests run under: the programs that they start hear it, too.
let sanitizerSettings = ProcessInfo.processInfo.environment.filter {
  ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
}

/// Runs a program of the system to its end.
///
/// - Parameters:
///   - path: The program.
///   - words: What follows its name.
///   - environment: All that it finds there.
///   - folder: Where it runs.
/// - Returns: Its exit status, and what it wrote to both outputs.
/// - Throws: What the system says where the program cannot be started.
func run(
  _ path: String, _ words: [String], environment: [String: String] = ["PATH": "/usr/bin:/bin"],
  in folder: String? = nil
) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(filePath: path)
  process.arguments = words
  process.environment = environment.merging(sanitizerSettings) { $1 }
  if let folder { process.currentDirectoryURL = URL(filePath: folder) }
  let pipe = Foundation.Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  process.standardInput = FileHandle.nullDevice
  try process.run()
  let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}

/// Runs with an empty folder that is removed afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "awsnotes-\(UUID())").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

/// Writes a file, and makes the folders above it.
func write(_ text: String, to path: String) throws {
  let url = URL(filePath: path)
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: url)
}

/// The folder of the package.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
