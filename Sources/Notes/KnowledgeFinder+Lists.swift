internal import Markdown

extension KnowledgeFinder {
  /// The paragraph, if it announces what follows.
  static func lead(_ block: Block) -> String? {
    guard case .paragraph(let inlines) = block.content else { return nil }
    let text = trimmed(inlines.plainText)
    return text.hasSuffix(":") ? trimmed(text.dropLast()) : nil
  }

  /// Keeps a list as it is written, if each item begins with text.
  mutating func addEnumeration(_ list: List, _ context: Context) {
    let items = list.items.compactMap { item -> TextLine? in
      guard item.isDone == nil, let first = item.blocks.first,
        case .paragraph(let inlines) = first.content
      else { return nil }
      let text = trimmed(inlines.plainText)
      return text.isEmpty ? nil : TextLine(text, line: first.lines.lowerBound)
    }
    guard items.count == list.items.count, !items.isEmpty else { return }
    note.enumerations.append(
      Enumeration(
        subject: context.subject, lead: context.lead, isNested: context.isNested, items: items,
        section: context.section))
  }

  /// Keeps a question with its choices; the text since the last question is its stem.
  mutating func addQuestion(_ list: List, section: Int) {
    let line = list.items[0].lines.lowerBound
    // Sections are walked through one after another.
    let last = note.questions.last.flatMap { $0.section == section ? $0 : nil }
    let start = (last?.line ?? 0) + (last?.choices.count ?? 0)
    let stem = lines?.text(on: start..<Swift.max(start, line)) ?? []
    let choices = list.items.map { item in
      Question.Choice(
        item.blocks.map { $0.plainText.replacing("\n", with: " ") }.joined(separator: " "),
        isRight: item.isDone == true)
    }
    note.questions.append(
      Question(
        stem: stem.joined(separator: " "), choices: choices, section: section,
        line: line))
  }

  /// Heeds `<!-- sans carte -->`, for the section and those below it.
  mutating func markUnwanted(_ part: Outline.Part, section: Int) {
    let isInherited = part.parent.map { note.sections[$0].isWithoutCards } ?? false
    note.sections[section].isWithoutCards =
      isInherited
      || part.blocks.contains { block in
        guard case .html(let source) = block.content else { return false }
        let words = foldedWords(source)
        return source.hasPrefix("<!--")
          && [["sans", "carte"], ["sans", "cartes"], ["no", "card"], ["no", "cards"]]
            .contains(words)
      }
  }
}
