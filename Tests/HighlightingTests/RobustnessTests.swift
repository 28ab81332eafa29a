import Highlighting
import Testing

@Suite struct RobustnessTests {
  /// What opens and closes things in some language; random pieces of it reach every state of every lexer.
  private static let pieces: [String] = [
    "\"", "'", "`", "\"\"\"", "'''", "\\", "\n", " ", "\t", "\r\n", "#", "//", "/*", "*/", "--",
    "${", "$(", "$((", "))", ")", "(", "{", "}", "{{", "}}", "[", "]", "<<EOF", "\nEOF\n", "<<-",
    "<<<", "|", ">", "&", ";", "=", "+=", ":", ": ", "- ", "!", "*", "@", "$ ", "# ", ">>> ", ".",
    "a", "é", "0", "12", "if", "for", "in", "case", "esac", "var", "SELECT", "FROM", "RUN", "é…",
    "mysql> ", "user@host:~$ ", "f'", "%{", "\0", "-x", "--y", "\\\n", "a: |\n", "  ",
  ]

  @Test(arguments: Language.allCases)
  func keepsItsTokensApartAndInOrderWhateverTheCode(_ language: Language) {
    var generator = SystemRandomNumberGenerator()
    for round in 0..<1_000 {
      var code: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        code +=
          round % 4 == 0
          ? [UInt8.random(in: 0...255, using: &generator)]
          : Array(Self.pieces.randomElement(using: &generator)!.utf8)
      }
      var place = 0
      for token in tokens(of: code, language: language) {
        let isApart =
          token.range.lowerBound >= place && !token.range.isEmpty
          && token.range.upperBound <= code.count
        #expect(isApart, "\(language): \(code)")
        guard isApart else { return }
        place = token.range.upperBound
        guard round % 4 > 0 else { continue }
        // Bounds of valid UTF-8 lie between scalars.
        for bound in [token.range.lowerBound, token.range.upperBound] where bound < code.count {
          #expect(
            code[bound] & 0xC0 != 0x80, "\(language): \(String(decoding: code, as: UTF8.self))")
        }
      }
    }
  }

  /// What would make a lexer look back again and again ends, and is covered to its end.
  @Test(arguments: Language.allCases)
  func readsWhateverIsRepeated(_ language: Language) {
    for piece in Self.pieces + [
      "\"a\" ", "a=", "<<A\n", "$(\"", "[\"a\",\n", "a: ", "\"${", "  \n", "FROM a \\\n",
    ] {
      let code = Array(String(repeating: piece, count: 2_000).utf8)
      let found = tokens(of: code, language: language)
      #expect(found.allSatisfy { $0.range.upperBound <= code.count }, "\(language): \(piece)")
      #expect(
        zip(found, found.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    }
  }
}
