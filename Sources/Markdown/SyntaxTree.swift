internal import CCmark

/// A tree that libcmark has parsed, and its only owner.
@safe
struct SyntaxTree: ~Copyable {
  private let root: OpaquePointer

  /// libcmark counts bytes in 32 bits and may need half as much again for a buffer.
  private static let longestInput = Int(Int32.max) / 4

  /// Parses CommonMark in UTF-8.
  init(parsing source: [UInt8]) throws(MarkdownError) {
    guard source.count <= Self.longestInput else { throw .tooLong(bytes: source.count) }
    let root = unsafe source.withUnsafeBytes { bytes in
      unsafe cmark_parse_document(
        bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count, CMARK_OPT_DEFAULT)
    }
    guard let root = unsafe root else { throw .outOfMemory }
    unsafe self.root = root
  }

  deinit {
    unsafe cmark_node_free(root)
  }

  /// Lends the root.
  ///
  /// No node may leave `body`.
  func withRoot<Result>(_ body: (Node) -> Result) -> Result {
    unsafe body(Node(root))
  }
}
