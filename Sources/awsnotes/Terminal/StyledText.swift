/// Text for people, in pieces that each have a look and may have a link.
///
///     StyledText("NAT", .bold) + " · " + StyledText("Content/vpc.md:9", .dim)
///
/// No piece holds a control character other than the newline, whatever text it was made from, so
/// that the only escape sequences written are awsnotes's own.
struct StyledText: Hashable, Sendable {
  struct Piece: Hashable, Sendable {
    fileprivate(set) var text: String
    let style: Style
    let link: Hyperlink?
  }

  /// The pieces in reading order; none is empty, and no two neighbours look the same.
  private(set) var pieces: [Piece] = []

  init() {}

  /// Creates text of one look; a tab becomes two spaces, its width being anyone's guess.
  init(_ text: String, _ style: Style = .plain, link: Hyperlink? = nil) {
    var clean = sanitized(text, keepsLayout: true)
    if clean.utf8.contains(UInt8(ascii: "\t")) {
      clean = clean.split(separator: "\t", omittingEmptySubsequences: false)
        .joined(separator: "  ")
    }
    append(Piece(text: clean, style: style, link: link))
  }

  private mutating func append(_ piece: Piece) {
    if piece.text.isEmpty { return }
    if let last = pieces.last, last.style == piece.style, last.link == piece.link {
      pieces[pieces.count - 1].text += piece.text
    } else {
      pieces.append(piece)
    }
  }
}

extension StyledText: ExpressibleByStringLiteral {
  init(stringLiteral text: String) {
    self.init(text)
  }
}

// MARK: - Joining

extension StyledText {
  /// The text without its looks and links.
  var plainText: String {
    pieces.map(\.text).joined()
  }

  /// The number of columns that the text takes, if it is one line.
  var width: Int {
    pieces.reduce(0) { $0 + displayWidth(of: $1.text) }
  }

  static func += (text: inout StyledText, other: StyledText) {
    for piece in other.pieces { text.append(piece) }
  }

  static func + (first: StyledText, second: StyledText) -> StyledText {
    var result = first
    result += second
    return result
  }

  static func spaces(_ count: Int) -> StyledText {
    StyledText(String(repeating: " ", count: max(0, count)))
  }
}

// MARK: - Rendering

extension StyledText {
  /// The bytes for a terminal: escape sequences only where it takes them.
  func rendered(for terminal: Terminal) -> String {
    var result = ""
    for piece in pieces {
      var text = piece.text
      let escape = terminal.usesColor ? piece.style.escape : ""
      if !escape.isEmpty { text = "\(escape)\(text)\u{1B}[0m" }
      if terminal.supportsLinks, let link = piece.link {
        text = "\u{1B}]8;;\(link.address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
      }
      result += text
    }
    return result
  }
}
