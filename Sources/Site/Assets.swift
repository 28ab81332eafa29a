/// The files that every site holds alike: style, scripts and the core for the browser, which are part of the program.
public enum Assets {
  /// The names of all files, in order.
  public static var names: [String] { embedded.map { "\($0.name)" }.sorted() }

  /// The bytes of a file.
  ///
  /// - Parameter name: As in the folder `Site`, or `search.wasm`, `quiz.wasm`.
  /// - Returns: The bytes; `nil` if there is no such file.
  /// - Complexity: O(*n*) in the bytes of the file.
  public static func bytes(_ name: String) -> [UInt8]? {
    embedded.first { "\($0.name)" == name }?.bytes
  }
}

/// A file in the program.
struct EmbeddedAsset: Sendable {
  var name: StaticString
  /// Whether the content tells bytes that are no text.
  var isBase64: Bool
  var content: StaticString

  var bytes: [UInt8] {
    let stored = content.withUTF8Buffer { unsafe Array($0) }
    return isBase64 ? Base64.decoded(stored) : stored
  }
}
