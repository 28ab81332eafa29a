import Testing

@testable import FrenchText

@Suite struct RobustnessTests {
  /// Checks what holds for the tokens of any text: parts follow each other, one a position, and a
  /// whole covers as many of them as it says.
  private func check(_ text: [UInt8], _ location: SourceLocation = #_sourceLocation) {
    let all = tokens(text)
    let isWhole = all.indices.map { index in
      index + 1 < all.count && all[index + 1].position == all[index].position
    }
    let parts = all.indices.filter { !isWhole[$0] }.map { all[$0] }
    var end = 0
    for (position, part) in parts.enumerated() {
      #expect(part.position == position && part.width == 1, sourceLocation: location)
      #expect(part.range.lowerBound >= end && !part.range.isEmpty, sourceLocation: location)
      end = part.range.upperBound
    }
    #expect(end <= text.count, sourceLocation: location)
    for whole in all.indices.filter({ isWhole[$0] }).map({ all[$0] }) {
      let covered = parts[whole.position..<whole.position + whole.width]
      #expect(covered.first?.range.lowerBound == whole.range.lowerBound, sourceLocation: location)
      #expect(
        covered.allSatisfy { $0.range.upperBound <= whole.range.upperBound },
        sourceLocation: location)
    }
  }

  private let sample = Array(
    "L’ÉtatInitial d’un pare-feu : 10.0.0.0/16, ﬁn ₂ 東京 🚀 us-east-1 aujourd’hui e\u{301}té".utf8)

  @Test func readsEveryPrefixAndSuffix() {
    for cut in sample.indices {
      check(Array(sample[..<cut]))
      check(Array(sample[cut...]))
    }
  }

  @Test func readsRandomBytes() {
    var random = FixedRandom(state: 7)
    for _ in 0..<2_000 {
      check((0..<Int.random(in: 0...80, using: &random)).map { _ in random.byte() })
    }
  }

  @Test func readsShuffledPiecesOfText() {
    let pieces = [
      "é", "e\u{301}", "A", "b", "9", ".", "-", "_", ":", "::", "/", "@", ",", "'", "’", " ", "l’",
      "://", "qu'", "\u{AD}", "東", "ﬁ", "CloudWatch", "10.0.0.0", "+", "#", "\u{2011}", "-il",
    ].map { Array($0.utf8) }
    var random = FixedRandom(state: 11)
    for _ in 0..<5_000 {
      check(Array((0..<12).map { _ in pieces.randomElement(using: &random) ?? [] }.joined()))
    }
  }

  /// In the browser there is one way only.
  @Test func readsPlainWordsBothWaysAlike() {
    let pieces = [
      "é", "É", "e\u{301}", "A", "bc", "DE", "Fgh", "9", ".", "-", "_", ":", "::", "/", ",", "’",
      "l’", "://", "qu'", "\u{AD}", "ﬁ", "CloudWatch", "10.0.0.0", "+", "#", "-il", "œuvre", "×",
      "http:", "mot", " ", " ", " ", " ", " ", " ", " ", " ",
    ].map { Array($0.utf8) }
    var random = FixedRandom(state: 13)
    var count = 0
    for _ in 0..<2_000 {
      let text = (0..<30).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
      for start in text.indices where start == 0 || text[start - 1] == 0x20 {
        guard CharacterClass(byte: text[start]).opensWord else { continue }
        var plain = Tokenizer()
        plain.cursor = start
        var run = plain
        guard let token = plain.plainWord(in: text.span) else { continue }
        count += 1
        #expect(run.wordRun(in: text.span) == token && run.form == plain.form)
        #expect(run.cursor == plain.cursor && run.position == plain.position)
        #expect(run.nextPart == run.parts.count)
      }
    }
    #expect(count > 500)
  }

  @Test func takesBytesThatAreNotUTF8ForSeparators() {
    #expect(described([0x61, 0xFF, 0x62, 0xC3, 0x20, 0xE2, 0x82, 0x63]) == "a/0 b/1 c/2")
    #expect(described([0x61, 0xC0, 0xAF, 0x62, 0xED, 0xA0, 0x80, 0x63]) == "a/0 b/1 c/2")
    #expect(described([0xF4, 0x90, 0x80, 0x80, 0x61]) == "a/0")
  }

  @Test(arguments: [
    "a", "é", "9", "1.", "a-", "aB", "1,", "a:", "-", "'", "l'", "東", "://", "\u{301}",
  ])
  func cutsEndlessRunsIntoPieces(piece: String) {
    let text = Array(String(repeating: piece, count: 20_000).utf8)
    var tokenizer = Tokenizer()
    var longest = 0
    var letters = 0
    while let token = tokenizer.next(in: text.span) {
      longest = max(longest, tokenizer.form.count)
      if token.width == 1 { letters += tokenizer.form.count }
    }
    #expect(longest <= 260)
    #expect(letters <= text.count)
  }

  @Test func keepsOneWordOfAMillionAccents() {
    let text = "e" + String(repeating: "\u{301}", count: 1_000_000)
    #expect(described(text) == "é/0")
  }
}

extension FixedRandom {
  fileprivate mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: next()) }
}
