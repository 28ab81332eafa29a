/// Collects the siblings of one level and finds what the extensions say in their text.
struct InlineRun {
  /// What stands beside a mark.
  enum Side {
    case space, word, other
  }

  /// A part of the level, in reading order.
  enum Piece {
    case inline(Inline)
    case text(Range<Int>)
    case mark(MarkStyle, Range<Int>, canOpen: Bool, canClose: Bool)
  }

  /// The text of the level, one text node after the other.
  private(set) var bytes: [UInt8] = []

  /// The parts found so far.
  private(set) var pieces: [Piece] = []

  private var start = 0
  private var line = 1
  private var before = Side.space
  private let labels: [String: String]?
  private let isInLink: Bool

  init(labels: [String: String]?, isInLink: Bool) {
    self.labels = labels
    self.isInLink = isInLink
  }

  /// Appends the bytes of a text node.
  mutating func append(_ literal: ArraySlice<UInt8>, line: Int) {
    if bytes.count == start { self.line = line }
    bytes.append(contentsOf: literal)
  }

  /// Appends any other node; `side` is what it is to the text beside it.
  mutating func append(_ inline: Inline, side: Side) {
    scan(before: side)
    pieces.append(.inline(inline))
    before = side
  }

  /// All that was appended.
  consuming func finish() -> [Inline] {
    scan(before: .space)
    return InlineBuilder.inlines(of: self, isShielded: labels != nil)
  }

  // MARK: - Scanning

  /// Cuts the text since the last other node into pieces.
  ///
  /// O(*length of the text*).
  private mutating func scan(before after: Side) {
    defer { start = bytes.count }
    guard labels != nil else {
      appendText(from: start, to: bytes.count)
      return
    }
    var index = start
    var textStart = start
    while index < bytes.count {
      let found: (piece: Piece?, end: Int)?
      switch bytes[index] {
      case 0xEF: found = reference(at: index)
      case UInt8(ascii: "="), UInt8(ascii: "~"): found = mark(at: index, after: after)
      case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "w"), UInt8(ascii: "W"):
        found = address(at: index)
      default: found = nil
      }
      guard let found else {
        index += 1
        continue
      }
      if let piece = found.piece {
        appendText(from: textStart, to: index)
        pieces.append(piece)
        textStart = found.end
      }
      index = found.end
    }
    appendText(from: textStart, to: bytes.count)
  }

  private mutating func appendText(from start: Int, to end: Int) {
    if start < end { pieces.append(.text(start..<end)) }
  }

  private func side(before index: Int) -> Side {
    index > start
      ? Side(bytes[start..<index].last ?? 0, scalar: { lastScalar(before: index) }) : before
  }

  private func side(after index: Int, end: Side) -> Side {
    index < bytes.count ? Side(bytes[index], scalar: { firstScalar(from: index) }) : end
  }

  private func lastScalar(before index: Int) -> Unicode.Scalar? {
    var first = index - 1
    while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    return bytes[first..<index].text.unicodeScalars.first
  }

  private func firstScalar(from index: Int) -> Unicode.Scalar? {
    bytes[index..<min(index + 4, bytes.count)].text.unicodeScalars.first
  }

  // MARK: - Passages

  /// `==` marks words, so that `a==b and c==d` are comparisons; `~~` also stands inside words.
  private func mark(at index: Int, after: Side) -> (Piece?, Int) {
    var end = index + 1
    while end < bytes.count, bytes[end] == bytes[index] {
      end += 1
    }
    guard end == index + 2 else { return (nil, end) }
    let style: MarkStyle = bytes[index] == UInt8(ascii: "=") ? .highlight : .strikethrough
    let left = side(before: index)
    let right = side(after: end, end: after)
    let isWordMark = style == .highlight
    let piece = Piece.mark(
      style, index..<end, canOpen: right != .space && !(isWordMark && left == .word),
      canClose: left != .space && !(isWordMark && right == .word))
    return (piece, end)
  }

  /// A wiki link or a footnote reference, by its stand-ins.
  private func reference(at index: Int) -> (Piece?, Int)? {
    guard !isInLink else { return nil }
    let isEmbed = Shield.isStandIn(Shield.exclamation, in: bytes, at: index)
    let start = isEmbed ? index + 3 : index
    guard Shield.isStandIn(Shield.openingBracket, in: bytes, at: start) else { return nil }
    var end = start + 3
    let isWikiLink = Shield.isStandIn(Shield.openingBracket, in: bytes, at: end)
    if isWikiLink {
      end += 3
      // The outermost of three brackets belongs to no link.
      if Shield.isStandIn(Shield.openingBracket, in: bytes, at: end) { return nil }
    } else if end >= bytes.count || bytes[end] != UInt8(ascii: "^") {
      return nil
    }
    let inner = end
    while end < bytes.count, !Shield.isStandIn(Shield.closingBracket, in: bytes, at: end) {
      end += 1
    }
    guard end < bytes.count else { return (nil, bytes.count) }
    let text = Shield.text(Array(bytes[inner..<end]))
    if isWikiLink {
      let link = WikiLink(inner: text, isEmbed: isEmbed, line: line)
      let isNamed = !link.target.isEmpty || link.heading != nil
      return (isNamed ? .inline(.wikiLink(link)) : nil, end + 6)
    }
    let label = labels?[text.dropFirst().lowercased()]
    return (label.map { .inline(.footnoteReference($0)) }, end + 3)
  }

  private func address(at index: Int) -> (Piece?, Int)? {
    guard !isInLink, side(before: index) != .word,
      let found = BareAddress(in: bytes, at: index)
    else { return nil }
    guard found.isValid else { return (nil, found.end) }
    let text = Shield.text(Array(bytes[index..<found.end]))
    let link = Link(
      destination: found.prefixLength == 4 ? "http://\(text)" : text, content: [.text(text)],
      isAutolink: true, line: line)
    return (.inline(.link(link)), found.end)
  }
}

extension InlineRun.Side {
  /// What a byte, or the character that it belongs to, is to a mark beside it.
  fileprivate init(_ byte: UInt8, scalar: () -> Unicode.Scalar?) {
    if byte < 0x80 {
      self = byte <= .space ? .space : byte.isASCIIAlphanumeric ? .word : .other
    } else if let properties = scalar()?.properties {
      self = properties.isWhitespace ? .space : properties.isAlphabetic ? .word : .other
    } else {
      self = .other
    }
  }
}
