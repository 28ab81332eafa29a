/// The source that libcmark was given, by line.
struct SourceLines {
  /// The bytes, with `\n` line ends.
  let bytes: [UInt8]

  /// The index of the first byte of each line, and last the index after the last line.
  private let starts: [Int]

  /// For each line, the last line not below it that holds more than spaces and quote marks.
  private let lastWritten: [Int]

  /// Finds the lines of `bytes`.
  ///
  /// O(*n*).
  init(_ bytes: [UInt8]) {
    var starts: [Int] = []
    var lastWritten: [Int] = []
    var start = 0
    var written = 1
    while start < bytes.count {
      starts.append(start)
      let content = Shielder.contentStart(in: bytes, from: start)
      let end = bytes[content...].firstIndex(of: .newline) ?? bytes.count
      if content < end { written = starts.count }
      lastWritten.append(written)
      start = end + 1
    }
    self.bytes = bytes
    self.starts = starts + [max(start, bytes.count)]
    self.lastWritten = lastWritten
  }

  /// The bytes of a line, from 1, without its line end.
  func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line < starts.count else { return bytes.count..<bytes.count }
    let next = starts[line]
    let end =
      next <= bytes.count && next > 0 && bytes[next - 1] == .newline ? next - 1 : bytes.count
    return starts[line - 1]..<max(end, starts[line - 1])
  }

  /// The bytes from where a block's own text begins to the end of that line.
  func firstLine(of node: Node) -> ArraySlice<UInt8> {
    let line = range(ofLine: node.startLine)
    return bytes[
      min(line.lowerBound + max(node.startColumn, 1) - 1, line.upperBound)..<line.upperBound]
  }
}

// MARK: - Lines of blocks

extension SourceLines {
  /// The lines of a block.
  ///
  /// libcmark counts blank lines below a container, ends a comment before its last line, and some
  /// other blocks after it; here a block ends where it was last written.
  func lines(of node: Node) -> ClosedRange<Int> {
    let start = max(node.startLine, 1)
    let end: Int
    switch node.kind {
    case .html:
      end = start + max(node.literal.count { $0 == .newline }, 1) - 1
    case .heading where node.endLine > start:
      end = underline(of: node)
    case .code:
      // The fence that nothing closes ends for libcmark on the line that ends the block around it.
      end = node.following()?.startLine == node.endLine ? node.endLine - 1 : node.endLine
    default:
      end = node.endLine
    }
    guard end > start, !lastWritten.isEmpty else { return start...start }
    return start...max(start, lastWritten[min(end, lastWritten.count) - 1])
  }

  /// The line of the `===` or `---` that makes a heading of the lines above it.
  func underline(of heading: Node) -> Int {
    var line = heading.startLine + 1
    while line < heading.endLine {
      let text = bytes[range(ofLine: line)]
      let content = text.drop { $0.isBlank || $0 == UInt8(ascii: ">") }.trimmed
      if let mark = content.first, "=-".utf8.contains(mark), content.allSatisfy({ $0 == mark }) {
        break
      }
      line += 1
    }
    return line
  }

  /// The lines of a paragraph's or heading's text without the marks of the blocks around it.
  ///
  /// A line of a paragraph has at most as many quote marks as there are quotes around it; deeper
  /// ones would have opened another quote.
  func textLines(of node: Node) -> [Range<Int>] {
    var last = lines(of: node).upperBound
    if node.kind == .heading, node.endLine > node.startLine { last = underline(of: node) - 1 }
    var quotes = 0
    var ancestor = node.parent
    while let current = ancestor {
      if current.kind == .quote { quotes += 1 }
      ancestor = current.parent
    }
    let first = firstLine(of: node)
    var result = [first.startIndex..<first.endIndex]
    for line in (node.startLine + 1)..<max(last + 1, node.startLine + 1) {
      let range = range(ofLine: line)
      var start = range.lowerBound
      var remaining = quotes
      while start < range.upperBound {
        if bytes[start] == UInt8(ascii: ">"), remaining > 0 {
          remaining -= 1
        } else if !bytes[start].isBlank {
          break
        }
        start += 1
      }
      result.append(start..<range.upperBound)
    }
    return result
  }
}
