/// A block of a document and the source lines it covers.
public struct Block: Hashable, Sendable {
  /// What the block is.
  public var content: Content

  /// The first and last source line, from 1.
  public var lines: ClosedRange<Int>

  /// Creates a block.
  public init(_ content: Content, lines: ClosedRange<Int>) {
    self.content = content
    self.lines = lines
  }

  /// The kinds of block.
  public indirect enum Content: Hashable, Sendable {
    /// A heading of level 1 to 6; `id` is what `{#id}` said, if anything.
    case heading(level: Int, [Inline], id: String?)

    /// A paragraph.
    case paragraph([Inline])

    /// A bulleted, numbered or task list.
    case list(List)

    /// A block quote.
    case quote([Block])

    /// A callout: `> [!NOTE] Title` or `!!! note "Title"`.
    case callout(Callout)

    /// A fenced or indented code block; `info` is the whole info string, empty if there is none.
    case code(String, info: String)

    /// Raw HTML, as written.
    case html(String)

    /// A pipe table.
    case table(Table)

    /// A thematic break.
    case thematicBreak
  }
}

/// A list and its items.
public struct List: Hashable, Sendable {
  /// The number of the first item of a numbered list; `nil` for bullets.
  public var start: Int?

  /// Whether the items are set without space between them.
  public var isTight: Bool

  /// The items, in reading order.
  public var items: [Item]

  /// Creates a list.
  public init(start: Int?, isTight: Bool, items: [Item]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }

  /// One item of a list.
  public struct Item: Hashable, Sendable {
    /// Whether the task is done; `nil` where the item is no task.
    public var isDone: Bool?

    /// What the item holds.
    public var blocks: [Block]

    /// The first and last source line, from 1.
    public var lines: ClosedRange<Int>

    /// Creates an item.
    public init(isDone: Bool? = nil, blocks: [Block], lines: ClosedRange<Int>) {
      self.isDone = isDone
      self.blocks = blocks
      self.lines = lines
    }
  }
}

/// A passage set apart: a note, a tip, a warning.
public struct Callout: Hashable, Sendable {
  /// The kind as written, in lower case: `note`, `tip`, `warning`.
  public var kind: String

  /// The title, empty where the note gives none.
  public var title: [Inline]

  /// What the callout says.
  public var blocks: [Block]

  /// Creates a callout.
  public init(kind: String, title: [Inline], blocks: [Block]) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
  }
}

/// A pipe table: every row has as many cells as there are alignments.
public struct Table: Hashable, Sendable {
  /// How a column is set.
  public enum Alignment: Hashable, Sendable {
    /// No wish.
    case natural
    /// `:---`
    case left
    /// `:---:`
    case center
    /// `---:`
    case right
  }

  /// One for each column.
  public var alignments: [Alignment]

  /// The cells of the first row.
  public var header: [[Inline]]

  /// The other rows.
  ///
  /// Row *i* stands on line `lines.lowerBound + 2 + i` of its block.
  public var rows: [[[Inline]]]

  /// Creates a table.
  public init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}
