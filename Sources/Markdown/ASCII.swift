/// The classes of bytes that Markdown's own grammar knows.
extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let pipe = UInt8(ascii: "|")
  static let backslash = UInt8(ascii: "\\")

  var isBlank: Bool { self == .space || self == .tab }

  var isASCIILetter: Bool {
    let folded = self | 0x20
    return folded >= UInt8(ascii: "a") && folded <= UInt8(ascii: "z")
  }

  var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

  var isASCIIPunctuation: Bool { self > 0x20 && self < 0x7F && !isASCIIAlphanumeric }
}

extension ArraySlice<UInt8> {
  /// The bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// The bytes without spaces and tabs at either end.
  var trimmed: ArraySlice<UInt8> {
    var slice = drop { $0.isBlank }
    while slice.last?.isBlank == true { slice.removeLast() }
    return slice
  }
}
