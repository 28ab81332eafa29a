internal import Glibc

@testable internal import Publishing

/// A folder for the files of one input, gone with them when this is.
struct Scratch: ~Copyable {
  private let folder: TemporaryFolder

  var path: String { folder.path }

  init() {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) }
    do { folder = try TemporaryFolder(["TMPDIR": parent ?? ""]) } catch {
      fatalError("No folder can be made: \(error)")
    }
  }

  /// Writes a file, and makes the folders above it.
  func write(_ bytes: [UInt8], to name: String) {
    var above = path
    for part in name.split(separator: "/").dropLast() {
      above += "/" + part
      unsafe mkdir(above, 0o700)
    }
    do { _ = try folder.write(bytes, to: name) } catch { fatalError("\(name): \(error)") }
  }
}
