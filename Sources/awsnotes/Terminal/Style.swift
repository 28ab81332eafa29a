/// How a piece of text looks in a terminal.
struct Style: Hashable, Sendable {
  var isBold = false
  var isDim = false
  var isUnderlined = false
  var color: Color?

  static let plain = Style()
  /// What answers.
  static let bold = Style(isBold: true)
  /// Where it is.
  static let dim = Style(isDim: true)
  static let underlined = Style(isUnderlined: true)
  /// What was looked for.
  static let hit = Style(isBold: true, color: .accent)
}

extension Style {
  /// A colour of the terminal's own palette, or one of its 256.
  enum Color: Hashable, Sendable {
    /// The one colour that stands out; magenta is readable on light and on dark palettes.
    case accent
    /// The colour of this number in the table of 256.
    case indexed(UInt8)
  }

  /// The escape sequence that turns the style on (ECMA-48, SGR); none for plain text.
  var escape: String {
    var codes: [String] = []
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isUnderlined { codes.append("4") }
    switch color {
    case .accent: codes.append("35")
    case .indexed(let number): codes.append("38;5;\(number)")
    case nil: break
    }
    return codes.isEmpty ? "" : "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}
