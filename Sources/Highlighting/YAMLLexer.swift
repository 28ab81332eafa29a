/// Reads YAML line by line: keys, quoted texts, block scalars, and the words that mean something.
struct YAMLLexer: Lexer {
  /// Where the line begins, and the columns of its last dash and key, which a block scalar is indented below.
  private var lineStart = 0
  private var parentColumn = -1
  /// Whether a value may begin here, which `|` and `>` then open.
  private var isValueStart = true
  private var flowDepth = 0

  mutating func step(_ scanner: inout Scanner) {
    switch scanner[0] {
    case .newline:
      scanner.advance()
      lineStart = scanner.position
      parentColumn = -1
      isValueStart = true
    case let byte where byte.isBlank: scanner.advance()
    case .hash where scanner.previous.isSpace: scanner.takeLineComment()
    case .dash where scanner[1].isSpace || scanner[1] == 0:
      parentColumn = scanner.position - lineStart
      scanner.advance()
    case UInt8(ascii: ":") where scanner[1].isSpace || scanner[1] == 0 || flowDepth > 0:
      scanner.advance()
      isValueStart = true
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      if isValueStart, flowDepth == 0, isBlockHeader(scanner) {
        takeBlock(&scanner)
      } else {
        takePlain(&scanner)
      }
    default: takeScalar(&scanner)
    }
  }

  private mutating func takeScalar(_ scanner: inout Scanner) {
    let start = scanner.position
    switch scanner[0] {
    case .doubleQuote, .singleQuote: takeQuoted(&scanner)
    case .openBrace where scanner.sees("{{"): scanner.takeInterpolation(.braces)
    case .openBrace, UInt8(ascii: "["):
      flowDepth += 1
      scanner.advance()
    case .closeBrace where flowDepth > 0, UInt8(ascii: "]") where flowDepth > 0:
      flowDepth -= 1
      scanner.advance()
    case UInt8(ascii: ",") where flowDepth > 0:
      scanner.advance()
      isValueStart = true
    case UInt8(ascii: "!"):
      scanner.skip { !$0.isSpace && !$0.isOne(of: ",]}") }
      scanner.add(.keyword, from: start)
    case UInt8(ascii: "&") where scanner[1].isWordByte,
      UInt8(ascii: "*") where scanner[1].isWordByte:
      scanner.advance()
      scanner.skip(while: \.isDashedWordByte)
      scanner.add(.variable, from: start)
    default: takePlain(&scanner)
    }
  }

  private mutating func takeQuoted(_ scanner: inout Scanner) {
    let start = scanner.position
    let end = scanner.endOfQuoted
    if scanner.nextInk(from: end) == UInt8(ascii: ":") {
      scanner.advance(end - start)
      addKey(from: start, &scanner)
    } else {
      let isDouble = scanner[0] == .doubleQuote
      scanner.takeQuoted(runsOn: true, escapes: isDouble, interpolation: .dollar)
      isValueStart = false
    }
  }

  private mutating func addKey(from start: Int, _ scanner: inout Scanner) {
    scanner.add(.name, from: start)
    parentColumn = start - lineStart
  }

  /// Reads a scalar without quotes as far as its line goes.
  private mutating func takePlain(_ scanner: inout Scanner) {
    let start = scanner.position
    var last = start
    var isKey = false
    var variable: Int?
    while !scanner.isAtEnd, scanner[0] != .newline {
      let byte = scanner[0]
      if scanner.opens(.dollar) || scanner.sees("{{") { variable = variable ?? scanner.position }
      if byte == UInt8(ascii: ":"), endsKey(scanner) {
        isKey = true
        break
      }
      if byte == .hash, scanner.previous.isBlank, scanner.position > start { break }
      if flowDepth > 0, variable == nil, byte.isOne(of: ",]}") { break }
      if byte == .closeBrace, let opened = variable {
        scanner.advance(scanner[1] == .closeBrace ? 2 : 1)
        if !isKey { scanner.add(.variable, from: opened) }
        variable = nil
        last = scanner.position
        continue
      }
      scanner.advance()
      if !byte.isBlank { last = scanner.position }
    }
    if isKey {
      addKey(start..<last, &scanner)
    } else if isValueStart {
      classify(start..<last, &scanner)
    }
    isValueStart = false
  }

  private func endsKey(_ scanner: Scanner) -> Bool {
    scanner[1].isSpace || scanner[1] == 0 || (flowDepth > 0 && scanner[1].isOne(of: ",]}"))
  }

  private mutating func addKey(_ range: Range<Int>, _ scanner: inout Scanner) {
    // A variable in a key has its token already.
    if scanner.tokens.last.map({ $0.range.upperBound <= range.lowerBound }) ?? true {
      scanner.add(.name, range)
    }
    parentColumn = range.lowerBound - lineStart
  }

  private func classify(_ range: Range<Int>, _ scanner: inout Scanner) {
    guard range.count <= 24 else { return }
    let word = String(decoding: scanner.code[range], as: UTF8.self)
    switch word.lowercased() {
    case "true", "false", "yes", "no", "on", "off", "null", "~": scanner.add(.keyword, range)
    case _ where isNumber(word.utf8): scanner.add(.number, range)
    default: break
    }
  }
}

// MARK: - Block scalars

extension YAMLLexer {
  /// Whether nothing but indicators and a comment follow `|` or `>` on the line.
  private func isBlockHeader(_ scanner: Scanner) -> Bool {
    var place = scanner.position + 1
    while scanner.byte(at: place).isDigit || scanner.byte(at: place).isOne(of: "+-") { place += 1 }
    let next = scanner.nextInk(from: place)
    return next == .newline || next == 0 || next == .hash
  }

  /// Reads the lines that are indented deeper than the line that opens them, or that are empty.
  private mutating func takeBlock(_ scanner: inout Scanner) {
    scanner.advance()
    scanner.skip { $0.isDigit || $0.isOne(of: "+-") }
    scanner.skipBlanks()
    if scanner[0] == .hash { scanner.takeLineComment() }
    let start = scanner.position
    var last = start
    while !scanner.isAtEnd {
      // At the newline before a line.
      var place = scanner.position + 1
      let line = place
      while scanner.byte(at: place) == 0x20 { place += 1 }
      let isEmpty = scanner.nextInk(from: place).isOne(of: "\n\0")
      if !isEmpty, place - line <= parentColumn { break }
      scanner.advance(place - scanner.position)
      scanner.skipLine()
      if !isEmpty { last = scanner.position }
    }
    scanner.add(.string, start..<last)
    isValueStart = false
  }
}
