extension Scanner {
  /// Reads a comment to the end of its line.
  mutating func takeLineComment() {
    let start = position
    skipLine()
    add(.comment, from: start)
  }

  /// Reads `/* … */`.
  mutating func takeBlockComment() {
    let start = position
    advance(2)
    skip(past: "*/")
    add(.comment, from: start)
  }

  /// Reads what begins with a digit: digits, letters (`0x1F`, `10e3`, `5Gi`), points and underscores.
  mutating func takeNumber() {
    let start = position
    while self[0].isWordByte || (self[0] == UInt8(ascii: ".") && self[1].isDigit) { advance() }
    add(.number, from: start)
  }

  /// How the variables of a text are written.
  enum Interpolation {
    case none
    /// `${…}`
    case dollar
    /// `${…}` and `%{…}`, with braces inside.
    case template
    /// `{…}`, where `{{` is a brace.
    case braces
  }

  /// Reads a text in quotes, of which the first is at the position.
  ///
  /// - Parameters:
  ///   - isLong: Whether it is three quotes in a row, and may run over lines.
  ///   - runsOn: Whether it may run over lines all the same.
  ///   - escapes: Whether a backslash takes the next byte along.
  ///   - interpolation: How variables are written in it.
  mutating func takeQuoted(
    isLong: Bool = false, runsOn: Bool = false, escapes: Bool = true,
    interpolation: Interpolation = .none
  ) {
    let quote = self[0]
    var start = position
    advance(isLong ? 3 : 1)
    while !isAtEnd {
      let byte = self[0]
      if byte == quote, !isLong || (self[1] == quote && self[2] == quote) {
        advance(isLong ? 3 : 1)
        break
      }
      if byte == .newline, !isLong, !runsOn { break }
      if byte == .backslash, escapes {
        advance(self[1] == .newline && !isLong && !runsOn ? 1 : 2)
      } else if opens(interpolation) {
        add(.string, from: start)
        takeInterpolation(interpolation, quote: quote)
        start = position
      } else {
        advance(byte == .openBrace && self[1] == .openBrace ? 2 : 1)
      }
    }
    add(.string, from: start)
  }

  /// Whether a variable begins here.
  func opens(_ interpolation: Interpolation) -> Bool {
    switch interpolation {
    case .none: false
    case .dollar: sees("${")
    case .template: sees("${") || sees("%{")
    case .braces: self[0] == .openBrace && self[1] != .openBrace
    }
  }

  /// Reads a variable to its closing brace, or as far as it can run.
  mutating func takeInterpolation(_ interpolation: Interpolation, quote: UInt8 = 0) {
    let start = position
    var depth = 0
    while !isAtEnd, self[0] != .newline {
      let byte = self[0]
      if byte == quote, quote != 0, interpolation != .template { break }
      advance()
      if byte == .openBrace { depth += 1 }
      if byte == .closeBrace { depth -= 1 }
      if byte == .closeBrace, depth <= 0 { break }
    }
    add(.variable, from: start)
  }

  /// Reads lines up to one that holds nothing but a word, and adds them as a text.
  mutating func takeLines(until delimiter: ArraySlice<UInt8>) {
    let start = position
    while !isAtEnd {
      skipBlanks()
      let line = position
      skipLine()
      var last = position
      if last > line, code[last - 1] == .carriageReturn { last -= 1 }
      if last - line == delimiter.count, code[line..<last] == delimiter { break }
      advance()
    }
    add(.string, from: start)
  }
}
