/// One word of a text.
public struct Token: Hashable, Sendable {
  /// What a token is made of.
  public enum Kind: UInt8, Hashable, Sendable {
    /// Letters of any script: `sous`, `VPCs`.
    case word
    /// Digits, or digits around a decimal sign: `443`, `99,9`, `1.2.3`.
    case number
    /// What is read sign by sign: `S3`, `t3.micro`, `us-east-1`, `10.0.0.0/16`, `s3:GetObject`.
    case code
    /// Words written as one, whose form has no separators: `pare-feu`, `CloudWatch`.
    case compound
  }

  /// The bytes of the source text that the token covers.
  public var range: Range<Int>

  /// The place of the word in the text, from 0, for phrases and proximity.
  public var position: Int

  /// How many positions the token covers.
  ///
  /// It is 1, or for a token that is followed by its parts, the number of the parts.
  public var width: Int

  /// What the token is made of.
  public var kind: Kind

  /// Whether there are two letters or more and all are upper case, as in `ECS` and `EC2`.
  public var isUppercase: Bool

  /// Creates a token.
  public init(range: Range<Int>, position: Int, width: Int = 1, kind: Kind, isUppercase: Bool) {
    self.range = range
    self.position = position
    self.width = width
    self.kind = kind
    self.isUppercase = isUppercase
  }
}
