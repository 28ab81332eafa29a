/// How long a browser may keep a file without asking for it again (RFC 9111, RFC 8246).
enum Freshness {
  /// The value of the header `Cache-Control` for a file of a site.
  ///
  /// A file whose name holds a hash of its content never changes; any other may with each build.
  static func header(for path: String) -> String {
    isImmutable(path) ? "public, max-age=31536000, immutable" : "no-cache"
  }

  /// Whether a file of this name never changes: it or its folder is named after what it holds.
  static func isImmutable(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count > 1, ["assets", "search", "quiz"].contains(parts[0]) else { return false }
    if parts.dropFirst().dropLast().contains(where: isHash) { return true }
    let words = parts[parts.count - 1].split(separator: ".", omittingEmptySubsequences: false)
    return words.count > 1 && words.dropLast().contains { isHash($0) }
  }

  /// Eight letters and digits or more, of both.
  private static func isHash(_ word: Substring) -> Bool {
    word.utf8.count >= 8
      && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
      && word.utf8.contains { (0x30...0x39).contains($0) }
      && word.utf8.contains { (0x61...0x7A).contains($0) }
  }
}
