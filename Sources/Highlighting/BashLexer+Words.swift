extension BashLexer {
  /// Reads a word of a command without quotes and variables, or what is left of it after them.
  mutating func takeWord(_ scanner: inout Scanner) {
    let start = scanner.position
    let isWhole = scanner.previous.endsShellWord
    let isOption = isWhole && scanner[0] == .dash && (scanner[1].isDashedWordByte)
    while !scanner.isAtEnd, !scanner[0].endsShellWord, !scanner[0].isOne(of: "'\"$\\") {
      if scanner[0] == .equals, isOption || isName(start..<scanner.position, scanner) { break }
      scanner.advance()
    }
    guard isWhole, scanner.position > start else {
      return scanner.advance(scanner.position > start ? 0 : 1)
    }
    if isOption {
      // sudo -u user command
      expectsUser = expectsCommand && ["-u", "-g"].contains(scanner.word(from: start))
      scanner.add(.option, from: start)
      scanner.advance(scanner[0] == .equals ? 1 : 0)
    } else if scanner[0] == .equals {
      if expectsCommand || declares { scanner.add(.variable, from: start) }
      scanner.advance()
    } else if expectsUser {
      expectsUser = false
    } else if expectsCommand {
      takeCommand(from: start, &scanner)
    } else {
      takeArgument(from: start, &scanner)
    }
  }

  /// Whether a name of a variable stands there, so that `=` after it, or `+=`, sets it.
  private func isName(_ range: Range<Int>, _ scanner: Scanner) -> Bool {
    guard let first = scanner.code[range].first, first.isWordByte, !first.isDigit else {
      return false
    }
    return range.count <= 64
      && scanner.code[range].dropLast().allSatisfy(\.isWordByte)
      && (scanner.code[range.upperBound - 1].isWordByte
        || scanner.code[range.upperBound - 1] == UInt8(ascii: "+"))
  }

  private mutating func takeCommand(from start: Int, _ scanner: inout Scanner) {
    let word = scanner.word(from: start)
    if Self.keywords.contains(word) {
      scanner.add(.keyword, from: start)
      expectsIn = word == "for" || word == "select" || word == "case"
      expectsLoopVariable = word == "for" || word == "select"
      expectsCommand = !Self.beforeWords.contains(word)
      return
    }
    // A pattern of `case`.
    if scanner[0] == UInt8(ascii: ")"), frames.isEmpty { return }
    let first = scanner.code[start]
    guard first.isWordByte || first.isOne(of: "./~[") else { return }
    scanner.add(.name, from: start)
    declares = Self.declaring.contains(word)
    expectsCommand = Self.prefixes.contains(word)
  }

  private mutating func takeArgument(from start: Int, _ scanner: inout Scanner) {
    if expectsLoopVariable {
      expectsLoopVariable = false
      return scanner.add(.variable, from: start)
    }
    let word = scanner.word(from: start)
    if word == "in", expectsIn {
      expectsIn = false
      scanner.add(.keyword, from: start)
    } else if word == "]]" {
      scanner.add(.keyword, from: start)
    } else if isNumber(word.utf8), !scanner[0].isOne(of: "<>"),
      !scanner.code[start - 1].isOne(of: "&<>")
    {
      // No descriptor of a redirection.
      scanner.add(.number, from: start)
    }
  }

  private static let keywords: Set<String> = [
    "!", "[[", "break", "case", "continue", "do", "done", "elif", "else", "esac", "exit", "fi",
    "for", "function", "if", "return", "select", "then", "time", "until", "while", "{", "}",
  ]

  /// Keywords after which no command comes.
  private static let beforeWords: Set<String> = [
    "[[", "break", "case", "continue", "exit", "for", "function", "return", "select",
  ]

  /// Commands that set variables.
  private static let declaring: Set<String> = [
    "alias", "declare", "export", "local", "readonly", "typeset", "env",
  ]

  /// Commands that take a command.
  private static let prefixes: Set<String> = ["command", "env", "exec", "nohup", "sudo"]
}
