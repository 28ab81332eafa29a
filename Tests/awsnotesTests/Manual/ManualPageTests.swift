import Foundation
import Testing

@testable import awsnotes

@Suite struct ManualPageTests {
  private func source(_ language: Language, _ table: CommandTable = .awsnotes) -> String {
    ManualPage(table: table, language: language, date: "2026-11-21").source
  }

  @Test(arguments: Language.allCases)
  func explainsEveryCommandAndOption(language: Language) {
    let source = source(language)
    for command in CommandTable.awsnotes.shownCommands {
      #expect(source.contains(".SS \"awsnotes \(command.name)\"\n"))
      for option in command.options {
        #expect(source.contains("\\fB\\-\\-\(RoffWriter.escaped(option.name))\\fP"))
      }
    }
    #expect(!source.contains("awsnotes names"))
  }

  @Test func hasThePartsThatManualsHave() {
    let parts = [
      "NAME", "SYNOPSIS", "DESCRIPTION", "FILES", "ENVIRONMENT", "EXIT STATUS", "EXAMPLES",
    ]
    for part in parts { #expect(source(.english).contains(".SH \"\(part)\"\n")) }
    #expect(source(.english).hasPrefix(".TH \"AWSNOTES\" \"1\" \"2026-11-21\" \"awsnotes "))
    #expect(source(.english).contains("\nawsnotes \\- search and reread notes on AWS\n"))
    #expect(source(.french).contains("\nawsnotes \\- chercher et relire des notes sur AWS\n"))
  }

  @Test(arguments: [
    ("a-b \\n", "a\\-b \\en"), ("'x' \"y\"", "\\(aqx\\(aq \\(dqy\\(dq"),
    ("~/a `b` ^c", "\\(ti/a \\(gab\\(ga \\(hac"), ("mot\u{A0}: é…", "mot\\~: é…"),
  ])
  func writesSignsAsTheyAreTyped(text: String, roff: String) {
    #expect(RoffWriter.escaped(text) == roff)
  }

  @Test func takesNoTextForARequest() {
    var writer = RoffWriter()
    writer.paragraph(".TH is no request here, 'nor this")
    writer.literal([".awsnotes"])
    #expect(
      writer.text == "\\&.TH is no request here, \\(aqnor this\n.EX\n\\&.awsnotes\n.EE\n")
  }

  @Test(
    .enabled(if: installed("mandoc") != nil, "mandoc is not installed"),
    arguments: Language.allCases)
  func pleasesMandoc(language: Language) throws {
    try expectNothing(from: "mandoc", ["-Tlint", "-Wall"], about: source(language))
  }

  @Test(
    .enabled(if: installed("groff") != nil, "groff is not installed"),
    arguments: Language.allCases)
  func pleasesGroff(language: Language) throws {
    try expectNothing(
      from: "groff", ["-ww", "-K", "utf8", "-man", "-Tutf8", "-z"], about: source(language))
  }

  private func expectNothing(from tool: String, _ words: [String], about page: String) throws {
    try withFolder { folder in
      try write(page, to: "\(folder)/awsnotes.1")
      let path = try #require(installed(tool))
      let answer = try run(path, words + ["\(folder)/awsnotes.1"])
      #expect(answer.output == "")
      #expect(answer.status == 0)
    }
  }
}
