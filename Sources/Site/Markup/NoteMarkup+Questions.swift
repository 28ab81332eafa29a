internal import HTML
internal import Markdown
internal import Notes

extension NoteMarkup {
  /// Whether a list holds the choices of a question, right ones and wrong ones.
  func isQuestion(_ list: List) -> Bool {
    guard let first = list.items.first, list.items.contains(where: { $0.isDone == true }),
      list.items.contains(where: { $0.isDone == false })
    else { return false }
    return note.questions.contains { $0.line == first.lines.lowerBound }
  }

  /// Writes the choices; which are right, and why, opens below them.
  mutating func writeQuestion(_ list: List) {
    writer.start("ul", [.class("choices")])
    for item in list.items {
      writer.start("li")
      if case .paragraph(let inlines)? = item.blocks.first?.content {
        write(Self.answer(of: inlines))
      }
      writer.end("li")
    }
    writer.end("ul")
    writer.start("details", [.class("solution")])
    let isOne = list.items.count { $0.isDone == true } == 1
    writer.element(
      "summary",
      text: site.language(isOne ? Wording("Réponse", "Answer") : Wording("Réponses", "Answers")))
    writer.start("ul", [.class("choices")])
    for item in list.items {
      let isRight = item.isDone == true
      writer.start("li", [.class(isRight ? "correct" : nil)])
      if isRight {
        writer.element(
          "span", .class("unseen"),
          text: site.language(Wording("Bonne réponse : ", "Right answer: ")))
      }
      writeBlocks(of: item, isTight: list.isTight)
      writer.end("li")
    }
    writer.end("ul")
    writer.end("details")
  }

  /// A choice without what explains it after a dash.
  private static func answer(of inlines: [Inline]) -> [Inline] {
    for (place, inline) in inlines.enumerated() {
      guard case .text(let text) = inline, let dash = Question.Choice.dash(in: text) else {
        continue
      }
      return inlines[..<place] + [.text(String(text[..<dash.lowerBound]))]
    }
    return inlines
  }
}
