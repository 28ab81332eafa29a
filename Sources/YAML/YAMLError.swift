/// A reason why a text could not be read as YAML, and the line to look at.
public struct YAMLError: Error, Hashable, Sendable {
  /// What is wrong, for a program that says it in its own words.
  public enum Kind: Hashable, Sendable {
    /// The text is not YAML.
    case syntax

    /// A mapping has this key twice; the line is that of the second.
    case duplicateKey(String)

    /// The key of a mapping is a sequence or a mapping.
    case keyIsNotScalar

    /// An alias names an anchor that no complete value before it carries.
    case unknownAnchor(String)

    /// Values are nested more deeply than ``Limits/depth``.
    case nestingTooDeep

    /// There are more values than ``Limits/nodeCount``, aliases counted with all they stand for.
    case tooManyNodes

    /// There is not enough memory to read the text.
    case outOfMemory
  }

  /// The line to look at, counted from the `firstLine` given to ``parse(_:firstLine:)``.
  public let line: Int

  /// What is wrong, in English; for a syntax error in the parser's own words.
  public let problem: String

  /// What is wrong, for a program.
  public let kind: Kind
}

/// How much a text may hold, so that a hostile one can exhaust neither memory nor the stack.
public enum Limits {
  /// The most levels of sequences and mappings inside each other.
  public static let depth = 100

  /// The most values, an alias counting for as many as it stands for.
  public static let nodeCount = 100_000
}
