import Testing

@testable import awsnotes

@Suite struct TerminalTests {
  private func terminal(
    _ environment: [String: String] = [:], isTerminal: Bool = true, columns: Int? = nil
  ) -> Terminal {
    Terminal(isTerminal: isTerminal, columns: columns, environment: environment)
  }

  @Test(
    arguments: [
      (132, "90", 132), (nil, "90", 90), (nil, nil, 80), (nil, "large", 80), (nil, "0", 80),
      (nil, "-5", 80), (5, nil, 20), (nil, "7", 20), (0, nil, 80),
    ] as [(Int?, String?, Int)])
  func takesItsWidthFromTheNearestSource(columns: Int?, variable: String?, width: Int) {
    let environment = variable.map { ["COLUMNS": $0] } ?? [:]
    #expect(terminal(environment, columns: columns).width == width)
  }

  @Test(
    arguments: [
      (true, [:], true),
      (true, ["TERM": "xterm-256color"], true),
      (true, ["TERM": "dumb"], false),
      (true, ["NO_COLOR": "1"], false),
      (true, ["NO_COLOR": ""], true),
      (false, [:], false),
      (false, ["CLICOLOR_FORCE": "1"], true),
      (false, ["CLICOLOR_FORCE": "0"], false),
      (false, ["CLICOLOR_FORCE": ""], false),
      (false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
    ] as [(Bool, [String: String], Bool)])
  func usesColorWhereItIsWanted(
    isTerminal: Bool, environment: [String: String], usesColor: Bool
  ) {
    #expect(terminal(environment, isTerminal: isTerminal).usesColor == usesColor)
  }

  @Test(
    arguments: [
      ([:], false),
      (["TERM": "xterm-256color"], false),
      (["VTE_VERSION": "6800"], true),
      (["VTE_VERSION": "4999"], false),
      (["TERM_PROGRAM": "iTerm.app"], true),
      (["TERM_PROGRAM": "WezTerm"], true),
      (["TERM_PROGRAM": "vscode"], true),
      (["TERM_PROGRAM": "ghostty"], true),
      (["TERM_PROGRAM": "Apple_Terminal"], false),
      (["KITTY_WINDOW_ID": "1"], true),
      (["WT_SESSION": "c0ffee"], true),
      (["TERM": "xterm-kitty"], true),
      (["TERM": "foot-extra"], true),
      (["TERM": "alacritty"], true),
      (["TERM": "xterm-ghostty"], true),
      (["TERM": "dumb", "KITTY_WINDOW_ID": "1"], false),
      (["TERM": "screen-256color", "VTE_VERSION": "6800"], false),
    ] as [([String: String], Bool)])
  func linksOnlyInTerminalsKnownForIt(environment: [String: String], supportsLinks: Bool) {
    #expect(terminal(environment).supportsLinks == supportsLinks)
    #expect(!terminal(environment, isTerminal: false).supportsLinks)
  }

  @Test func redrawsOnlyWhereACursorMoves() {
    #expect(terminal().canRedraw)
    #expect(terminal(["NO_COLOR": "1"]).canRedraw)
    #expect(!terminal(["TERM": "dumb"]).canRedraw)
    #expect(!terminal(["CLICOLOR_FORCE": "1"], isTerminal: false).canRedraw)
  }

  @Test func takesWhatIsNoTerminalForAPipe() {
    let terminal = Terminal(descriptor: -1, environment: ["COLUMNS": "72", "TERM": "xterm-kitty"])
    #expect(!terminal.isTerminal && !terminal.usesColor && !terminal.supportsLinks)
    #expect(terminal.width == 72)
  }
}
