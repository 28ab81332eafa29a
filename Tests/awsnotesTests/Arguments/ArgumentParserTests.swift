import Testing

@testable import awsnotes

@Suite struct ArgumentParserTests {
  /// The words after the program's name, written as in a shell without quoting.
  private func parse(_ line: String) throws(UsageError) -> Invocation {
    try CommandTable.sample.parse(line.split(separator: " ").map(String.init))
  }

  private func run(_ line: String) throws -> (command: String, arguments: ParsedArguments) {
    guard case .run(let command, let arguments) = try parse(line) else {
      throw NotRun()
    }
    return (command.name, arguments)
  }

  private struct NotRun: Error {}

  @Test(arguments: [
    ("search nat", ["nat"]),
    ("chercher nat", ["nat"]),
    ("search nat gateway", ["nat", "gateway"]),
    ("search --json nat gateway", ["nat", "gateway"]),
    ("search nat --json gateway", ["nat", "gateway"]),
    ("--content notes search nat", ["nat"]),
    ("search -- --json -n", ["--json", "-n"]),
    ("search nat -- -- x", ["nat", "--", "x"]),
    ("search - nat", ["-", "nat"]),
    ("search nat -gateway", ["nat", "-gateway"]),
    ("search nat -nat -néant", ["nat", "-nat", "-néant"]),
    ("search nat -hôte -cloud", ["nat", "-hôte", "-cloud"]),
    ("search nat -z -7", ["nat", "-z", "-7"]),
  ])
  func keepsArgumentsInOrder(line: String, positionals: [String]) throws {
    #expect(try run(line).arguments.positionals == positionals)
    #expect(try run(line).command == "search")
  }

  @Test(arguments: [
    "search nat --limit 5", "search --limit=5 nat", "search -n 5 nat", "search -n5 nat",
    "search --limit 9 --limit 5 nat", "search -n 9 nat -n5",
  ])
  func readsANumberHoweverItIsWritten(line: String) throws {
    let arguments = try run(line).arguments
    #expect(arguments.integer("limit") == 5)
    #expect(arguments.positionals == ["nat"])
  }

  @Test(arguments: [
    ("build s --log a.txt", "log", "a.txt"),
    ("build s --log=--json", "log", "--json"),
    ("build s --log=a=b", "log", "a=b"),
    ("build s --log=", "log", ""),
    ("build s --log -", "log", "-"),
    ("build s -tsombre", "theme", "sombre"),
    ("build s -t=clair", "theme", "clair"),
    ("build s -fvt clair", "theme", "clair"),
    ("build s --content notes", "content", "notes"),
    ("--content a build s --content b", "content", "b"),
  ])
  func readsTextsWordsAndPaths(line: String, name: String, value: String) throws {
    #expect(try run(line).arguments.text(name) == value)
  }

  @Test func readsFlagsAloneAndGrouped() throws {
    let none = try run("build s").arguments
    #expect(!none.flag("force") && !none.flag("verbose"))
    let one = try run("build -f s").arguments
    #expect(one.flag("force") && !one.flag("verbose"))
    let all = try run("build s -fvj4").arguments
    #expect(all.flag("force") && all.flag("verbose") && all.integer("jobs") == 4)
  }

  @Test func leavesOutWhatIsNotGiven() throws {
    let arguments = try run("search nat").arguments
    #expect(arguments.integer("limit") == nil && arguments.text("category") == nil)
  }

  @Test(arguments: [
    ("", "nothing"), ("--content notes", "nothing"), ("--", "nothing"),
    ("--version", "version"), ("--version search", "version"),
    ("--help", "help"), ("-h", "help"), ("-h --version", "help"),
    ("search --help", "help search"), ("search nat -h", "help search"),
    ("build -fh", "help build"), ("--help search", "help search"), ("chercher -h", "help search"),
    ("help search", "run help"), ("help", "run help"), ("search nat", "run search"),
  ])
  func knowsWhatIsAskedFor(line: String, request: String) throws {
    let found =
      switch try parse(line) {
      case .nothing: "nothing"
      case .version: "version"
      case .help(let command): command.map { "help \($0.name)" } ?? "help"
      case .run(let command, _): "run \(command.name)"
      }
    #expect(found == request)
  }
}
