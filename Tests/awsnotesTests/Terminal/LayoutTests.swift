import Testing

@testable import awsnotes

@Suite struct WrappingTests {
  @Test(arguments: [
    ("", 10, [""]),
    ("un deux trois", 20, ["un deux trois"]),
    ("un deux trois", 13, ["un deux trois"]),
    ("un deux trois", 12, ["un deux", "trois"]),
    ("un deux trois", 7, ["un deux", "trois"]),
    ("un deux trois", 4, ["un", "deux", "troi", "s"]),
    ("un deux trois", 1, ["u", "n", "d", "e", "u", "x", "t", "r", "o", "i", "s"]),
    ("été à côté", 5, ["été à", "côté"]),
    ("e\u{301}te\u{301} a", 3, ["e\u{301}te\u{301}", "a"]),
    ("東京 大阪市", 5, ["東京", "大阪", "市"]),
    ("東京", 1, ["東", "京"]),
    ("a 👩‍👩‍👧 b", 4, ["a 👩‍👩‍👧", "b"]),
    ("dire «\u{A0}oui\u{A0}»", 8, ["dire", "«\u{A0}oui\u{A0}»"]),
    ("a\nb\n\nc", 10, ["a", "b", "", "c"]),
    ("a  b   c", 4, ["a  b", "c"]),
    ("  abcdef", 5, ["  abc", "def"]),
    ("abc   ", 3, ["abc"]),
  ])
  func breaksAtSpacesOrInsideLongWords(text: String, width: Int, lines: [String]) {
    #expect(StyledText(text).wrapped(to: width).map(\.plainText) == lines)
  }

  @Test func breaksNoWordThatSomebodyMayWantToCopy() {
    let lines = StyledText("dans /un/long/chemin ici").wrapped(to: 6, keepingWords: true)
    #expect(lines.map(\.plainText) == ["dans", "/un/long/chemin", "ici"])
  }

  @Test func indentsLinesThatHoldText() {
    let lines = StyledText("un deux\n\ntrois").wrapped(to: 6, indent: 2)
    #expect(lines.map(\.plainText) == ["  un", "  deux", "", "  troi", "  s"].map { $0 })
  }

  @Test func keepsTheLookOfEachLetter() {
    let text = "la " + StyledText("NAT gateway", .hit) + " publique"
    let lines = text.wrapped(to: 8)
    #expect(lines.map(\.plainText) == ["la NAT", "gateway", "publique"])
    #expect(lines[0].pieces.map(\.style) == [.plain, .hit])
    #expect(lines[1].pieces.map(\.style) == [.hit])
    #expect(lines[2].pieces.map(\.style) == [.plain])
  }

  @Test func losesNothingButSpacesAtAnyWidth() {
    let text = "Une passerelle « NAT » reçoit 東京, 👍🏽 et e\u{301}té ; rien d’autre."
    for width in 2...70 {
      let lines = StyledText(text).wrapped(to: width)
      #expect(lines.allSatisfy { $0.width <= width })
      let letters = lines.map(\.plainText).joined().filter { $0 != " " }
      #expect(letters == text.filter { $0 != " " })
    }
  }
}

@Suite struct FittingTests {
  @Test(arguments: [
    ("Content/vpc.md", 14, "Content/vpc.md", "Content/vpc.md"),
    ("Content/vpc.md", 8, "Content…", "…/vpc.md"),
    ("été", 2, "é…", "…é"),
    ("東京都", 5, "東京…", "…京都"),
    ("東京都", 4, "東…", "…都"),
    ("abc", 1, "…", "…"),
    ("abc", 0, "", ""),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…", "…e\u{301}"),
  ])
  func cutsEitherEnd(text: String, width: Int, head: String, tail: String) {
    #expect(StyledText(text).truncated(to: width).plainText == head)
    #expect(StyledText(text).truncated(to: width, cutting: .leading).plainText == tail)
  }

  @Test func givesTheEllipsisTheLookOfWhatItEnds() {
    let text = "a" + StyledText("bcdef", .dim)
    #expect(text.truncated(to: 4).pieces.map(\.text) == ["a", "bc…"])
  }

  private static let path = StyledText("Content/vpc.md:9", .dim)

  @Test func putsThePathAtTheRightEdge() {
    let lines = StyledText("Réseau › NAT").aligned(with: Self.path, width: 60)
    #expect(lines.count == 1)
    #expect(lines[0].width == 60)
    #expect(lines[0].plainText.hasSuffix("   Content/vpc.md:9"))
    #expect(lines[0].pieces.last?.style == .dim)
  }

  @Test func movesThePathBelowOnANarrowTerminal() {
    let lines = StyledText("Réseau › NAT").aligned(with: Self.path, width: 59, indent: 4)
    #expect(lines.map(\.plainText) == ["Réseau › NAT", "    Content/vpc.md:9"])
  }

  @Test func movesThePathBelowATitleThatLeavesNoRoom() {
    let title = String(repeating: "x", count: 60 - 16 - 1)
    #expect(StyledText(title).aligned(with: Self.path, width: 60).count == 2)
    #expect(StyledText(String(title.dropLast())).aligned(with: Self.path, width: 60).count == 1)
  }

  @Test func neverCutsAPath() {
    let lines = StyledText("NAT").aligned(with: Self.path, width: 12, indent: 2)
    #expect(lines.map(\.plainText) == ["NAT", "  Content/vpc.md:9"])
  }
}
