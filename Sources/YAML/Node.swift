/// A value in a YAML text, and the line on which it begins.
public struct Node: Hashable, Sendable {
  /// What the node holds.
  public var value: Value

  /// The line on which the node begins; for an alias, the line of the alias.
  ///
  /// Lines count from the `firstLine` given to ``parse(_:firstLine:)``.
  public var line: Int

  /// Creates a node.
  public init(_ value: Value, line: Int) {
    self.value = value
    self.line = line
  }
}

extension Node {
  /// The three shapes that a YAML value takes.
  public enum Value: Hashable, Sendable {
    /// Text as it was meant: escapes are read, folded lines are joined.
    ///
    /// Quoted text is text for certain; plain text may also be read as a number, a truth value
    /// or nothing at all. A block (`|`, `>`) and a value tagged `!!str` count as quoted.
    case scalar(String, isQuoted: Bool)

    /// Values in the order in which they are written.
    case sequence([Node])

    /// Named values in the order in which they are written; no two keys are equal.
    case mapping([Entry])
  }

  /// A key of a mapping and its value.
  public struct Entry: Hashable, Sendable {
    /// The text of the key.
    public var key: String

    /// The line on which the key is written.
    public var keyLine: Int

    /// The value under the key.
    public var value: Node

    /// Creates an entry.
    public init(key: String, keyLine: Int, value: Node) {
      self.key = key
      self.keyLine = keyLine
      self.value = value
    }
  }
}
