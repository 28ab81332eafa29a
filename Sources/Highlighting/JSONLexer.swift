/// Reads JSON, with the comments and single quotes that its relatives allow.
struct JSONLexer: Lexer {
  mutating func step(_ scanner: inout Scanner) {
    switch scanner[0] {
    case .doubleQuote, .singleQuote: takeString(&scanner)
    case UInt8(ascii: "/") where scanner.sees("//"), .hash: scanner.takeLineComment()
    case UInt8(ascii: "/") where scanner.sees("/*"): scanner.takeBlockComment()
    case let byte where byte.isDigit: scanner.takeNumber()
    case .dash where scanner[1].isDigit: takeNegative(&scanner)
    case let byte where byte.isLetter || byte == 0x5F: takeWord(&scanner)
    default: scanner.advance()
    }
  }

  /// A key, or a text with the variables of policies and templates.
  private func takeString(_ scanner: inout Scanner) {
    let end = scanner.endOfQuoted
    if scanner.nextInk(from: end) == UInt8(ascii: ":") {
      let start = scanner.position
      scanner.advance(end - start)
      scanner.add(.name, from: start)
    } else {
      scanner.takeQuoted(interpolation: .dollar)
    }
  }

  private func takeNegative(_ scanner: inout Scanner) {
    let start = scanner.position
    scanner.advance()
    scanner.add(.number, from: start)
    scanner.takeNumber()
  }

  private func takeWord(_ scanner: inout Scanner) {
    let start = scanner.position
    scanner.skip(while: \.isDashedWordByte)
    switch scanner.word(from: start) {
    case "true", "false", "null": scanner.add(.keyword, from: start)
    case _ where scanner.nextInk() == UInt8(ascii: ":"): scanner.add(.name, from: start)
    default: break
    }
  }
}
