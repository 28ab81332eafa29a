/// The visible text of raw HTML.
///
/// Tags, comments and the content of `script` and `style` go, entities become characters. Tags that
/// set words apart become line ends, white space becomes a single space. A `<` that begins no tag
/// is text, and so is all that follows a tag without end.
///
/// - Parameter source: Any piece of HTML, whole or not.
/// - Returns: The text, without white space at its ends.
/// - Complexity: O(*n*), where *n* is the length of `source` in bytes.
public func visibleText(ofHTML source: String) -> String {
  var text = VisibleText(Array(source.utf8))
  return text.read()
}

/// One reading of a piece of HTML.
struct VisibleText {
  private let bytes: [UInt8]
  private var index = 0
  private var output: [UInt8] = []

  /// The white space to be set before the next character; 0 for none.
  private var gap: UInt8 = 0

  /// Whether no `>` is left, or none outside an open quotation mark: then none is sought again.
  private var hasNoTagEnd = false
  private var hasOpenQuote = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() -> String {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        if !skipMarkup() { appendByte() }
      case UInt8(ascii: "&"):
        appendReference()
      case .newline, .space, .tab, UInt8(ascii: "\r"), 0x0C:
        if gap == 0 { gap = .space }
        index += 1
      default:
        appendByte()
      }
    }
    return output[...].text
  }

  private mutating func appendByte() {
    append(CollectionOfOne(bytes[index]))
    index += 1
  }

  private mutating func append(_ text: some Sequence<UInt8>) {
    if gap != 0, !output.isEmpty { output.append(gap) }
    gap = 0
    output.append(contentsOf: text)
  }

  // MARK: - Markup

  /// Skips the tag, comment or declaration at `index`, or says that there is none.
  private mutating func skipMarkup() -> Bool {
    let rest = bytes[(index + 1)...]
    guard let first = rest.first else { return false }
    if rest.starts(with: "!--".utf8) {
      skip(past: "-->", from: index + 2)
      return true
    }
    if rest.starts(with: "![CDATA[".utf8) {
      skip(past: "]]>", from: index)
      return true
    }
    let isTag = first.isASCIILetter || "/!?".utf8.contains(first)
    guard isTag, let end = tagEnd() else { return false }
    let name = Self.name(rest)
    if Self.setsApart(name) { gap = .newline }
    index = end + 1
    if first != UInt8(ascii: "/"), name == "script" || name == "style" {
      skip(past: "</\(name)", from: index)
    }
    return true
  }

  /// Moves past the next `mark`, or to the end.
  ///
  /// `mark` is in lower case.
  private mutating func skip(past mark: String, from start: Int) {
    let mark = Array(mark.utf8)
    var start = min(start, bytes.count)
    while start + mark.count <= bytes.count {
      let candidate = bytes[start..<(start + mark.count)]
      if candidate.elementsEqual(mark, by: { $0 == $1 || ($0.isASCIILetter && $0 | 0x20 == $1) }) {
        // An end tag is left for the next turn.
        index = mark.first == UInt8(ascii: "<") ? start : start + mark.count
        return
      }
      start += 1
    }
    index = bytes.count
  }

  /// The `>` of the tag at `index`: the first outside quotation marks, or else the first.
  private mutating func tagEnd() -> Int? {
    if !hasOpenQuote {
      var quote: UInt8?
      for position in (index + 1)..<bytes.count {
        let byte = bytes[position]
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: ">") {
          return position
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        }
      }
      hasOpenQuote = true
    }
    guard !hasNoTagEnd else { return nil }
    let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
    hasNoTagEnd = end == nil
    return end
  }

  private static func name(_ tag: ArraySlice<UInt8>) -> String {
    let tag = tag.first == UInt8(ascii: "/") ? tag.dropFirst() : tag
    return tag.prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }.text.lowercased()
  }

  /// Tags inside running text; every other tag sets the words on its two sides apart.
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
  ]

  private static func setsApart(_ name: String) -> Bool {
    !name.isEmpty && !inline.contains(name)
  }

  /// Whether a tag of running text, as written, sets words apart.
  static func separates(_ tag: String) -> Bool {
    setsApart(name(Array(tag.utf8).dropFirst()))
  }

  // MARK: - Entities

  /// The longest name is `&CounterClockwiseContourIntegral;`.
  private static let longestReference = 34

  private mutating func appendReference() {
    let candidate = bytes[index...].prefix(Self.longestReference)
    guard let end = candidate.firstIndex(of: UInt8(ascii: ";")),
      candidate[..<end].dropFirst().allSatisfy({
        $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "#")
      })
    else { return appendByte() }
    append(Self.character(for: Array(candidate[...end])))
    index = end + 1
  }

  /// libcmark knows all entities of HTML 5; what is none stays as it is.
  private static func character(for reference: [UInt8]) -> [UInt8] {
    switch reference[...].text {
    case "&lt;": return [UInt8(ascii: "<")]
    case "&gt;": return [UInt8(ascii: ">")]
    case "&amp;": return [UInt8(ascii: "&")]
    case "&nbsp;": return [0xC2, 0xA0]
    default:
      guard let tree = try? SyntaxTree(parsing: reference) else { return reference }
      return tree.withRoot { root in
        var text: [UInt8] = []
        var node = root.firstChild?.firstChild
        while let current = node {
          text += current.literal
          node = current.next
        }
        return text
      }
    }
  }
}
