/// Reads files of settings: sections, keys and values, as INI, TOML, unit files and `.env` have them.
struct INILexer: Lexer {
  private var isValue = false

  mutating func step(_ scanner: inout Scanner) {
    switch scanner[0] {
    case .newline:
      isValue = false
      scanner.advance()
    case .hash where scanner.previous.isSpace, UInt8(ascii: ";") where scanner.previous.isSpace:
      scanner.takeLineComment()
    case .doubleQuote where scanner.sees("\"\"\""), .singleQuote where scanner.sees("'''"):
      scanner.takeQuoted(isLong: true)
    case .doubleQuote: scanner.takeQuoted(interpolation: .dollar)
    // An apostrophe may stand in a value without quotes.
    case .singleQuote where scanner.previous.isSpace || scanner.previous.isOne(of: "=[,{"):
      scanner.takeQuoted(escapes: false)
    case UInt8(ascii: "[") where !isValue: takeSection(&scanner)
    case .dollar where scanner.opens(.dollar): scanner.takeInterpolation(.dollar)
    case let byte where byte.isSpace: scanner.advance()
    default:
      if isValue { takeValue(&scanner) } else { takeKey(&scanner) }
    }
  }

  private mutating func takeSection(_ scanner: inout Scanner) {
    let start = scanner.position
    scanner.skip { $0 != UInt8(ascii: "]") && $0 != .newline }
    scanner.skip { $0 == UInt8(ascii: "]") }
    scanner.add(.keyword, from: start)
    isValue = true
  }

  private mutating func takeKey(_ scanner: inout Scanner) {
    let start = scanner.position
    var last = start
    while !scanner.isAtEnd, !scanner[0].isOne(of: "=:\n") {
      scanner.advance()
      if !scanner.previous.isBlank { last = scanner.position }
    }
    isValue = true
    if scanner[0].isOne(of: "=:") { scanner.add(.name, start..<last) }
    scanner.advance(scanner[0] == .newline ? 0 : 1)
  }

  private func takeValue(_ scanner: inout Scanner) {
    let start = scanner.position
    let isApart = !scanner.previous.isWordByte && !scanner.previous.isOne(of: "./-:")
    scanner.skip { !$0.isSpace && !$0.isOne(of: "\"'$,[]{}=") }
    guard isApart else { return }
    let word = scanner.word(from: start)
    if ["true", "false", "yes", "no", "on", "off", "null"].contains(word.lowercased()) {
      scanner.add(.keyword, from: start)
    } else if isNumber(word.utf8) {
      scanner.add(.number, from: start)
    }
  }
}

/// Whether a word is a number: a sign, digits, a point, an exponent.
func isNumber(_ word: some Collection<UInt8>) -> Bool {
  var hasDigit = false
  for (index, byte) in word.enumerated() {
    if byte.isDigit {
      hasDigit = true
    } else if !(byte.isOne(of: "-+") && index == 0 || byte.isOne(of: ".eE") && hasDigit) {
      return false
    }
  }
  return hasDigit && word.count(where: { $0 == UInt8(ascii: ".") }) < 2
}
