import Testing

@testable import awsnotes

@Suite struct CommandTableRunTests {
  @Test func runsACommand() {
    let run = CapturedRun(["search", "nat", "-gateway"])
    #expect(run.status == .success)
    #expect(run.output == "nat -gateway\n")
    #expect(run.errors == "")
  }

  @Test(arguments: [
    ("fr_FR.UTF-8", "awsnotes: rien dans ./notes␛[2J\n"),
    ("en_GB.UTF-8", "awsnotes: nothing in ./notes␛[2J\n"),
  ])
  func reportsAFailureAfterTheAnswersBeforeIt(locale: String, message: String) {
    let run = CapturedRun(["fail"], environment: ["LANG": locale])
    #expect(run.status.code == 3)
    #expect(run.output == "avant\n")
    #expect(run.errors == message)
  }

  @Test func reportsMisuseOnTheErrorOutputAlone() {
    let run = CapturedRun(["serach"], environment: ["LC_ALL": "en"])
    #expect(run.status == .misuse)
    #expect(run.output == "")
    #expect(run.errors == "awsnotes: “serach” does not exist. Did you mean “search”?\n")
  }

  @Test func remindsOfTheCommandsWhereNoneIsGiven() {
    let run = CapturedRun([])
    #expect(run.status == .misuse)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("Utilisation\u{A0}: awsnotes COMMANDE [OPTIONS]\n"))
    #expect(run.errors.contains("\n  search  trouve un passage\n"))
  }

  @Test func tellsItsVersion() {
    #expect(CapturedRun(["--version"]).output == "awsnotes 1.2.3\n")
  }

  @Test func tellsWhatItWasBuiltFromBehindItsVersion() {
    var table = CommandTable.sample
    let build = Build(
      commit: "6c5d38491c1c", date: "2026-11-21", isChanged: false, compiler: "6.3.1")
    table.origin = build.origin
    let version = { CapturedRun(["--version"], of: table, environment: ["LANG": $0]).output }
    #expect(version("fr") == "awsnotes 1.2.3 (6c5d38491c1c, 2026-11-21)\n")
    table.origin =
      Build(commit: "6c5d38491c1c", date: "2026-11-21", isChanged: true, compiler: "").origin
    #expect(version("fr") == "awsnotes 1.2.3 (6c5d38491c1c, 2026-11-21, modifié)\n")
    #expect(version("en") == "awsnotes 1.2.3 (6c5d38491c1c, 2026-11-21, modified)\n")
    #expect(Build(commit: "", date: "", isChanged: true, compiler: "").origin == nil)
  }

  @Test func doesNotNameWhatIsForOtherPrograms() {
    let help = CapturedRun(["help"], of: .awsnotes).output
    #expect(!help.contains("  names ") && !help.contains("  manual "))
    #expect(CapturedRun(["help", "names"], of: .awsnotes).output.contains("awsnotes names"))
    #expect(!CapturedRun(["manuel"], of: .awsnotes).errors.contains("«\u{A0}manual\u{A0}»"))
  }

  @Test func doesNotKnowTheHelpOfAnUnknownCommand() {
    let run = CapturedRun(["help", "serach"])
    #expect(run.status == .misuse)
    #expect(run.errors.contains("Vouliez-vous dire «\u{A0}search\u{A0}»"))
  }
}

@Suite struct AwsnotesTableTests {
  private static let table = CommandTable.awsnotes

  @Test func givesEachCommandItsOwnNames() {
    let names = Self.table.commands.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
  }

  @Test func givesEachOptionOfACommandItsOwnNames() {
    for command in Self.table.commands {
      let options = Self.table.options(of: command)
      let letters = options.compactMap(\.short)
      #expect(Set(options.map(\.name)).count == options.count, "\(command.name)")
      #expect(Set(letters).count == letters.count, "\(command.name)")
    }
  }

  @Test func repeatsOnlyTheLastArgument() {
    for command in Self.table.commands {
      #expect(!command.arguments.dropLast().contains { $0.isRepeating }, "\(command.name)")
    }
  }

  @Test func setsFrenchPunctuationOffByNoBreakSpaces() {
    var texts: [Localized] = [Self.table.summary]
    for command in Self.table.commands {
      texts += [command.summary, command.discussion ?? .empty]
      texts += command.arguments.map(\.help)
      texts += Self.table.options(of: command).map(\.help)
      texts += command.examples.map(\.help)
    }
    for text in texts.map(\.french) {
      for mistake in [" :", " ;", " ?", " !", "« ", " »", "'"] {
        #expect(!text.contains(mistake), "\(text)")
      }
    }
  }

  @Test func showsExamplesThatAreUnderstood() throws {
    for example in Self.table.commands.flatMap(\.examples) {
      let words = example.line.split(separator: " ").map(String.init)
      #expect(words.first == Self.table.program)
      _ = try Self.table.parse(Array(words.dropFirst()))
    }
  }
}
