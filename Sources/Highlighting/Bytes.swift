extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let backslash = UInt8(ascii: "\\")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let dash = UInt8(ascii: "-")
  static let hash = UInt8(ascii: "#")
  static let equals = UInt8(ascii: "=")
  static let dollar = UInt8(ascii: "$")
  static let singleQuote = UInt8(ascii: "'")
  static let doubleQuote = UInt8(ascii: "\"")

  /// Space, tab or carriage return.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }

  /// Blank or newline.
  var isSpace: Bool { isBlank || self == .newline }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// A letter of ASCII, or a part of one beyond it.
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A || self >= 0x80 }

  /// A letter, a digit or `_`.
  var isWordByte: Bool { isLetter || isDigit || self == 0x5F }

  /// The same, or `-`.
  var isDashedWordByte: Bool { isWordByte || self == .dash }

  /// Whether it is one of some signs.
  func isOne(of signs: StaticString) -> Bool {
    signs.withUTF8Buffer { signs in
      for index in 0..<signs.count where unsafe signs[index] == self { return true }
      return false
    }
  }
}
