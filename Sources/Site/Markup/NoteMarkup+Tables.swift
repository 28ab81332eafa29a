internal import HTML
internal import Markdown
internal import Notes

extension NoteMarkup {
  mutating func write(_ table: Table) {
    // A table that scrolls is reached by keyboard, so that it needs a name; a landmark each would be too many.
    writer.start(
      "div",
      [
        .class("table"), Attribute("role", "group"), .label(tableLabel), Attribute("tabindex", "0"),
      ])
    writer.start("table")
    writer.start("thead")
    write(table.header, table.alignments, isHead: true)
    writer.end("thead")
    if !table.rows.isEmpty {
      writer.start("tbody")
      for row in table.rows { write(row, table.alignments, isHead: false) }
      writer.end("tbody")
    }
    writer.end("table")
    writer.end("div")
  }

  /// What a table is called: by the section that it stands in.
  private var tableLabel: String {
    let label = site.language("Tableau", "Table")
    guard note.sections.indices.contains(section), !note.sections[section].name.isEmpty else {
      return label
    }
    return spaced(label + site.language(" : ", ": ") + note.sections[section].name)
  }

  private mutating func write(
    _ row: [[Inline]], _ alignments: [Table.Alignment], isHead: Bool
  ) {
    writer.start("tr")
    for (place, cell) in row.enumerated() {
      let alignment = place < alignments.count ? alignments[place] : .natural
      // A head without text would be no head for who hears the table.
      let isHeader = isHead && !cell.plainText.isEmpty
      let name: StaticString = isHeader ? "th" : "td"
      writer.start(
        name, [Attribute("scope", isHeader ? "col" : nil), .class(alignment.style)])
      write(cell)
      writer.end(name)
    }
    writer.end("tr")
  }
}
