import Testing

@testable import awsnotes

@Suite struct KeyDecoderTests {
  private func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    var keys = bytes.compactMap { decoder.add($0) }
    if let last = decoder.flush() { keys.append(last) }
    return keys
  }

  @Test func putsLettersTogetherHoweverTheyWereCut() {
    #expect(
      keys(Array("aéœ€😀".utf8)) == ["a", "é", "œ", "€", "😀"].map { .character(Character($0)) })
  }

  @Test func knowsTheKeysThatTerminalsSpellOut() {
    let spelled: [(String, Key)] = [
      ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
      ("\u{1B}[H", .home), ("\u{1B}[4~", .end), ("\u{1B}[3~", .delete), ("\u{1B}[1;5C", .right),
      ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{4}", .endOfInput),
    ]
    for (bytes, key) in spelled { #expect(keys(Array(bytes.utf8)) == [key]) }
  }

  @Test func takesALoneEscapeForTheKey() {
    #expect(keys([0x1B]) == [.escape])
    #expect(keys([0x1B, 0x5B]) == [.other])
  }

  @Test func goesOnAfterBytesThatAreNoText() {
    #expect(keys([0xFF, 0x61]) == [.other, .character("a")])
    #expect(keys([0x80, 0x61]) == [.other, .character("a")])
    #expect(keys([0xC3, 0xA9, 0x62]) == [.character("é"), .character("b")])
  }

  @Test func neverWaitsForeverForTheEndOfASequence() {
    let endless = [0x1B, 0x5B] + [UInt8](repeating: 0x31, count: 40)
    #expect(!keys(endless + [0x61]).isEmpty)
  }
}

@Suite struct LineEditorTests {
  private func typed(_ keys: [Key]) -> LineEditor {
    var line = LineEditor()
    for key in keys { _ = line.take(key) }
    return line
  }

  @Test func insertsWhereTheCursorIs() {
    let line = typed([.character("a"), .character("c"), .left, .character("b")])
    #expect(line.text == "abc")
    #expect(line.cursor == 2)
  }

  @Test func deletesOnBothSidesOfTheCursor() {
    let line = typed("abcd".map { .character($0) } + [.home, .delete, .end, .backspace])
    #expect(line.text == "bc")
  }

  @Test func staysWithinTheLine() {
    var line = typed([.left, .backspace, .delete, .right])
    #expect(line.isEmpty)
    for _ in 0..<600 { _ = line.take(.character("x")) }
    #expect(line.text.count == 500)
  }

  @Test func measuresWideLetters() {
    #expect(typed([.character("日"), .character("é")]).column == 3)
  }
}
