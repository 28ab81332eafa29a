internal import Markdown

/// Finds what the writer meant as a card: `Question :: answer`, a `?` between two texts, gaps.
struct WrittenCardFinder {
  /// Whether passages with marked parts are wanted.
  var findsClozes: Bool
  private(set) var cards: [WrittenCard] = []
  private(set) var clozes: [Cloze] = []

  init(findsClozes: Bool) { self.findsClozes = findsClozes }

  /// Whether a line is a question with its answer rather than a label with its text.
  static func isCard(_ line: RunLine) -> Bool {
    line.runs.contains { !$0.isCode && WrittenCard.mark(in: $0.text) != nil }
  }

  /// Reads the blocks of a section; in a list or a quote each block stands for itself.
  mutating func find(in blocks: [Block], section: Int) {
    for (place, block) in blocks.enumerated() {
      switch block.content {
      case .paragraph(let inlines):
        let lines = runLines(of: inlines, from: block.lines.lowerBound)
        for line in lines { addInline(line, section: section) }
        if let mark = lines.firstIndex(where: { trimmed($0.text) == "?" }) {
          let before = Self.text(lines[..<mark]) ?? (place > 0 ? blocks[place - 1].plainText : "")
          let next = place + 1 < blocks.count ? blocks[place + 1].plainText : ""
          add(before, Self.text(lines[(mark + 1)...]) ?? next, false, section, lines[mark].line)
        }
        if findsClozes { addClozes(in: inlines, section: section, line: block.lines.lowerBound) }
      case .list(let list): for item in list.items { find(in: item.blocks, section: section) }
      case .quote(let blocks): find(in: blocks, section: section)
      case .callout(let callout): find(in: callout.blocks, section: section)
      case .heading, .code, .html, .table, .thematicBreak: break
      }
    }
  }

  private static func text(_ lines: ArraySlice<RunLine>) -> String? {
    lines.isEmpty ? nil : lines.map { trimmed($0.text) }.joined(separator: " ")
  }

  private mutating func addInline(_ line: RunLine, section: Int) {
    guard Self.isCard(line) else { return }
    var before = ""
    for (place, run) in line.runs.enumerated() {
      guard !run.isCode, let mark = WrittenCard.mark(in: run.text) else {
        before += run.text
        continue
      }
      let rest = line.runs[(place + 1)...].map(\.text).joined()
      return add(
        before + run.text[..<mark.lowerBound], run.text[mark.upperBound...] + rest,
        run.text[mark] == WrittenCard.reversibleMark, section, line.line)
    }
  }

  private mutating func add(
    _ question: String, _ answer: String, _ isReversible: Bool, _ section: Int, _ line: Int
  ) {
    let (question, answer) = (trimmed(question), trimmed(answer))
    guard !question.isEmpty, !answer.isEmpty else { return }
    cards.append(
      WrittenCard(
        question: question, answer: answer, isReversible: isReversible, section: section,
        line: line))
  }
}

// MARK: - Gaps

extension WrittenCardFinder {
  private mutating func addClozes(in inlines: [Inline], section: Int, line: Int) {
    let pieces = Self.pieces(of: Self.marked(inlines))
    for (place, piece) in pieces.enumerated() where piece.isGap && !trimmed(piece.text).isEmpty {
      clozes.append(
        Cloze(
          before: Self.end(of: pieces[..<place]), answer: trimmed(piece.text),
          after: Self.start(of: pieces[(place + 1)...]), section: section, line: line))
    }
  }

  /// The most bytes that are asked on either side of a gap: each gap takes the passage with it, and a passage of a
  /// thousand gaps would be kept a thousand times.
  private static let longestSide = 600

  /// The last words of a passage's pieces.
  private static func end(of pieces: ArraySlice<(text: String, isGap: Bool)>) -> String {
    var parts: [String] = []
    var length = 0
    for piece in pieces.reversed() {
      guard length <= longestSide else { break }
      parts.append(piece.text)
      length += piece.text.utf8.count
    }
    let text = parts.reversed().joined()
    guard length > longestSide else { return text }
    let bytes = text.utf8.suffix(longestSide)
    return "…" + (bytes.firstIndex(of: UInt8(ascii: " ")).map { text[$0...] } ?? "")
  }

  /// The first words of a passage's pieces.
  private static func start(of pieces: ArraySlice<(text: String, isGap: Bool)>) -> String {
    var text = ""
    for piece in pieces {
      guard text.utf8.count <= longestSide else { break }
      text += piece.text
    }
    guard text.utf8.count > longestSide else { return text }
    let bytes = text.utf8.prefix(longestSide)
    return (bytes.lastIndex(of: UInt8(ascii: " ")).map { text[...$0] } ?? "") + "…"
  }

  private static func marked(_ inlines: [Inline]) -> String {
    inlines.reduce(into: "") { text, inline in
      switch inline {
      case .highlight(let content): text += "{{" + content.plainText + "}}"
      case .emphasis(let content), .strong(let content): text += marked(content)
      default: text += inline.plainText
      }
    }
  }

  /// A text as it reads without the marks of gaps.
  static func withoutGaps(_ text: String) -> String {
    guard text.contains("{{") else { return text }
    return pieces(of: text).map(\.text).joined()
  }

  /// Cuts a text at `{{` and `}}`; `{{c1::part::hint}}`, as Anki writes it, is its part.
  private static func pieces(of text: String) -> [(text: String, isGap: Bool)] {
    var pieces: [(text: String, isGap: Bool)] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      pieces.append((String(rest[..<open.lowerBound]), false))
      let parts = rest[open.upperBound..<close.lowerBound].split(separator: "::")
      let isNumbered = parts.count > 1 && parts[0].first == "c"
      pieces.append((String(parts.isEmpty ? "" : parts[isNumbered ? 1 : 0]), true))
      rest = rest[close.upperBound...]
    }
    pieces.append((String(rest), false))
    return pieces
  }
}
