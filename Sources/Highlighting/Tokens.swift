/// Finds what is coloured in a piece of code.
///
/// Any bytes will do: code that is cut short or wrong is coloured as far as it makes sense.
///
///     tokens(of: Array("aws s3 ls --region eu-west-3".utf8), language: .bash)
///     // name 0..<3, option 10..<18
///
/// - Parameters:
///   - code: The code, in UTF-8.
///   - language: What it is written in. A block in bash whose first line begins with a prompt is read as a console.
/// - Returns: Tokens in ascending order that do not overlap, none of them empty; no bound cuts a scalar in two.
/// - Complexity: O(bytes)
public func tokens(of code: [UInt8], language: Language) -> [Token] {
  var scanner = Scanner(code)
  switch language {
  case .bash where ConsoleLexer.isConsole(code): run(ConsoleLexer(code), on: &scanner)
  case .bash: run(BashLexer(), on: &scanner)
  case .console: run(ConsoleLexer(code), on: &scanner)
  case .dockerfile: run(DockerfileLexer(), on: &scanner)
  case .hcl: run(HCLLexer(), on: &scanner)
  case .ini: run(INILexer(), on: &scanner)
  case .json: run(JSONLexer(), on: &scanner)
  case .python: run(PythonLexer(), on: &scanner)
  case .sql: run(SQLLexer(), on: &scanner)
  case .yaml: run(YAMLLexer(), on: &scanner)
  }
  return scanner.tokens
}

/// Finds what is coloured in a piece of code; ranges count the bytes of its UTF-8.
public func tokens(of code: String, language: Language) -> [Token] {
  tokens(of: Array(code.utf8), language: language)
}

/// Reads one language.
protocol Lexer {
  /// Reads what begins at the scanner's position; where it reads nothing, one byte is passed over.
  mutating func step(_ scanner: inout Scanner)
}

/// Reads all that the scanner has before it.
func run(_ lexer: consuming some Lexer, on scanner: inout Scanner) {
  while !scanner.isAtEnd {
    let start = scanner.position
    lexer.step(&scanner)
    if scanner.position == start { scanner.advance() }
  }
}
