/// A pipe table as it stands in the source: cells are bytes of Markdown, not yet parsed.
///
/// Grammar: GitHub Flavored Markdown, section 4.10.
struct TableSource {
  /// One for each column.
  let alignments: [Table.Alignment]

  /// The index of the header row among the lines given.
  let headerIndex: Int

  /// The cells of the header and of the rows below the delimiter row, as many as columns.
  let rows: [[[UInt8]]]

  /// Short rows are filled with empty cells up to this many in one table.
  ///
  /// Past it the lines are no table: a wide header over many short rows would take memory without
  /// bound.
  private static let mostPadding = 100_000

  /// Finds the first table among the lines of a paragraph; it takes all lines from its header on.
  ///
  /// Cost: O(*length of the lines*).
  init?(lines: [Range<Int>], of bytes: [UInt8]) {
    let delimiter = lines.indices.dropFirst().first { index in
      let marks = bytes[lines[index]]
      let header = bytes[lines[index - 1]]
      return Self.isDelimiterRow(marks) && (marks.contains(.pipe) || header.contains(.pipe))
        && Self.cells(marks).count == Self.cells(header).count
    }
    guard let delimiter else { return nil }
    let marks = Self.cells(bytes[lines[delimiter]])
    let header = Self.cells(bytes[lines[delimiter - 1]])
    alignments = marks.map(Self.alignment)
    headerIndex = delimiter - 1
    var rows = [header]
    var padding = 0
    for line in lines[(delimiter + 1)...] {
      var cells = Self.cells(bytes[line])
      if cells.count > marks.count {
        // Words of surplus cells stay visible in the last column.
        let surplus = cells[(marks.count - 1)...].joined(separator: Array(" | ".utf8))
        cells.replaceSubrange((marks.count - 1)..., with: [Array(surplus)])
      }
      padding += marks.count - cells.count
      guard padding <= Self.mostPadding else { return nil }
      rows.append(cells + Array(repeating: [], count: marks.count - cells.count))
    }
    self.rows = rows
  }

  /// Whether a line is made of cells like `---`, `:--`, `:-:`.
  static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.allSatisfy({ $0.isBlank || "|-:".utf8.contains($0) }),
      line.contains(UInt8(ascii: "-")),
      line.contains(.pipe) || line.contains(UInt8(ascii: ":"))
    else { return false }
    return cells(line).allSatisfy { cell in
      var dashes = cell[...]
      if dashes.first == UInt8(ascii: ":") { dashes.removeFirst() }
      if dashes.last == UInt8(ascii: ":") { dashes.removeLast() }
      return !dashes.isEmpty && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
    }
  }

  private static func alignment(of cell: [UInt8]) -> Table.Alignment {
    switch (cell.first == UInt8(ascii: ":"), cell.last == UInt8(ascii: ":")) {
    case (false, false): .natural
    case (true, false): .left
    case (false, true): .right
    case (true, true): .center
    }
  }

  /// The cells of a row, trimmed, with `\|` read as `|`.
  private static func cells(_ line: ArraySlice<UInt8>) -> [[UInt8]] {
    var rest = line.trimmed
    if rest.first == .pipe { rest.removeFirst() }
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var index = rest.startIndex
    while index < rest.endIndex {
      if rest[index] == .backslash, index + 1 < rest.endIndex {
        if rest[index + 1] != .pipe { cell.append(.backslash) }
        cell.append(rest[index + 1])
        index += 2
        continue
      }
      if rest[index] == .pipe {
        cells.append(Array(cell[...].trimmed))
        cell.removeAll(keepingCapacity: true)
      } else {
        cell.append(rest[index])
      }
      index += 1
    }
    let last = cell[...].trimmed
    // A pipe at the end closes the last cell and opens none.
    if !last.isEmpty || rest.last != .pipe { cells.append(Array(last)) }
    return cells
  }
}
