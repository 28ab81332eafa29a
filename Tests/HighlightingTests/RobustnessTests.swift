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

  /// Whatever is repeated, ten times as much takes about ten times as long, not a hundred times.
  @Test(arguments: Language.allCases)
  func takesTimeInProportionToTheCode(_ language: Language) {
    let clock = ContinuousClock()
    for piece in Self.pieces + [
      "\"a\" ", "a=", "<<A\n", "$(\"", "[\"a\",\n", "a: ", "\"${", "  \n", "FROM a \\\n",
    ] {
      let time = { (count: Int) in
        let code = Array(String(repeating: piece, count: count).utf8)
        return (0..<2).map { _ in clock.measure { _ = tokens(of: code, language: language) } }
          .min()!
      }
      let (short, long) = (time(500), time(5_000))
      #expect(long < short * 40 + .milliseconds(20), "\(language): \(piece.debugDescription)")
    }
  }
}
