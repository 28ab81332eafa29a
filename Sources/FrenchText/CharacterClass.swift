/// What a character is to the tokenizer; a byte table classifies ASCII, ranges the rest.
struct CharacterClass: OptionSet, Sendable {
  let rawValue: UInt8

  /// A letter that is lower case or has no case.
  static var lower: Self { Self(rawValue: 0x01) }
  /// An ASCII digit.
  static var digit: Self { Self(rawValue: 0x02) }
  /// A sign that may join two parts of one word: `.` `-` `_` `:` `/` `@` `,`.
  static var joiner: Self { Self(rawValue: 0x04) }
  /// An apostrophe, or what is typed for one.
  static var apostrophe: Self { Self(rawValue: 0x08) }
  /// A byte that begins or continues a character beyond ASCII.
  static var nonASCII: Self { Self(rawValue: 0x10) }
  /// An upper-case letter; the bit is also the one that tells `A` from `a` in ASCII.
  static var upper: Self { Self(rawValue: 0x20) }
  /// A combining accent, or `+` and `#` among bytes.
  static var mark: Self { Self(rawValue: 0x40) }
  /// An invisible character that may stand inside a word.
  static var ignorable: Self { Self(rawValue: 0x80) }
  /// A character that is a word by itself: ideographs, kana.
  static var ideograph: Self { [.ignorable, .lower] }

  static var letter: Self { [.lower, .upper] }
  static var alphanumeric: Self { [.lower, .upper, .digit] }

  /// Whether the character can open a word and is not a word by itself.
  var opensWord: Bool { !isDisjoint(with: .alphanumeric) && !contains(.ignorable) }
}

extension CharacterClass {
  /// Classifies a byte.
  init(byte: UInt8) {
    self = byte < 0x80 ? Self(rawValue: asciiClasses[Int(byte)]) : .nonASCII
  }
}

/// The class of each ASCII character, sixteen a row; a literal needs no initialization.
private let asciiClasses: InlineArray<128, UInt8> = [
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 64, 0, 0, 0, 8, 0, 0, 0, 64, 4, 4, 4, 4,
  2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 0, 0, 0, 0, 0,
  4, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32,
  32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 0, 0, 0, 0, 4,
  8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
]

extension UInt8 {
  static var hash: UInt8 { UInt8(ascii: "#") }
  static var apostrophe: UInt8 { UInt8(ascii: "'") }
  static var plus: UInt8 { UInt8(ascii: "+") }
  static var comma: UInt8 { UInt8(ascii: ",") }
  static var hyphen: UInt8 { UInt8(ascii: "-") }
  static var dot: UInt8 { UInt8(ascii: ".") }
  static var slash: UInt8 { UInt8(ascii: "/") }
  static var colon: UInt8 { UInt8(ascii: ":") }
  static var at: UInt8 { UInt8(ascii: "@") }
  static var underscore: UInt8 { UInt8(ascii: "_") }
  static var backtick: UInt8 { UInt8(ascii: "`") }

  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isSmallLetter: Bool { self &- UInt8(ascii: "a") < 26 }
}
