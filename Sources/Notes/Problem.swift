/// Something in a note that its writer would want to mend.
public struct Problem: Hashable, Sendable {
  /// The source line, from 1.
  public var line: Int

  /// What it is.
  public var kind: Kind

  /// Creates a problem.
  public init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }

  /// The kinds of problem that one note shows by itself.
  public enum Kind: Hashable, Sendable {
    /// The first heading is below level 1 and the front matter gives no title.
    case firstHeading(level: Int)
    /// A heading is more than one level below the heading before it.
    case headingJump(from: Int, to: Int)
    /// A heading belongs below one of a deeper level: `# 1. …` under `## 1_…`.
    case headingAbove(level: Int, parent: Int)
    /// Nothing stands between a heading and the next of the same level or above.
    case emptySection(String)
    /// The front matter is not YAML; what the parser said.
    case frontMatterUnreadable(String)
    /// A key of the front matter has the wrong type.
    case frontMatterType(key: String, expected: Metadata.Expected)
    /// From this line on some bytes are no UTF-8; they were read as Windows-1252.
    case notUnicode
    /// The file is larger than the settings allow; nothing of it was read. Sizes in megabytes.
    case tooLarge(megabytes: Int, limit: Int)
    /// The file cannot be read; the system's reason.
    case unreadable(String)
  }
}
