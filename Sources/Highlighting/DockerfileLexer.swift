/// Reads the recipe of a container image: an instruction a line, commands as bash reads them.
struct DockerfileLexer: Lexer {
  mutating func step(_ scanner: inout Scanner) {
    scanner.skip(while: \.isSpace)
    if scanner[0] == .hash { return scanner.takeLineComment() }
    let start = scanner.position
    scanner.skip(while: \.isWordByte)
    let word = scanner.word(from: start).uppercased()
    guard Self.instructions.contains(word) else { return scanner.skipLine() }
    scanner.add(.keyword, from: start)
    // HEALTHCHECK CMD, ONBUILD RUN: another instruction follows.
    if word == "ONBUILD" { return }
    var lexer = BashLexer()
    lexer.expectsCommand = word == "RUN"
    lexer.declares = word == "ENV" || word == "ARG" || word == "LABEL"
    scanner.run(lexer, to: endOfInstruction(scanner))
  }

  /// The end of the lines that a backslash joins, and of the comments between them.
  private func endOfInstruction(_ scanner: Scanner) -> Int {
    var line = scanner.position
    while line < scanner.end {
      let end = scanner.code[line..<scanner.end].firstIndex(of: .newline) ?? scanner.end
      let ink = scanner.code[line..<end].first { !$0.isBlank }
      let last = scanner.code[line..<end].last { !$0.isBlank }
      guard last == .backslash || (ink == .hash && line > scanner.position) else { return end }
      line = end + 1
    }
    return scanner.end
  }

  private static let instructions: Set<String> = [
    "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL",
    "MAINTAINER", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
  ]
}
