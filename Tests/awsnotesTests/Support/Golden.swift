import Foundation
import Testing

/// Expects a text to be what a file in `Goldens` holds.
///
/// With `RECORD_GOLDENS` set, the file is first made to hold the text.
func expectGolden(
  _ actual: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let file = tests.appending(path: "Goldens/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
    try Data(actual.utf8).write(to: file)
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  let changes = actual.split(separator: "\n", omittingEmptySubsequences: false)
    .difference(from: expected.split(separator: "\n", omittingEmptySubsequences: false))
  #expect(changes.isEmpty, "\(name) has other lines", sourceLocation: sourceLocation)
}
