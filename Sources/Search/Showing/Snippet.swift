internal import FrenchText

/// The passage of a section that says most about a query.
public struct Snippet: Hashable, Sendable {
  /// The passage, on one line, UTF-8; rows of a table stand apart by ` / `.
  public var text: [UInt8]

  /// The words of the query in it, as byte ranges of `text`, ascending.
  public var highlights: [Range<Int>]

  /// Whether the section goes on before and after the passage.
  public var isCutBefore: Bool
  /// Whether the section goes on after the passage.
  public var isCutAfter: Bool

  /// The source line on which the passage's first word of the query stands, from 1.
  public var line: Int
}

extension Index {
  /// The best passage of a section for the query that found it.
  ///
  /// A passage begins at a line, a sentence or a word. Of all windows the best holds the most weight in
  /// different words of the query; of equal ones the first. Words in a block of code count half, so that
  /// prose that answers as well comes before the comment of a command.
  ///
  /// - Parameters:
  ///   - document: A section of this index.
  ///   - results: What the query found.
  ///   - length: The most bytes of the section's text that the passage may have.
  /// - Returns: The passage; the beginning of the text where no word of the query stands in it.
  /// - Complexity: O(*n*) in the length of the section.
  public func snippet(
    of document: DocumentID, for results: Results, length: Int = 200
  ) -> Snippet {
    let text = text(of: document)
    let segment = segments.lastIndex { $0.documentBase <= document.rawValue } ?? 0
    let marked =
      results.plan.map { Marker($0, index: self).marks(in: text, segment: segment) } ?? []
    let code = codeRanges(in: text, of: document)
    let window = bestWindow(in: text, marks: marked, code: code, length: length)
    let inside = marked.filter {
      $0.range.lowerBound >= window.lowerBound && $0.range.upperBound <= window.upperBound
    }
    let first = inside.first?.range.lowerBound ?? window.lowerBound
    var textLine = 0
    for byte in text[..<first] where byte == 0x0A { textLine += 1 }
    let (shown, breaks) = onOneLine(text, window)
    return Snippet(
      text: shown,
      highlights: inside.map { mark in
        let shift = Self.rowBreak.count - 1
        let before = breaks.prefix { $0 < mark.range.lowerBound }.count * shift - window.lowerBound
        return mark.range.lowerBound + before..<mark.range.upperBound + before
      },
      isCutBefore: window.lowerBound > 0, isCutAfter: window.upperBound < text.count,
      line: sourceLine(ofTextLine: textLine, in: document))
  }

  /// What stands between two rows of a table.
  private static let rowBreak = Array(" / ".utf8)

  /// A part of a text on one line: a space for the end of a line, a stroke between two rows of a table.
  ///
  /// - Returns: The line, and where in the text rows end.
  private func onOneLine(_ text: [UInt8], _ window: Range<Int>) -> (line: [UInt8], breaks: [Int]) {
    var line: [UInt8] = []
    var breaks: [Int] = []
    for place in window {
      if text[place] != 0x0A {
        line.append(text[place])
      } else if isRow(endingAt: place, in: text), isRow(after: place, in: text) {
        line += Self.rowBreak
        breaks.append(place)
      } else {
        line.append(0x20)
      }
    }
    return (line, breaks)
  }

  private func isRow(endingAt end: Int, in text: [UInt8]) -> Bool {
    let start = text[..<end].lastIndex(of: 0x0A) ?? -1
    return holdsCells(text[(start + 1)..<end])
  }

  private func isRow(after start: Int, in text: [UInt8]) -> Bool {
    let rest = text[(start + 1)...]
    return holdsCells(rest[..<(rest.firstIndex(of: 0x0A) ?? rest.endIndex)])
  }

  /// Whether a line is a row of a table: its cells stand apart by ` · `.
  private func holdsCells(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > 4 else { return false }
    for place in line.startIndex...(line.endIndex - 4)
    where line[place] == 0x20 && line[place + 1] == 0xC2 && line[place + 2] == 0xB7
      && line[place + 3] == 0x20
    {
      return true
    }
    return false
  }

  /// Where runs of lines of code stand in a section's text, ascending.
  private func codeRanges(in text: [UInt8], of document: DocumentID) -> [Range<Int>] {
    let isCode = codeLines(of: document)
    guard isCode.contains(true) else { return [] }
    var ranges: [Range<Int>] = []
    var (line, start) = (0, 0)
    for end in 0...text.count where end == text.count || text[end] == 0x0A {
      if line < isCode.count, isCode[line] {
        let last = ranges.last.flatMap { $0.upperBound + 1 == start ? ranges.popLast() : nil }
        ranges.append((last?.lowerBound ?? start)..<end)
      }
      (line, start) = (line + 1, end + 1)
    }
    return ranges
  }

  private func bestWindow(
    in text: [UInt8], marks: [Mark], code: [Range<Int>], length: Int
  ) -> Range<Int> {
    // Words in code count half.
    let factors = marks.map { code.holds($0.range.lowerBound) ? 1 : 2 }
    var best: (start: Int, weight: Int) = (0, -1)
    for (place, mark) in marks.enumerated() {
      let start = passageStart(before: mark.range.lowerBound, in: text, within: length / 2)
      var weight = 0
      var seen: [Int] = []
      for (number, other) in marks[place...].enumerated() {
        guard other.range.upperBound <= start + length else { break }
        weight +=
          factors[place + number] * Int(seen.contains(other.unit) ? other.weight / 8 : other.weight)
        seen.append(other.unit)
      }
      if weight > best.weight { best = (start, weight) }
    }
    let start = earlierStart(than: best.start, in: text, code: code, length: length)
    return start..<passageEnd(from: start, in: text, length: length)
  }

  /// Near the end of a text the passage has room for the lines before it; prose does not take in code.
  private func earlierStart(
    than start: Int, in text: [UInt8], code: [Range<Int>], length: Int
  ) -> Int {
    var start = start
    let isProse = !code.holds(start)
    while start > 0, text.count - start < length {
      let line = text[..<(start - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      guard text.count - line <= length, !(isProse && code.holds(line)) else { break }
      start = line
    }
    return start
  }

  /// The beginning of the line or sentence, or else of a word near the middle of what is allowed.
  private func passageStart(before place: Int, in text: [UInt8], within length: Int) -> Int {
    var start = place
    while start > 0, place - start < length {
      if text[start - 1] == 0x0A { return start }
      if start > 1, text[start - 1] == 0x20, isSentenceEnd(text[start - 2]) { return start }
      start -= 1
    }
    guard start > 0 else { return 0 }
    start = Swift.max(0, place - length / 2)
    while start < place, text[start - 1] != 0x20 { start += 1 }
    return start
  }

  private func passageEnd(from start: Int, in text: [UInt8], length: Int) -> Int {
    guard start + length < text.count else { return text.count }
    var end = start + length
    while end > start, text[end] != 0x20, text[end] != 0x0A { end -= 1 }
    if end == start {
      end = start + length
      while end > start, text[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return end
  }

  private func isSentenceEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }
}

extension [Range<Int>] {
  /// Whether a place lies in one of the ranges, which ascend.
  fileprivate func holds(_ place: Int) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].lowerBound <= place
  }
}
