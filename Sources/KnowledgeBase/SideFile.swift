internal import Glibc

/// A file beside the index with what another module made of the notes or of the learner's answers.
///
/// It is as much a cache as the index: it can be deleted at any time, is put in place whole or not at all, and
/// what is damaged, was made of something else or by another build of the program counts as not there.
struct SideFile {
  /// What the names of such files end in.
  static let suffix = ".side"

  private let path: String
  private let head: [UInt8]

  /// - Parameters:
  ///   - name: What the file is for.
  ///   - folder: The folder of the cache.
  ///   - key: Numbers that tell what the content was made of.
  init(_ name: String, in folder: String, key: [Int]) {
    path = folder + "/" + name + Self.suffix
    var head: [UInt8] = []
    // Rules are changed more often than somebody thinks of a number of their version.
    for number in Self.build + key {
      appendNumber(number, to: &head)
    }
    self.head = head
  }

  /// The content; `nil` where there is none that may be used.
  ///
  /// - Complexity: O(*n*) in its length.
  func read() -> [UInt8]? {
    guard let container = Container(path: path, kind: .side, parts: 2),
      let head = container.checked(0), head.array(0..<head.count) == self.head,
      let content = container.checked(1)
    else { return nil }
    return content.array(0..<content.count)
  }

  /// Puts a content in place; that this fails is no error.
  func write(_ content: [UInt8]) {
    let container = Container(.side, [(Region(head), true), (Region(content), true)])
    _ = File.replace(path, with: container.bytes)
  }

  /// What tells this build of the program from others; a new link to it changes only the time that is left out.
  static let build: [Int] = {
    var status = stat()
    guard unsafe stat("/proc/self/exe", &status) == 0 else { return [] }
    let program = Fingerprint(status)
    return [program.size, program.modified, program.identity]
  }()
}
