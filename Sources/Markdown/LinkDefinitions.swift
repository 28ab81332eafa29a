/// Link definitions at the top of a paragraph, which libcmark takes away without a trace.
enum LinkDefinitions {
  /// A definition takes a line for each of label, address and title; a title may take more.
  private static let longest = 4

  /// How many lines the definitions at the top take.
  ///
  /// It is libcmark that is asked: lines of which it makes no node hold nothing else. O(*n*).
  static func lineCount(_ lines: [Range<Int>], of bytes: [UInt8]) -> Int {
    var count = 0
    while count < lines.count, bytes[lines[count]].first == UInt8(ascii: "[") {
      let window = lines[count...].prefix(longest)
      let taken = window.indices.last { index in
        let text = window[...index].map { bytes[$0] }.joined(separator: Array("\n        ".utf8))
        guard let tree = try? SyntaxTree(parsing: Array(text)) else { return false }
        return tree.withRoot { $0.firstChild == nil }
      }
      guard let taken else { break }
      count = taken + 1
    }
    return min(count, max(lines.count - 1, 0))
  }
}
