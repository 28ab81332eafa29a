extension Document {
  /// Parses Markdown text.
  ///
  /// Lines are counted from the first line of `text`, front matter included. Blocks or inlines
  /// deeper than 100 levels become children of the level above; no word is lost.
  ///
  /// - Parameters:
  ///   - text: Markdown with any line ends.
  ///   - options: What is read beyond CommonMark.
  /// - Throws: ``MarkdownError`` if the text is too long or no memory is left.
  /// - Complexity: O(*n*) beside libcmark, where *n* is the length of `text` in bytes.
  public init(
    parsing text: String, options: ParsingOptions = ParsingOptions()
  ) throws(MarkdownError) {
    var bytes = Array(text.utf8)
    if bytes.contains(UInt8(ascii: "\r")) { bytes = SourceText.normalized(bytes[...]) }
    guard options.extensions else {
      try self.init(SourceLines(bytes))
      return
    }
    var frontMatter: FrontMatter?
    if options.readsFrontMatter, let found = FrontMatter.read(from: bytes) {
      frontMatter = found.matter
      // Blank lines in its place keep the line numbers.
      bytes.replaceSubrange(
        ..<found.end, with: repeatElement(.newline, count: found.lineCount))
    }
    try self.init(shielded: Shielder(bytes))
    self.frontMatter = frontMatter
  }

  private init(_ source: SourceLines) throws(MarkdownError) {
    let tree = try SyntaxTree(parsing: source.bytes)
    self = tree.withRoot { root in
      var reader = TreeReader(source: source, extensions: nil)
      return Document(blocks: reader.blocks(of: root))
    }
  }

  private init(shielded: Shielder) throws(MarkdownError) {
    let source = SourceLines(shielded.output)
    let tree = try SyntaxTree(parsing: source.bytes)
    let survey = tree.withRoot {
      Survey(of: $0, source: source, findsTables: shielded.hasDelimiterRow)
    }
    let cells = try SyntaxTree(parsing: survey.cellDocument)
    self = tree.withRoot { root in
      cells.withRoot { cellRoot in
        let extensions = TreeReader.Extensions(survey: survey, cellRoot: cellRoot)
        var reader = TreeReader(source: source, extensions: extensions)
        let blocks = reader.blocks(of: root)
        return Document(blocks: blocks, footnotes: reader.footnotes)
      }
    }
  }
}
