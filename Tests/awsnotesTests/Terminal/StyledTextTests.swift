import Testing

@testable import awsnotes

@Suite struct StyledTextTests {
  private static let plain = Terminal(isTerminal: false, columns: nil, environment: [:])
  private static let color = Terminal(isTerminal: true, columns: nil, environment: [:])
  private static let links = Terminal(
    isTerminal: true, columns: nil, environment: ["TERM": "xterm-kitty", "NO_COLOR": "1"])

  @Test(arguments: [
    (Style.plain, "NAT"),
    (.bold, "\u{1B}[1mNAT\u{1B}[0m"),
    (.dim, "\u{1B}[2mNAT\u{1B}[0m"),
    (.underlined, "\u{1B}[4mNAT\u{1B}[0m"),
    (.hit, "\u{1B}[1;35mNAT\u{1B}[0m"),
    (Style(color: .indexed(208)), "\u{1B}[38;5;208mNAT\u{1B}[0m"),
  ])
  func writesItsStyleWhereColorIsUsed(style: Style, expected: String) {
    let text = StyledText("NAT", style)
    #expect(text.rendered(for: Self.color) == expected)
    #expect(text.rendered(for: Self.plain) == "NAT")
  }

  @Test func linksWhereLinksAreKnown() {
    let text = StyledText("vpc.md:9", .dim, link: Hyperlink(path: "/notes/vpc.md"))
    let linked = "\u{1B}]8;;file:///notes/vpc.md\u{1B}\\vpc.md:9\u{1B}]8;;\u{1B}\\"
    #expect(text.rendered(for: Self.links) == linked)
    #expect(text.rendered(for: Self.plain) == "vpc.md:9")
  }

  @Test func joinsNeighboursOfOneLook() {
    let text = StyledText("a", .bold) + StyledText("b", .bold) + "" + "c"
    #expect(text.pieces.map(\.text) == ["ab", "c"])
    #expect(text.plainText == "abc")
    #expect(text.width == 3)
  }

  @Test func obeysNoEscapeOfItsText() {
    let text = StyledText("\u{1B}[31mrouge\u{9B}0m\ta")
    #expect(text.rendered(for: Self.color) == "␛[31mrouge\\u{9B}0m  a")
  }
}

@Suite struct HyperlinkTests {
  @Test(arguments: [
    ("/notes/vpc.md", "file:///notes/vpc.md"),
    ("/mes notes/été.md", "file:///mes%20notes/%C3%A9t%C3%A9.md"),
    ("/a#b?c%d", "file:///a%23b%3Fc%25d"),
    ("/\u{1B}\\\u{7}", "file:///%1B%5C%07"),
  ])
  func encodesPaths(path: String, address: String) {
    #expect(Hyperlink(path: path).address == address)
  }

  @Test func namesTheHost() {
    #expect(Hyperlink(path: "/a", host: "poste").address == "file://poste/a")
  }

  @Test func keepsAddressesButTheirControls() {
    let url = "https://docs.aws.amazon.com/vpc/?a=b#c%20d"
    #expect(Hyperlink(url: url).address == url)
    #expect(Hyperlink(url: "x:\u{1B}]8;;é").address == "x:%1B]8;;%C3%A9")
  }
}
