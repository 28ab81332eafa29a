/// Reads Python.
struct PythonLexer: Lexer {
  private var defines = false

  mutating func step(_ scanner: inout Scanner) {
    switch scanner[0] {
    case .hash: scanner.takeLineComment()
    case .doubleQuote, .singleQuote: takeString(&scanner)
    case UInt8(ascii: "@") where scanner[1].isLetter: takeDecorator(&scanner)
    case UInt8(ascii: ">") where isPrompt(">>>", scanner),
      UInt8(ascii: ".") where isPrompt("...", scanner):
      let start = scanner.position
      scanner.advance(3)
      scanner.add(.prompt, from: start)
    case let byte where byte.isDigit: scanner.takeNumber()
    case let byte where byte.isWordByte: takeWord(&scanner)
    default: scanner.advance()
    }
  }

  private func isPrompt(_ sign: StaticString, _ scanner: Scanner) -> Bool {
    scanner.previous == .newline && scanner.sees(sign) && (scanner[3].isSpace || scanner[3] == 0)
  }

  private func takeString(_ scanner: inout Scanner, prefix: String = "") {
    let quote = scanner[0]
    scanner.takeQuoted(
      isLong: scanner[1] == quote && scanner[2] == quote,
      interpolation: prefix.contains("f") ? .braces : .none)
  }

  private mutating func takeDecorator(_ scanner: inout Scanner) {
    // An operator elsewhere than before the first word of a line.
    guard scanner.previous.isSpace, !scanner[1].isSpace else { return scanner.advance() }
    let start = scanner.position
    scanner.advance()
    scanner.skip { $0.isWordByte || $0 == UInt8(ascii: ".") }
    scanner.add(.name, from: start)
  }

  private mutating func takeWord(_ scanner: inout Scanner) {
    let start = scanner.position
    scanner.skip(while: \.isWordByte)
    let word = scanner.word(from: start)
    if scanner[0] == .doubleQuote || scanner[0] == .singleQuote, word.count <= 2,
      word.lowercased().allSatisfy({ "rbfut".contains($0) })
    {
      scanner.add(.string, from: start)
      return takeString(&scanner, prefix: word.lowercased())
    }
    if Self.keywords.contains(word) {
      scanner.add(.keyword, from: start)
    } else if defines {
      scanner.add(.name, from: start)
    } else if word == "self" || word == "cls" {
      scanner.add(.variable, from: start)
    } else if scanner[0] == UInt8(ascii: "(") {
      scanner.add(.name, from: start)
    }
    defines = word == "def" || word == "class"
  }

  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
  ]
}
