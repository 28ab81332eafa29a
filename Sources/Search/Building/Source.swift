/// One note as the index takes it: what all its sections share, and the sections.
///
/// All text is UTF-8.
public struct SourceNote: Sendable {
  /// The path that is shown and that `note:` filters look into.
  public var path: [UInt8]

  /// The title of the note.
  public var title: [UInt8]

  /// What `service:` asks for: the names of the services the note is about.
  public var services: [[UInt8]]

  /// What `category:` asks for.
  public var categories: [[UInt8]]

  /// What `tag:` asks for.
  public var tags: [[UInt8]]

  /// The sections, in reading order.
  public var documents: [SourceDocument]

  /// Creates a note.
  public init(
    path: [UInt8], title: [UInt8], services: [[UInt8]] = [], categories: [[UInt8]] = [],
    tags: [[UInt8]] = [], documents: [SourceDocument]
  ) {
    self.path = path
    self.title = title
    self.services = services
    self.categories = categories
    self.tags = tags
    self.documents = documents
  }
}

/// One section of a note: the unit that is ranked and shown.
public struct SourceDocument: Sendable {
  /// The section's own heading.
  public var title: [UInt8]

  /// The headings above it, outermost first, without the section's own.
  public var headings: [[UInt8]]

  /// The fragment of the section's address.
  public var anchor: [UInt8]

  /// The source line of the heading, from 1.
  public var line: Int

  /// The names that the section defines, in any spelling.
  public var terms: [[UInt8]]

  /// What a reader sees below the heading, one line of text for each entry of `textLines`.
  public var text: [UInt8]

  /// The source line of each line of `text`, from 1.
  public var textLines: [Int]

  /// The places in `textLines` of lines of code, ascending: a passage rather quotes prose.
  public var codeLines: [Int]

  /// What the section's score is multiplied by: less than 1 for text that only repeats or asks.
  public var prior: Float

  /// Creates a section.
  public init(
    title: [UInt8], headings: [[UInt8]] = [], anchor: [UInt8] = [], line: Int = 1,
    terms: [[UInt8]] = [], text: [UInt8], textLines: [Int] = [], codeLines: [Int] = [],
    prior: Float = 1
  ) {
    self.title = title
    self.headings = headings
    self.anchor = anchor
    self.line = line
    self.terms = terms
    self.text = text
    self.textLines = textLines
    self.codeLines = codeLines
    self.prior = prior
  }
}

/// One term of the glossary, which a query may name: its definition is the answer.
public struct SourceEntry: Sendable {
  /// The names of the term, the one to show first.
  public var names: [[UInt8]]

  /// The definition, as a sentence.
  public var definition: [UInt8]

  /// Where the definition stands.
  public var section: Place

  /// A section, named by its note or by its number.
  public enum Place: Sendable {
    /// A section of a note of the same builder: the note's number there, and the section's in the note.
    case own(note: Int, document: Int)
    /// A section of any segment, by the number that it has in the whole index.
    case any(DocumentID)
  }

  /// The source line of the definition, from 1.
  public var line: Int

  /// The normal forms of all names, where they are known already: see ``nameKeys(of:)``.
  public var forms: [[UInt8]]?

  /// Creates an entry.
  public init(
    names: [[UInt8]], definition: [UInt8], section: Place, line: Int, forms: [[UInt8]]? = nil
  ) {
    self.forms = forms
    self.names = names
    self.definition = definition
    self.section = section
    self.line = line
  }
}

/// A name that is also looked for when another is typed.
public struct SourceSynonym: Sendable {
  /// What is typed.
  public var name: [UInt8]

  /// What is looked for besides.
  public var other: [UInt8]

  /// How much a section found by the other name counts, as a share of one found by the name itself.
  public var weight: Float

  /// The normal forms of what is typed, where they are known already: see ``nameKeys(of:)``.
  public var forms: [[UInt8]]?

  /// Creates a synonym, in one direction.
  public init(name: [UInt8], other: [UInt8], weight: Float, forms: [[UInt8]]? = nil) {
    self.forms = forms
    self.name = name
    self.other = other
    self.weight = weight
  }
}
