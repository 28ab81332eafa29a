/// A reason why Markdown source could not be read.
public enum MarkdownError: Error, Hashable, Sendable {
  /// The parser could not allocate a tree.
  case outOfMemory

  /// The text is longer than the parser can count.
  case tooLong(bytes: Int)
}
