/// A piece of running text.
public indirect enum Inline: Hashable, Sendable {
  /// Plain text: entities and escapes are resolved, emoji and unknown tags are as written.
  case text(String)

  /// A code span.
  case code(String)

  /// `*text*`
  case emphasis([Inline])

  /// `**text**`
  case strong([Inline])

  /// `~~text~~`
  case strikethrough([Inline])

  /// `==text==`
  case highlight([Inline])

  /// `[text](destination "title")`, `<destination>` or a bare URL.
  case link(Link)

  /// `![alternative](source "title")`
  case image(Image)

  /// `[[target#heading|alias]]`
  case wikiLink(WikiLink)

  /// Raw inline HTML, as written.
  case html(String)

  /// `[^label]`
  case footnoteReference(String)

  /// The end of a source line inside a paragraph.
  case softBreak

  /// A line break that the writer asked for.
  case lineBreak
}

/// A link to a destination.
public struct Link: Hashable, Sendable {
  /// Where it leads, unescaped, not percent-encoded anew.
  public var destination: String

  /// The title, empty where there is none.
  public var title: String

  /// What is shown.
  public var content: [Inline]

  /// Whether the text is the address itself (`<https://…>` or a bare URL).
  public var isAutolink: Bool

  /// The source line on which the link begins, from 1.
  public var line: Int

  /// Creates a link.
  public init(
    destination: String, title: String = "", content: [Inline], isAutolink: Bool = false, line: Int
  ) {
    self.destination = destination
    self.title = title
    self.content = content
    self.isAutolink = isAutolink
    self.line = line
  }
}

/// An image.
public struct Image: Hashable, Sendable {
  /// Where the picture is, as written.
  public var source: String

  /// The title, empty where there is none.
  public var title: String

  /// The alternative text.
  public var alternative: [Inline]

  /// The source line on which the image begins, from 1.
  public var line: Int

  /// Creates an image.
  public init(source: String, title: String = "", alternative: [Inline], line: Int) {
    self.source = source
    self.title = title
    self.alternative = alternative
    self.line = line
  }
}

/// A link to another note, by name.
public struct WikiLink: Hashable, Sendable {
  /// The name of the note; empty for a heading of the same note (`[[#heading]]`).
  public var target: String

  /// The heading after `#`, if any.
  public var heading: String?

  /// The text after `|`, if any.
  public var alias: String?

  /// Whether the target is to be shown in place: `![[target]]`.
  public var isEmbed: Bool

  /// The source line on which the link begins, from 1.
  public var line: Int

  /// Creates a wiki link.
  public init(
    target: String, heading: String? = nil, alias: String? = nil, isEmbed: Bool = false, line: Int
  ) {
    self.target = target
    self.heading = heading
    self.alias = alias
    self.isEmbed = isEmbed
    self.line = line
  }

  /// What a reader sees: the alias, or else the target and its heading.
  public var text: String {
    if let alias { return alias }
    guard let heading else { return target }
    return target.isEmpty ? heading : "\(target) › \(heading)"
  }
}
