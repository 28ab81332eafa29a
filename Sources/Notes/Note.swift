/// What one note says: its sections, and the knowledge found in them.
///
/// A note is read once. Search, cards and site all take definitions, facts, ports and links from here.
public struct Note: Hashable, Sendable {
  /// The path below the content folder, with `/` between folders.
  public var path: String

  /// The title: the front matter's, or the first heading's, or the file's name.
  public var title: String

  /// What the front matter says.
  public var metadata: Metadata

  /// The sections, in reading order; the first holds what stands before the first heading, if anything.
  public var sections: [Section] = []

  /// The terms that the note defines.
  public var definitions: [Definition] = []

  /// Acronyms with their expansions, each pair once.
  public var acronyms: [Acronym] = []

  /// Labelled statements about what a section is about: `Rôle : …`.
  public var facts: [Fact] = []

  /// Network ports that are named.
  public var ports: [Port] = []

  /// Groups of terms: a heading or an item, and what is listed below it.
  public var groups: [Group] = []

  /// Questions with choices to pick from.
  public var questions: [Question] = []

  /// Questions that stand beside their answers.
  public var writtenCards: [WrittenCard] = []

  /// Passages with a part to leave out, where the front matter asks for them.
  public var clozes: [Cloze] = []

  /// The lists, in reading order.
  public var enumerations: [Enumeration] = []

  /// The links, in reading order.
  public var links: [NoteLink] = []

  /// The images, in reading order.
  public var images: [NoteImage] = []

  /// What could be better in the note.
  public var problems: [Problem] = []

  /// Creates a note that says nothing yet.
  public init(path: String, title: String, metadata: Metadata = Metadata()) {
    self.path = path
    self.title = title
    self.metadata = metadata
  }
}

/// A heading and what stands below it, up to the next heading of any level.
public struct Section: Hashable, Sendable {
  /// The heading as a reader sees it; empty for what stands before the first heading.
  public var title: String

  /// The heading without numbering, emoji and final colon: `NAT Gateway` for `8. NAT Gateway :`.
  public var name: String

  /// The level as written, 1 to 6; 0 where there is no heading.
  public var level: Int

  /// The place of the section above in `Note.sections`, `nil` at the top of the outline.
  public var parent: Int?

  /// The fragment of the section's address: letters without accents, digits and hyphens.
  public var anchor: String

  /// Other fragments that lead here: GitHub's spelling.
  public var anchorAliases: [String]

  /// The source line of the heading, from 1.
  public var line: Int

  /// What a reader sees below the heading.
  public var text: [TextLine]

  /// Whether the section asks its reader something and offers choices, some marked as right.
  public var isQuestion = false

  /// Whether the writer wants no cards from here: `<!-- sans carte -->`, in the section or one above it.
  public var isWithoutCards = false

  /// Creates a section.
  public init(
    title: String, name: String, level: Int, parent: Int? = nil, anchor: String,
    anchorAliases: [String] = [], line: Int, text: [TextLine] = []
  ) {
    self.title = title
    self.name = name
    self.level = level
    self.parent = parent
    self.anchor = anchor
    self.anchorAliases = anchorAliases
    self.line = line
    self.text = text
  }
}

/// A line of visible text and where it comes from.
public struct TextLine: Hashable, Sendable {
  /// The text, without markup.
  public var text: String

  /// The source line, from 1.
  public var line: Int

  /// Whether the line stands in a block of code.
  public var isCode: Bool

  /// Creates a line.
  public init(_ text: String, line: Int, isCode: Bool = false) {
    self.text = text
    self.line = line
    self.isCode = isCode
  }
}

extension Note {
  /// The line of text that names a port; `nil` where no text begins on it.
  public func text(of port: Port) -> String? {
    port.text.map { sections[port.section].text[$0].text }
  }

  /// The sections above a section, outermost first.
  ///
  /// - Parameter place: The place of a section in `sections`.
  /// - Returns: The places of its ancestors.
  public func ancestors(of place: Int) -> [Int] {
    var path: [Int] = []
    var next = sections[place].parent
    while let above = next {
      path.append(above)
      next = sections[above].parent
    }
    return path.reversed()
  }

  /// The headings above a section as a path to show, outermost first, the note's title at the head.
  ///
  /// - Parameter place: The place of a section in `sections`.
  /// - Returns: Headings without numbering; the title is not repeated where a heading is the title.
  public func headings(above place: Int) -> [String] {
    var path = ancestors(of: place).map { sections[$0].name }
    let own = sections[place].name
    if path.first != title, !(path.isEmpty && own == title), !(path.isEmpty && own.isEmpty) {
      path.insert(title, at: 0)
    }
    return path
  }
}
