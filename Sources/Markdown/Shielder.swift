/// Copies Markdown source and shields on the way what the extensions claim.
///
/// The copy has as many lines as the source. One pass, O(*n*).
struct Shielder {
  /// The shielded copy.
  private(set) var output: [UInt8] = []

  /// Whether some line looks like the delimiter row of a table.
  private(set) var hasDelimiterRow = false

  private let input: [UInt8]

  /// The labels of which the source seems to hold a definition.
  ///
  /// Others are left to CommonMark.
  private let labels: Set<String>

  /// Shields `input`, whose line ends are `\n`.
  init(_ input: [UInt8]) {
    self.input = input
    labels = Self.footnoteLabels(in: input)
    output.reserveCapacity(input.count + input.count / 8)
    var index = 0
    while index < input.count {
      copyLine(from: &index)
    }
  }

  // MARK: - Lines

  private mutating func copyLine(from index: inout Int) {
    let content = Self.contentStart(in: input, from: index)
    output.append(contentsOf: input[index..<content])
    index = content
    guard index < input.count else { return }
    switch input[index] {
    case UInt8(ascii: "["):
      if let label = footnote(at: index), label.end < input.count,
        input[label.end] == UInt8(ascii: ":")
      {
        insert(.footnote)
      } else if wouldDefineLink(at: index) {
        append(Shield.openingBracket)
        index += 1
      }
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="):
      if isCallout(at: index) { insert(.callout) }
    case .pipe, UInt8(ascii: "-"), UInt8(ascii: ":"):
      hasDelimiterRow = hasDelimiterRow || looksLikeDelimiterRow(at: index)
    default: break
    }
    while true {
      let start = index
      while index < input.count, !Self.mayMean(input[index]) { index += 1 }
      output.append(contentsOf: input[start..<index])
      guard index < input.count, input[index] != .newline else { break }
      copyInline(from: &index)
    }
    if index < input.count {
      output.append(.newline)
      index += 1
    }
  }

