import Testing

@testable import awsnotes

@Suite struct HelpPageTests {
  static let pages = [
    ("overview.fr", "--help", "fr_FR.UTF-8", 80),
    ("overview.en", "help", "en_GB.UTF-8", 80),
    ("search.fr", "search --help", "fr_FR.UTF-8", 80),
    ("search.en", "help search", "en_US.UTF-8", 200),
    ("search.narrow.fr", "search -h", "C.UTF-8", 40),
    ("build.fr", "help build", "", 60),
  ]

  @Test(arguments: pages)
  func explainsTheProgram(name: String, line: String, locale: String, width: Int) throws {
    let run = CapturedRun(
      line.split(separator: " ").map(String.init),
      environment: ["LANG": locale, "COLUMNS": "\(width)"])
    #expect(run.status == .success)
    #expect(run.errors == "")
    try expectGolden(run.output, named: "\(name).txt")
  }

  @Test(arguments: ["build", "serve", "publish"], ["fr_FR.UTF-8", "en_GB.UTF-8"])
  func explainsTheSite(command: String, locale: String) throws {
    let run = CapturedRun(
      ["help", command], of: .awsnotes, environment: ["LANG": locale, "COLUMNS": "80"])
    #expect(run.status == .success)
    try expectGolden(run.output, named: "awsnotes.\(command).\(locale.prefix(2)).txt")
  }

  @Test(arguments: Language.allCases, Terminal.narrowest...81)
  func fitsTheWidth(language: Language, width: Int) {
    let page = HelpPage(table: .sample, language: language, terminalWidth: width)
    for command in [nil] + CommandTable.sample.commands {
      for line in page.lines(for: command) + page.reminder {
        // A label and an example are shown as they are typed, on one line.
        let indent = line.plainText.prefix { $0 == " " }.count
        let isLabel = indent == 2 || line.plainText.contains("  --")
        #expect(line.width <= width || isLabel, "\(line.plainText)")
      }
    }
  }

  @Test func setsNamesAndTitlesInBold() {
    let page = HelpPage(table: .sample, language: .french, terminalWidth: 80)
    let bold = page.lines(for: CommandTable.sample.command(named: "build"))
      .flatMap(\.pieces).filter(\.style.isBold).map(\.text)
    #expect(bold.contains("Options") && bold.contains("--force") && bold.contains("-f"))
    #expect(!bold.contains { $0.hasPrefix(" ") })
  }
}
