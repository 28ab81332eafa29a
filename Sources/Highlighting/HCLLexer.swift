/// Reads HCL, the language of Terraform and OpenTofu.
struct HCLLexer: Lexer {
  private var isLineStart = true
  private var heredoc: Range<Int>?

  mutating func step(_ scanner: inout Scanner) {
    switch scanner[0] {
    case .newline:
      scanner.advance()
      isLineStart = true
      if let heredoc { scanner.takeLines(until: scanner.code[heredoc]) }
      heredoc = nil
      return
    case let byte where byte.isBlank: return scanner.advance()
    case .hash: scanner.takeLineComment()
    case UInt8(ascii: "/") where scanner.sees("//"): scanner.takeLineComment()
    case UInt8(ascii: "/") where scanner.sees("/*"): scanner.takeBlockComment()
    case .doubleQuote: scanner.takeQuoted(interpolation: .template)
    case UInt8(ascii: "<") where scanner.sees("<<"): takeHeredoc(&scanner)
    case let byte where byte.isDigit: scanner.takeNumber()
    case let byte where byte.isWordByte: takeWord(&scanner)
    default: scanner.advance()
    }
    isLineStart = false
  }

  private mutating func takeHeredoc(_ scanner: inout Scanner) {
    scanner.advance(scanner[2] == .dash ? 3 : 2)
    let start = scanner.position
    scanner.skip(while: \.isDashedWordByte)
    guard scanner.position > start else { return }
    scanner.add(.string, from: start)
    heredoc = start..<scanner.position
  }

  private func takeWord(_ scanner: inout Scanner) {
    let start = scanner.position
    scanner.skip(while: \.isDashedWordByte)
    if scanner[0] == UInt8(ascii: "."), scanner[1].isLetter {
      // A reference: var.zone, aws_vpc.main.id, module.network["a"].id up to the bracket.
      while scanner[0] == UInt8(ascii: "."), scanner[1].isWordByte || scanner[1].isOne(of: "*") {
        scanner.advance(2)
        scanner.skip(while: \.isDashedWordByte)
      }
      return scanner.add(.variable, from: start)
    }
    let next = scanner.nextInk()
    if next == .equals {
      scanner.add(.name, from: start)
    } else if isLineStart, next == .openBrace || next == .doubleQuote {
      scanner.add(.keyword, from: start)
    } else if Self.keywords.contains(scanner.word(from: start)) {
      scanner.add(.keyword, from: start)
    } else if scanner[0] == UInt8(ascii: "(") {
      scanner.add(.name, from: start)
    }
  }

  private static let keywords: Set<String> = [
    "any", "bool", "else", "endfor", "endif", "false", "for", "if", "in", "list", "map", "null",
    "number", "object", "set", "string", "true", "tuple",
  ]
}
