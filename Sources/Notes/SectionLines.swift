/// The text of a section in the order of the file: what stands in footnotes comes last in the section.
public struct SectionLines: Sendable {
  /// The lines from the top of the file to its end; those of one source line as the section has them.
  let lines: [TextLine]

  /// The place of each of `lines` in the section.
  private let places: [Int]

  /// Orders the text of a section.
  ///
  /// - Complexity: O(*n* log *n*) in the number of lines; O(*n*) where they are in order.
  public init(_ section: Section) {
    let text = section.text
    let isInOrder = zip(text, text.dropFirst()).allSatisfy { $0.line <= $1.line }
    let places =
      isInOrder
      ? Array(text.indices)
      : text.indices.sorted { (text[$0].line, $0) < (text[$1].line, $1) }
    self.places = places
    lines = isInOrder ? text : places.map { text[$0] }
  }

  /// The place in `Section.text` of the first text that begins on a source line.
  ///
  /// - Parameter line: The line, from 1.
  /// - Returns: The place; `nil` where no text begins on the line.
  /// - Complexity: O(log *n*) in the number of lines.
  public func place(ofLine line: Int) -> Int? {
    let first = first(from: line)
    return first < lines.count && lines[first].line == line ? places[first] : nil
  }

  /// The texts that stand above a source line.
  func above(_ line: Int) -> ArraySlice<TextLine> { lines[..<first(from: line)] }

  /// The texts that stand on some source lines, as the section has them.
  ///
  /// - Complexity: O(log *n* + *k*) for *k* lines of *n*, and the sorting of these.
  func text(on range: Range<Int>) -> [String] {
    let found = first(from: range.lowerBound)..<first(from: range.upperBound)
    return found.sorted { places[$0] < places[$1] }.map { lines[$0].text }
  }

  /// The first of `lines` that stands on a source line or below it.
  private func first(from line: Int) -> Int { lines.partitioningIndex { $0.line >= line } }
}

extension RandomAccessCollection {
  /// The first place at which something holds, if it holds for all elements behind one for which it does.
  ///
  /// - Returns: The place; `endIndex` where it holds for none.
  /// - Complexity: O(log *n*) calls.
  package func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var (first, count) = (startIndex, count)
    while count > 0 {
      let half = count / 2
      let middle = index(first, offsetBy: half)
      if holds(self[middle]) {
        count = half
      } else {
        first = index(after: middle)
        count -= half + 1
      }
    }
    return first
  }
}
