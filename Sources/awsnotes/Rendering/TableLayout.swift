import Markdown

/// A table laid out in columns for a terminal.
struct TableLayout {
  private let alignments: [Table.Alignment]
  private let rows: [[StyledText]]

  /// Prepares a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - styled: Gives the look of a cell's text.
  init(_ table: Table, styled: ([Inline], Style) -> StyledText) {
    alignments = table.alignments
    rows =
      [table.header.map { styled($0, .bold) }] + table.rows.map { $0.map { styled($0, .plain) } }
  }

  /// The lines of the table; cells that are too wide for their column are wrapped.
  func lines(width: Int) -> [StyledText] {
    let columns = columnWidths(width: width)
    var lines: [StyledText] = []
    for (place, row) in rows.enumerated() {
      let cells = zip(row, columns).map { $0.wrapped(to: $1) }
      for line in 0..<Swift.max(1, cells.map(\.count).max() ?? 1) {
        var text = StyledText()
        for (column, cell) in cells.enumerated() {
          if column > 0 { text += StyledText(" │ ", .dim) }
          let piece = line < cell.count ? cell[line] : StyledText()
          let isLast = column == cells.count - 1
          text += padded(piece, to: columns[column], alignments[column], isLast: isLast)
        }
        lines.append(text)
      }
      if place == 0 {
        let rule = columns.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─")
        lines.append(StyledText(rule, .dim))
      }
    }
    return lines
  }

  /// The widths that cells ask for; where they ask for too much, the widest give way first.
  private func columnWidths(width: Int) -> [Int] {
    var widths = alignments.indices.map { column in
      Swift.max(1, rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 1)
    }
    let room = Swift.max(widths.count * 4, width - 3 * (widths.count - 1))
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 4,
      let column = widths.firstIndex(of: widest)
    {
      widths[column] -= 1
    }
    return widths
  }

  private func padded(
    _ text: StyledText, to width: Int, _ alignment: Table.Alignment, isLast: Bool
  ) -> StyledText {
    let space = Swift.max(0, width - text.width)
    switch alignment {
    case .natural, .left: return isLast ? text : text + .spaces(space)
    case .right: return .spaces(space) + text
    case .center: return .spaces(space / 2) + text + .spaces(space - space / 2)
    }
  }
}
