internal import HTML
internal import Markdown
internal import Notes

extension NoteMarkup {
  mutating func write(_ list: List) {
    if isQuestion(list) { return writeQuestion(list) }
    let isTasks = list.items.contains { $0.isDone != nil }
    let name: StaticString = list.start == nil ? "ul" : "ol"
    let start = list.start.flatMap { $0 == 1 ? nil : String($0) }
    writer.start(name, [Attribute("start", start), .class(isTasks ? "tasks" : nil)])
    for item in list.items {
      writer.start("li")
      if let isDone = item.isDone {
        writer.void(
          "input", Attribute("type", "checkbox"), Attribute("disabled", if: true),
          Attribute("checked", if: isDone),
          .label(isDone ? site.language("fait", "done") : site.language("à faire", "to do")))
        writer.text(" ")
      }
      writeBlocks(of: item, isTight: list.isTight)
      writer.end("li")
    }
    writer.end(name)
  }

  /// Writes what an item holds; in a tight list, its paragraphs are lines.
  mutating func writeBlocks(of item: List.Item, isTight: Bool) {
    for block in item.blocks {
      if isTight, case .paragraph(let inlines) = block.content {
        writeParagraph(inlines, of: block, isTight: true)
      } else {
        write(block)
      }
    }
  }
}
