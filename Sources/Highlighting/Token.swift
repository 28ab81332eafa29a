/// A piece of code that is shown in a colour of its own.
public struct Token: Hashable, Sendable {
  /// What the piece is.
  public var kind: TokenKind

  /// Which bytes of the code it covers; never empty.
  public var range: Range<Int>

  /// Creates a token.
  public init(_ kind: TokenKind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// What is worth a colour; the raw value serves as the name of a class.
public enum TokenKind: String, Hashable, Sendable, CaseIterable {
  /// What the machine does not read.
  case comment
  /// A text in quotes, a here-document, a block scalar.
  case string
  /// A number.
  case number
  /// A word of the language: `if`, `SELECT`, `true`, `!Ref`, `FROM`.
  case keyword
  /// What a line is about: a key, a command, a function, a section.
  case name
  /// What stands for a value: `$HOME`, `${AWS::Region}`, `var.zone`, `*anchor`.
  case variable
  /// An option of a command: `--region`.
  case option
  /// What the machine writes before a command: `$`, `mysql>`.
  case prompt
  /// What the machine answers in a console.
  case output
}
