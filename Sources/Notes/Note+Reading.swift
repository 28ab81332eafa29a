public import Markdown
internal import YAML

extension Note {
  /// Reads a note from the text of a file.
  ///
  /// - Parameters:
  ///   - path: The path below the content folder.
  ///   - source: The text of the file.
  /// - Throws: ``MarkdownError`` if there is no memory for the tree.
  /// - Complexity: O(*n*) in the length of the text.
  public init(path: String, source: SourceText) throws(MarkdownError) {
    var problems = source.suspectLines.prefix(1).map { Problem(line: $0, kind: .notUnicode) }
    var document = try Document(parsing: source.text)
    var metadata = Metadata()
    if let frontMatter = document.frontMatter {
      do {
        let node = try parse(frontMatter.text, firstLine: frontMatter.firstLine)
        if let node, case .mapping = node.value {
          metadata = Metadata(node, problems: &problems)
        } else if let node {
          problems.append(
            Problem(line: node.line, kind: .frontMatterType(key: "---", expected: .mapping)))
        }
      } catch {
        problems.append(Problem(line: error.line, kind: .frontMatterUnreadable(error.problem)))
        document = try Self.withoutFrontMatter(source)
      }
    }
    let outline = Outline(document.blocks)
    self.init(path: path, title: "", metadata: metadata)
    addSections(of: outline)
    title = metadata.title ?? titleFromHeadings(outline) ?? Self.title(fromPath: path)
    addFootnotes(document.footnotes)
    var finder = KnowledgeFinder(note: self)
    for (place, part) in outline.parts.enumerated() { finder.find(in: part, section: place) }
    finder.finish()
    self = finder.note
    if metadata.cards == .cloze { dropGapMarks() }
    var links = LinkFinder()
    for (place, part) in outline.parts.enumerated() {
      links.find(in: part.title, line: part.line, section: place)
      for block in part.blocks { links.find(in: block, section: place) }
    }
    for footnote in document.footnotes {
      for block in footnote.blocks { links.find(in: block, section: sections.count - 1) }
    }
    self.links = links.links
    images = links.images
    self.problems = problems + outline.problems(hasTitle: metadata.title != nil)
  }

  /// Reads the tree of a note's text as its sections were read: front matter that cannot be read is text as any other.
  ///
  /// - Parameter source: The text of the file.
  /// - Returns: The tree, without the YAML of the front matter.
  /// - Throws: ``MarkdownError`` if there is no memory for the tree.
  /// - Complexity: O(*n*) in the length of the text.
  public static func document(_ source: SourceText) throws(MarkdownError) -> Document {
    let document = try Document(parsing: source.text)
    guard let frontMatter = document.frontMatter else { return document }
    do {
      _ = try parse(frontMatter.text, firstLine: frontMatter.firstLine)
      return document
    } catch {
      return try withoutFrontMatter(source)
    }
  }

  private static func withoutFrontMatter(_ source: SourceText) throws(MarkdownError) -> Document {
    try Document(parsing: source.text, options: ParsingOptions(readsFrontMatter: false))
  }

  /// Takes out the marks of gaps, which only the cards with gaps need.
  private mutating func dropGapMarks() {
    for place in sections.indices {
      for line in sections[place].text.indices {
        sections[place].text[line].text = WrittenCardFinder.withoutGaps(
          sections[place].text[line].text)
      }
    }
    for place in definitions.indices {
      definitions[place].text = WrittenCardFinder.withoutGaps(definitions[place].text)
    }
    for place in facts.indices {
      facts[place].text = WrittenCardFinder.withoutGaps(facts[place].text)
    }
    for place in enumerations.indices {
      for item in enumerations[place].items.indices {
        enumerations[place].items[item].text = WrittenCardFinder.withoutGaps(
          enumerations[place].items[item].text)
      }
    }
  }

  private mutating func addSections(of outline: Outline) {
    var anchors = UniqueNames()
    for part in outline.parts {
      let title = part.title.plainText
      let anchor = part.level == 0 ? "" : anchors.next(part.id ?? slug(title))
      let alias = gitHubSlug(title)
      sections.append(
        Section(
          title: trimmed(title), name: part.level == 0 ? "" : headingName(title), level: part.level,
          parent: part.parent, anchor: anchor,
          anchorAliases: part.level == 0 || alias == anchor ? [] : [alias], line: part.line,
          text: part.blocks.flatMap(textLines)))
    }
  }

  /// Footnotes are read where the note ends.
  private mutating func addFootnotes(_ footnotes: [Footnote]) {
    guard !sections.isEmpty else { return }
    for footnote in footnotes {
      sections[sections.count - 1].text += footnote.blocks.flatMap(textLines)
    }
  }

  /// The only heading of level 1, or else the first heading.
  private func titleFromHeadings(_ outline: Outline) -> String? {
    let tops = sections.filter { $0.level == 1 }
    if outline.swappedLevel == nil, tops.count == 1 { return tops[0].name }
    return sections.first { $0.level > 0 }?.name
  }

  /// The name of a file without folders and extension, its hyphens and underscores as spaces.
  ///
  /// - Parameter path: A path with `/` between folders.
  /// - Returns: A name to show.
  public static func title(fromPath path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    let name = file.lastIndex(of: ".").map { file[..<$0] } ?? file
    let words = name.split { $0 == "_" || $0 == "-" || $0 == " " }
    return words.isEmpty ? String(file) : words.joined(separator: " ")
  }
}
