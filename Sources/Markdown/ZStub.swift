public struct ParsingOptions { public init(readsFrontMatter: Bool = true) {} }
public enum MarkdownError: Error { case outOfMemory }
extension Document {
  public init(parsing text: String, options: ParsingOptions = .init()) throws(MarkdownError) {
    self.init(blocks: [])
  }
}
public struct SourceText: Sendable {
  public var text = ""
  public var suspectLines: [Int] = []
  public init(bytes: [UInt8]) {}
}
extension [Inline] { public var plainText: String { "" } }
public func visibleText(ofHTML: String) -> String { "" }
