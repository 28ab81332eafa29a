/// Which of the things beyond CommonMark are read.
public struct ParsingOptions: Hashable, Sendable {
  /// Whether the extensions apply; without them the tree is that of plain CommonMark.
  public var extensions: Bool

  /// Whether YAML at the top is kept apart as ``FrontMatter``; this is an extension too.
  public var readsFrontMatter: Bool

  /// Creates options.
  public init(extensions: Bool = true, readsFrontMatter: Bool = true) {
    self.extensions = extensions
    self.readsFrontMatter = readsFrontMatter
  }
}
