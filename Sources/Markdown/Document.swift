/// The tree of one Markdown document: values only, with source lines.
///
/// CommonMark is parsed by libcmark; on top of it come the extensions that notes use (tables, task
/// lists, wiki links, callouts, footnotes …). Nothing of the C parser is visible here.
public struct Document: Hashable, Sendable {
  /// The YAML text at the top of the document, if it has one.
  public var frontMatter: FrontMatter?

  /// The blocks of the document, in reading order.
  public var blocks: [Block]

  /// The footnotes, in the order in which they are defined.
  public var footnotes: [Footnote]

  /// Creates a document from its parts.
  public init(frontMatter: FrontMatter? = nil, blocks: [Block], footnotes: [Footnote] = []) {
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.footnotes = footnotes
  }
}

/// The raw YAML between the `---` lines at the top of a document.
public struct FrontMatter: Hashable, Sendable {
  /// The text between the two delimiter lines, with `\n` line ends.
  public var text: String

  /// The document line of the first line of `text`, from 1 (always 2 today).
  public var firstLine: Int

  /// Creates front matter.
  public init(text: String, firstLine: Int) {
    self.text = text
    self.firstLine = firstLine
  }
}

/// What a footnote label stands for.
public struct Footnote: Hashable, Sendable {
  /// The label, without `[^` and `]`.
  public var label: String

  /// What the note says.
  public var blocks: [Block]

  /// The lines of the definition, from 1.
  public var lines: ClosedRange<Int>

  /// Creates a footnote.
  public init(label: String, blocks: [Block], lines: ClosedRange<Int>) {
    self.label = label
    self.blocks = blocks
    self.lines = lines
  }
}
