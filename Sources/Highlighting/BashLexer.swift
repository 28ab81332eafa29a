/// Reads commands as bash and its relatives take them.
struct BashLexer: Lexer {
  /// What the position lies in; the outermost is not counted.
  enum Frame {
    /// `$( … )`, `( … )`
    case commands
    /// `$(( … ))`: two of them, one a parenthesis.
    case arithmetic
    /// `" … "`
    case quotes
  }

  var frames: [Frame] = []
  /// Whether the next word names a command.
  var expectsCommand = true
  /// Whether a word that is no command comes before it.
  var expectsUser = false
  /// Whether `NAME=value` sets a variable even after the command.
  var declares = false
  /// Whether the next word is the variable of a loop.
  var expectsLoopVariable = false
  /// Whether `in` is a keyword here.
  var expectsIn = false
  var isInBackquotes = false
  /// The words that end the here-documents of this line.
  var heredocs: [Range<Int>] = []

  mutating func step(_ scanner: inout Scanner) {
    switch frames.last {
    case .quotes: takeQuoted(&scanner)
    case .arithmetic: takeArithmetic(&scanner)
    case .commands, nil: takeCode(&scanner)
    }
  }

  private mutating func takeCode(_ scanner: inout Scanner) {
    switch scanner[0] {
    case .newline: takeNewline(&scanner)
    case let byte where byte.isBlank: scanner.advance()
    case .backslash: scanner.advance(2)
    case .hash where scanner.previous.endsShellWord: scanner.takeLineComment()
    case .singleQuote:
      startWord(scanner)
      scanner.takeQuoted(runsOn: true, escapes: false)
    case .doubleQuote: openQuotes(&scanner)
    case .dollar: takeDollar(&scanner)
    case UInt8(ascii: "("), UInt8(ascii: ")"): takeParenthesis(&scanner)
    case UInt8(ascii: "`"):
      scanner.advance()
      isInBackquotes.toggle()
      expectsCommand = isInBackquotes
    case UInt8(ascii: "|"), UInt8(ascii: ";"): endCommand(&scanner)
    case UInt8(ascii: "&"):
      if scanner.previous.isOne(of: "<>") || scanner[1] == UInt8(ascii: ">") {
        scanner.advance()
      } else {
        endCommand(&scanner)
      }
    case UInt8(ascii: "<") where scanner.sees("<<"): takeHeredocMark(&scanner)
    case UInt8(ascii: "<"), UInt8(ascii: ">"): scanner.advance()
    default: takeWord(&scanner)
    }
  }

  private mutating func takeNewline(_ scanner: inout Scanner) {
    endCommand(&scanner)
    for heredoc in heredocs where !scanner.isAtEnd {
      scanner.takeLines(until: scanner.code[heredoc])
    }
    heredocs = []
  }

  private mutating func endCommand(_ scanner: inout Scanner) {
    scanner.advance()
    expectsCommand = true
    declares = false
    expectsLoopVariable = false
    expectsIn = false
    expectsUser = false
  }

  private mutating func takeParenthesis(_ scanner: inout Scanner) {
    let isList = scanner.previous == .equals
    let opens = scanner[0] == UInt8(ascii: "(")
    if opens, scanner[1] == UInt8(ascii: "("), expectsCommand {
      scanner.advance(2)
      frames += [.arithmetic, .arithmetic]
    } else if opens {
      scanner.advance()
      frames.append(.commands)
      expectsCommand = !isList
    } else {
      scanner.advance()
      // Without one that opens, it ends a pattern of `case`.
      expectsCommand = frames.popLast() == nil
    }
  }

  private mutating func takeArithmetic(_ scanner: inout Scanner) {
    let start = scanner.position
    switch scanner[0] {
    case UInt8(ascii: "("):
      scanner.advance()
      frames.append(.arithmetic)
    case UInt8(ascii: ")"):
      scanner.advance()
      frames.removeLast()
    case .dollar: takeDollar(&scanner)
    case let byte where byte.isDigit: scanner.takeNumber()
    case let byte where byte.isWordByte:
      scanner.skip(while: \.isWordByte)
      scanner.add(.variable, from: start)
    default: scanner.advance()
    }
    if frames.last != .arithmetic { expectsCommand = false }
  }
}

// MARK: - Texts

extension BashLexer {
  /// Notes that a word begins with a quote or a variable: it is the command, or an argument.
  mutating func startWord(_ scanner: Scanner) {
    if scanner.previous.endsShellWord { expectsCommand = false }
  }

  private mutating func openQuotes(_ scanner: inout Scanner) {
    startWord(scanner)
    let start = scanner.position
    scanner.advance()
    scanner.add(.string, from: start)
    frames.append(.quotes)
  }

  /// Reads a text up to its closing quote or a variable in it.
  private mutating func takeQuoted(_ scanner: inout Scanner) {
    let start = scanner.position
    while !scanner.isAtEnd, scanner[0] != .doubleQuote {
      if scanner[0] == .dollar, opensVariable(scanner[1]) {
        scanner.add(.string, from: start)
        return takeDollar(&scanner)
      }
      scanner.advance(scanner[0] == .backslash ? 2 : 1)
    }
    scanner.advance()
    scanner.add(.string, from: start)
    frames.removeLast()
  }

  private func opensVariable(_ byte: UInt8) -> Bool {
    byte.isWordByte && byte < 0x80 || byte.isOne(of: "{(?@#*!$-")
  }

  /// Reads what `$` begins.
  mutating func takeDollar(_ scanner: inout Scanner) {
    let start = scanner.position
    if frames.last != .quotes { startWord(scanner) }
    switch scanner[1] {
    case UInt8(ascii: "(") where scanner[2] == UInt8(ascii: "("):
      scanner.advance(3)
      frames += [.arithmetic, .arithmetic]
    case UInt8(ascii: "("):
      scanner.advance(2)
      frames.append(.commands)
      expectsCommand = true
    case .openBrace: scanner.takeInterpolation(.dollar)
    case .singleQuote where frames.last != .quotes:
      scanner.advance()
      scanner.add(.string, from: start)
      scanner.takeQuoted(runsOn: true)
    case let byte where byte.isLetter && byte < 0x80 || byte == 0x5F:
      scanner.advance()
      scanner.skip { $0.isWordByte && $0 < 0x80 }
      scanner.add(.variable, from: start)
    case let byte where opensVariable(byte):
      scanner.advance(2)
      scanner.add(.variable, from: start)
    default: scanner.advance()
    }
  }

  /// Reads `<<EOF`, `<<-'EOF'`, or what only looks like it.
  mutating func takeHeredocMark(_ scanner: inout Scanner) {
    if scanner[2] == UInt8(ascii: "<") { return scanner.advance(3) }
    scanner.advance(scanner[2] == .dash ? 3 : 2)
    scanner.skipBlanks()
    let start = scanner.position
    scanner.skip { $0.isOne(of: "'\"\\") }
    let word = scanner.position
    scanner.skip(while: \.isDashedWordByte)
    let delimiter = word..<scanner.position
    scanner.skip { $0.isOne(of: "'\"") }
    guard !delimiter.isEmpty, scanner[0] != UInt8(ascii: ">") else { return }
    scanner.add(.string, from: start)
    heredocs.append(delimiter)
  }
}

extension UInt8 {
  /// Whether a word of a command cannot go on after it.
  var endsShellWord: Bool { isSpace || isOne(of: ";|&()<>`") }
}
