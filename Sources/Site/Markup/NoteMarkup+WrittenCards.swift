internal import HTML
internal import Markdown
internal import Notes

// Cards that were written by hand stand on the page as a question and its answer, without the marks between them.

extension NoteMarkup {
  /// Writes a paragraph; in a tight list, as a line.
  mutating func writeParagraph(_ inlines: [Inline], of block: Block, isTight: Bool = false) {
    guard block.lines.contains(where: cardLines.contains) else {
      return writePlain(inlines, isTight: isTight)
    }
    let lines = Self.lines(of: inlines)
    if let mark = lines.firstIndex(where: { trimmed($0.plainText) == "?" }) {
      let (before, after) = (lines[..<mark], lines[(mark + 1)...])
      if before.isEmpty || after.isEmpty {
        // What is missing here is the paragraph above or below.
        return writePlain(Self.joined(before.isEmpty ? after : before), isTight: isTight)
      }
      return writeCards([(Self.joined(before), Self.joined(after))])
    }
    var plain: [[Inline]] = []
    var cards: [(question: [Inline], answer: [Inline])] = []
    for line in lines {
      if let card = Self.card(line) {
        writePlain(Self.joined(plain[...]), isTight: isTight)
        plain = []
        cards.append(card)
      } else {
        writeCards(cards)
        cards = []
        plain.append(line)
      }
    }
    writeCards(cards)
    writePlain(Self.joined(plain[...]), isTight: isTight)
  }

  private mutating func writePlain(_ inlines: [Inline], isTight: Bool) {
    if isTight { return write(inlines) }
    guard !inlines.isEmpty else { return }
    writer.start("p")
    write(inlines)
    writer.end("p")
  }

  private mutating func writeCards(_ cards: [(question: [Inline], answer: [Inline])]) {
    guard !cards.isEmpty else { return }
    writer.start("dl", [.class("written")])
    for card in cards {
      writer.start("dt")
      write(card.question)
      writer.end("dt")
      writer.start("dd")
      write(card.answer)
      writer.end("dd")
    }
    writer.end("dl")
  }

  /// A line as question and answer; `nil` where no mark stands between two texts.
  private static func card(_ line: [Inline]) -> (question: [Inline], answer: [Inline])? {
    for (place, inline) in line.enumerated() {
      guard case .text(let text) = inline, let mark = WrittenCard.mark(in: text) else { continue }
      return (
        line[..<place] + [.text(String(text[..<mark.lowerBound]))],
        [.text(String(text[mark.upperBound...]))] + line[(place + 1)...]
      )
    }
    return nil
  }

  private static func lines(of inlines: [Inline]) -> [[Inline]] {
    inlines.split(omittingEmptySubsequences: false) { $0 == .softBreak || $0 == .lineBreak }
      .map(Array.init)
  }

  private static func joined(_ lines: some Collection<[Inline]>) -> [Inline] {
    Array(lines.joined(separator: [.softBreak]))
  }
}
