/// Follows the inlines of one paragraph and says on which source line each begins.
///
/// libcmark counts only the line ends that it keeps as breaks: not those inside a code span, a tag,
/// an address with its title or a label. But its columns run on over those, so that the column of a
/// node plus the place of the last break is a place in the paragraph's text, and the line follows.
struct LineTracker {
  /// The line of the inline entered last.
  private(set) var line: Int

  /// The paragraph's lines without container marks, joined by `\n`; empty where all is on one line.
  private let text: [UInt8]

  /// The index in `text` up to which line ends are counted.
  private var counted = 0

  /// The index in `text` after the inline left last.
  private var cursor = 0

  /// What to add to a column to get an index in `text`; `nil` between a break and the next inline.
  private var origin: Int?

  /// Follows inlines that all stand on one line.
  init(line: Int) {
    self.line = line
    text = []
  }

  /// Follows inlines over several lines.
  init(text: [UInt8], firstLine: Int) {
    line = firstLine
    self.text = text
  }

  /// Moves to where an inline begins.
  ///
  /// Cost over a paragraph: O(*length of the paragraph*).
  mutating func enter(_ node: Node) {
    guard !text.isEmpty else { return }
    var column = node.startColumn
    // The column of `<address>` counts the paragraph's indentation twice; that of its text does not.
    if node.kind == .link, let child = node.firstChild, child.startColumn > 0 {
      column = child.startColumn - 1
    }
    guard column > 0 else { return }
    let origin = origin ?? cursor - column
    self.origin = origin
    count(upTo: origin + column)
  }

  /// Moves to where an inline ends.
  mutating func leave(_ node: Node) {
    guard let origin, node.endColumn > 0, !text.isEmpty else { return }
    if node.kind == .link, let child = node.firstChild, child.startColumn < node.startColumn {
      return
    }
    cursor = max(cursor, min(origin + node.endColumn + 1, text.count))
  }

  /// Moves to the next line.
  mutating func passBreak() {
    guard !text.isEmpty else { return }
    guard let end = text[cursor...].firstIndex(of: .newline) else { return }
    cursor = end + 1
    count(upTo: cursor)
    origin = nil
  }

  private mutating func count(upTo index: Int) {
    let index = min(max(index, counted), text.count)
    line += text[counted..<index].count { $0 == .newline }
    counted = index
  }
}
