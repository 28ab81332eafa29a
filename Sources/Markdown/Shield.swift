/// Stand-ins that keep libcmark from reading what an extension claims.
///
/// libcmark knows neither `[[__init__]]` nor `[^1]`. Before it parses, the characters that it would
/// act upon inside such a passage are replaced by Unicode noncharacters, which mean nothing to it;
/// ``text(_:keepsEscapes:)`` puts them back wherever they turn up: in text, code, HTML or an address. So a
/// passage may be shielded without knowing whether it stands in a code block.
///
/// The noncharacters used are U+FDD0 … U+FDEF: `EF B7 90` … `EF B7 AF` in UTF-8.
enum Shield {
  /// The bytes that begin every stand-in.
  static let lead: [UInt8] = [0xEF, 0xB7]

  /// The last byte of the stand-in for one character.
  static let asterisk: UInt8 = 0x90
  static let underscore: UInt8 = 0x91
  static let openingBracket: UInt8 = 0x92
  static let closingBracket: UInt8 = 0x93
  static let exclamation: UInt8 = 0x94
  static let equals: UInt8 = 0x95
  static let tilde: UInt8 = 0x96
  static let colon: UInt8 = 0x97

  /// Stands for the backslash of an escape; libcmark joins `\=` and `=` to one text, in which it
  /// would be forgotten that the first is no mark.
  static let escape: UInt8 = 0x98

  /// A block mark: it follows bytes that were not in the source, and goes away with them.
  enum Mark: UInt8 {
    /// Stands before `!!! note`, which libcmark reads as a list item that begins with a heading:
    /// an item takes the indented lines below it, whatever they hold, and a heading ends by itself.
    case callout = 0xA0

    /// Stands before `[^1]: text`, which libcmark reads as a list item.
    case footnote = 0xA1

    /// The four columns of an item's marker equal the indentation that notes use for the body.
    var inserted: StaticString {
      switch self {
      case .callout: "+   # "
      case .footnote: "+   "
      }
    }

    /// The bytes of the mark.
    var bytes: [UInt8] { Shield.lead + [rawValue] }
  }

  /// Whether a noncharacter of the range in use begins at `index`.
  static func isNoncharacter(in bytes: [UInt8], at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xB7
      && (0x90...0xAF).contains(bytes[index + 2])
  }

  /// Whether the given stand-in begins at `index`.
  static func isStandIn(_ last: UInt8, in bytes: [UInt8], at index: Int) -> Bool {
    isNoncharacter(in: bytes, at: index) && bytes[index + 2] == last
  }

  /// The character for which a stand-in stands.
  private static func character(for last: UInt8) -> UInt8? {
    switch last {
    case asterisk: UInt8(ascii: "*")
    case underscore: UInt8(ascii: "_")
    case openingBracket: UInt8(ascii: "[")
    case closingBracket: UInt8(ascii: "]")
    case exclamation: UInt8(ascii: "!")
    case equals: UInt8(ascii: "=")
    case tilde: UInt8(ascii: "~")
    case colon: UInt8(ascii: ":")
    default: nil
    }
  }

  /// The last byte of the stand-in for a character that may occur inside a claimed passage.
  static func standIn(for byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "*"): asterisk
    case UInt8(ascii: "_"): underscore
    case UInt8(ascii: "!"): exclamation
    case UInt8(ascii: "="): equals
    case UInt8(ascii: "~"): tilde
    case UInt8(ascii: ":"): colon
    default: nil
    }
  }

  /// The text that stand-ins stand for.
  ///
  /// - Parameters:
  ///   - bytes: What libcmark returned.
  ///   - keepsEscapes: Whether a backslash is a character of its own, as in code.
  /// - Returns: The text. O(*n*).
  static func text(_ bytes: [UInt8], keepsEscapes: Bool = false) -> String {
    guard bytes.contains(0xEF) else { return bytes[...].text }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard isNoncharacter(in: bytes, at: index) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      if let character = character(for: bytes[index + 2]) {
        result.append(character)
      } else if bytes[index + 2] == escape {
        if keepsEscapes { result.append(.backslash) }
      } else if let mark = Mark(rawValue: bytes[index + 2]) {
        result.removeLast(min(mark.inserted.utf8CodeUnitCount, result.count))
      }
      index += 3
    }
    return result[...].text
  }
}
