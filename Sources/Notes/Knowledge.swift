/// A term and what the note says it is.
public struct Definition: Hashable, Sendable {
  /// The shape in which the definition was written, the clearest first.
  public enum Pattern: UInt8, Hashable, Sendable, CaseIterable {
    /// `**TERM (Expansion)** : text`
    case boldTerm
    /// A heading whose first sentence begins with its own name and a verb.
    case headingSentence
    /// `Description : …` or `Rôle : …` below a heading.
    case label
    /// `Term : text`
    case plainTerm
  }

  /// The term.
  public var term: String

  /// What the term is short for.
  public var expansion: String?

  /// Other names of the term.
  public var aliases: [String]

  /// What it is.
  public var text: String

  /// The shape of the definition.
  public var pattern: Pattern

  /// The term or heading that this one belongs to, where it is nested.
  public var parent: String?

  /// The place of the section in `Note.sections`.
  public var section: Int

  /// The source line, from 1.
  public var line: Int

  /// Creates a definition.
  public init(
    term: String, expansion: String? = nil, aliases: [String] = [], text: String, pattern: Pattern,
    parent: String? = nil, section: Int, line: Int
  ) {
    self.term = term
    self.expansion = expansion
    self.aliases = aliases
    self.text = text
    self.pattern = pattern
    self.parent = parent
    self.section = section
    self.line = line
  }

  /// All names, the term itself first.
  public var names: [String] { [term] + (expansion.map { [$0] } ?? []) + aliases }
}

/// Initials and the words they stand for.
public struct Acronym: Hashable, Sendable {
  /// The initials: `EFS`.
  public var short: String

  /// The words: `Elastic File System`.
  public var expansion: String

  /// The place of the section in `Note.sections`.
  public var section: Int

  /// Creates a pair.
  public init(short: String, expansion: String, section: Int) {
    self.short = short
    self.expansion = expansion
    self.section = section
  }
}

/// A labelled statement about what a section or an item is about.
public struct Fact: Hashable, Sendable {
  /// What the statement is about: the section's name, or the term above.
  public var subject: String

  /// The label: `Rôle`, `Avantages`.
  public var label: String

  /// The statement.
  public var text: String

  /// The row of the table that the statement is a cell of, from 0; the label is its column's.
  public var row: Int?

  /// Whether the columns of the table are the things that are told of, and its rows tell what: « Critère » stands
  /// above them, or nothing.
  public var isCompared: Bool

  /// The place of the section in `Note.sections`.
  public var section: Int

  /// The source line, from 1.
  public var line: Int

  /// Creates a fact.
  public init(
    subject: String, label: String, text: String, row: Int? = nil, isCompared: Bool = false,
    section: Int, line: Int
  ) {
    self.subject = subject
    self.label = label
    self.text = text
    self.row = row
    self.isCompared = isCompared
    self.section = section
    self.line = line
  }

  /// Whether the statement is a cell of a table.
  public var isCell: Bool { row != nil }

  /// How many rows of a table are learned, the first ones.
  ///
  /// Those behind them are found and shown, as in a table to look things up in; they are no terms and make no cards.
  /// A row that is added below takes no card away.
  public static let mostRows = 40
}

/// A network port and what is said to use it.
public struct Port: Hashable, Sendable {
  /// The number, 1 to 65535; of a range the first.
  public var number: Int

  /// The last number of a range: 65535 for `ports 1024-65535`.
  public var through: Int?

  /// What uses it: `Instances Nextcloud → RDS MySQL`.
  public var subject: String

  /// The place of the section in `Note.sections`.
  public var section: Int

  /// The source line, from 1.
  public var line: Int

  /// The place in `Section.text` of what names it; `nil` where no text begins on its line.
  public var text: Int?

  /// Creates a port.
  public init(
    _ numbers: ClosedRange<Int>, subject: String, section: Int, line: Int, text: Int? = nil
  ) {
    number = numbers.lowerBound
    through = numbers.count > 1 ? numbers.upperBound : nil
    self.subject = subject
    self.section = section
    self.line = line
    self.text = text
  }

  /// The number, or the range with a dash: `443`, `1024–65535`.
  public var numbers: String { through.map { "\(number)–\($0)" } ?? String(number) }
}

/// Terms that are listed together below a name.
public struct Group: Hashable, Sendable {
  /// The name of the group: `Stockage`.
  public var name: String

  /// The terms, in the order of the list.
  public var members: [String]

  /// The place of the section in `Note.sections`.
  public var section: Int

  /// The source line of the name, from 1.
  public var line: Int

  /// Creates a group.
  public init(name: String, members: [String], section: Int, line: Int) {
    self.name = name
    self.members = members
    self.section = section
    self.line = line
  }
}

/// A link in a note.
public struct NoteLink: Hashable, Sendable {
  /// How the link is written.
  public enum Kind: UInt8, Hashable, Sendable {
    /// `[text](destination)`
    case inline
    /// `[[note#heading|alias]]`
    case wiki
    /// An address that is its own text.
    case address
  }

  /// How the link is written.
  public var kind: Kind

  /// Where it leads: an address, a path, or for a wiki link a name; without the fragment.
  public var target: String

  /// The fragment or heading after `#`.
  public var fragment: String?

  /// What is shown.
  public var text: String

  /// The place of the section in `Note.sections`.
  public var section: Int

  /// The source line, from 1.
  public var line: Int

  /// Creates a link.
  public init(
    kind: Kind, target: String, fragment: String? = nil, text: String, section: Int, line: Int
  ) {
    self.kind = kind
    self.target = target
    self.fragment = fragment
    self.text = text
    self.section = section
    self.line = line
  }
}

/// An image in a note.
public struct NoteImage: Hashable, Sendable {
  /// Where the picture is, as written.
  public var source: String

  /// The alternative text.
  public var alternative: String

  /// The place of the section in `Note.sections`.
  public var section: Int

  /// The source line, from 1.
  public var line: Int

  /// Creates an image.
  public init(source: String, alternative: String, section: Int, line: Int) {
    self.source = source
    self.alternative = alternative
    self.section = section
    self.line = line
  }
}