  /// Whether a byte is a line end or may begin what is shielded; all others are copied as they are.
  private static func mayMean(_ byte: UInt8) -> Bool {
    switch byte {
    case .newline, .backslash, UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: ":"), 0xEF: true
    default: false
    }
  }

  private mutating func insert(_ mark: Shield.Mark) {
    unsafe output.append(
      contentsOf: UnsafeBufferPointer(
        start: mark.inserted.utf8Start, count: mark.inserted.utf8CodeUnitCount))
    output.append(contentsOf: mark.bytes)
  }

  /// The first byte of a line after indentation and quote marks.
  static func contentStart(in bytes: [UInt8], from lineStart: Int) -> Int {
    var index = lineStart
    while index < bytes.count, bytes[index].isBlank || bytes[index] == UInt8(ascii: ">") {
      index += 1
    }
    return index
  }

  private func lineEnd(from index: Int) -> Int {
    input[index...].firstIndex(of: .newline) ?? input.count
  }

  /// Whether the line would become a link definition once the brackets in its label are shielded.
  ///
  /// `[see [[a]]]: b` is text to CommonMark, which allows no brackets there.
  private func wouldDefineLink(at index: Int) -> Bool {
    var depth = 0
    var hasPassage = false
    var position = index
    while position < input.count, input[position] != .newline {
      switch input[position] {
      case .backslash:
        position += 1
      case UInt8(ascii: "["):
        depth += 1
        hasPassage = hasPassage || depth == 2
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          return hasPassage && position + 1 < input.count
            && input[position + 1] == UInt8(ascii: ":") && WikiLink.end(in: input, at: index) == nil
        }
      default: break
      }
      position += 1
    }
    return false
  }

  private func looksLikeDelimiterRow(at index: Int) -> Bool {
    TableSource.isDelimiterRow(input[index..<lineEnd(from: index)])
  }

  /// A quoted title makes a callout; anything less might be plain words, unless a body follows.
  private func isCallout(at content: Int) -> Bool {
    let end = lineEnd(from: content)
    guard let head = CalloutHead(input[content..<end]) else { return false }
    return head.isQuoted || bodyFollows(end, indentedBeyond: column(of: content))
  }

  private func bodyFollows(_ lineEnd: Int, indentedBeyond column: Int) -> Bool {
    var start = lineEnd + 1
    while start < input.count {
      let content = Self.contentStart(in: input, from: start)
      guard content < input.count else { return false }
      if input[content] != .newline { return self.column(of: content) >= column + 4 }
      start = content + 1
    }
    return false
  }

  /// The column of a byte, from 0, with tab stops of 4.
  private func column(of index: Int) -> Int {
    let start = input[..<index].lastIndex(of: .newline).map { $0 + 1 } ?? 0
    return input[start..<index].reduce(0) { $1 == .tab ? ($0 / 4 + 1) * 4 : $0 + 1 }
  }

  // MARK: - Passages

  private mutating func copyInline(from index: inout Int) {
    switch input[index] {
    case .backslash:
      if isEscapedMark(at: index), let standIn = Shield.standIn(for: input[index + 1]) {
        append(Shield.escape)
        append(standIn)
        index += 2
      } else {
        // An escaped character can open nothing.
        copy(&index)
        if index < input.count, input[index].isASCIIPunctuation { copy(&index) }
      }
    case UInt8(ascii: "["):
      if let end = WikiLink.end(in: input, at: index) {
        shieldWikiLink(from: &index, to: end)
      } else if let label = footnote(at: index) {
        append(Shield.openingBracket)
        shield(from: index + 1, to: label.end - 1)
        append(Shield.closingBracket)
        index = label.end
      } else {
        copy(&index)
      }
    case UInt8(ascii: "!"):
      if index + 1 < input.count, let end = WikiLink.end(in: input, at: index + 1) {
        append(Shield.exclamation)
        index += 1
        shieldWikiLink(from: &index, to: end)
      } else {
        copy(&index)
      }
    case UInt8(ascii: ":"):
      copy(&index)
      if input[index...].prefix(2).elementsEqual("//".utf8) {
        let end = addressEnd(from: index)
        shield(from: index, to: end)
        index = end
      }
    case 0xEF where Shield.isNoncharacter(in: input, at: index):
      output.append(contentsOf: "\u{FFFD}".utf8)
      index += 3
    default:
      copy(&index)
    }
  }

  /// Whether a backslash keeps `==`, `~~` or `://` from being what it seems.
  private func isEscapedMark(at index: Int) -> Bool {
    guard index + 1 < input.count else { return false }
    let mark = input[index + 1]
    let next = index + 2 < input.count ? input[index + 2] : .newline
    switch mark {
    case UInt8(ascii: "="), UInt8(ascii: "~"):
      return next == mark || (index > 0 && input[index - 1] == mark)
    case UInt8(ascii: ":"):
      return next == UInt8(ascii: "/")
    default:
      return false
    }
  }

  private mutating func copy(_ index: inout Int) {
    output.append(input[index])
    index += 1
  }

  private mutating func append(_ standIn: UInt8) {
    output.append(contentsOf: Shield.lead)
    output.append(standIn)
  }

  /// Copies bytes with stand-ins for what libcmark would act upon, except after a backslash.
  private mutating func shield(from start: Int, to end: Int) {
    var index = start
    while index < end {
      if input[index] == .backslash, index + 1 < end {
        copy(&index)
        copy(&index)
      } else if let standIn = Shield.standIn(for: input[index]) {
        append(standIn)
        index += 1
      } else {
        copy(&index)
      }
    }
  }

  private mutating func shieldWikiLink(from index: inout Int, to end: Int) {
    append(Shield.openingBracket)
    append(Shield.openingBracket)
    shield(from: index + 2, to: end - 2)
    append(Shield.closingBracket)
    append(Shield.closingBracket)
    index = end
  }

  /// The end of the part of an address in which `*` and `_` are no emphasis.
  private func addressEnd(from start: Int) -> Int {
    var end = start
    while end < input.count, input[end] > .space, !Self.endsAddress(input[end]) { end += 1 }
    while end > start, "*_~.,:;!?'".utf8.contains(input[end - 1]) { end -= 1 }
    return end
  }

  private static func endsAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"), UInt8(ascii: "\""),
      UInt8(ascii: "\\"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  private func footnote(at index: Int) -> (label: String, end: Int)? {
    guard !labels.isEmpty, let found = Self.footnote(in: input, at: index),
      labels.contains(found.label)
    else { return nil }
    return found
  }
}
