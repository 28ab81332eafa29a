import Foundation
import Testing

@testable import awsnotes

/// What real shells make of what is typed; each case is a line before its tab, and the words it becomes.
@Suite struct ShellTests {
  private static let cases: [(line: String, words: [String])] = [
    ("awsnotes sea\t", ["search"]),
    ("awsnotes list ser\t", ["list", "services"]),
    ("awsnotes list --format j\t", ["list", "--format", "json"]),
    ("awsnotes list --format=j\t", ["list", "--format=json"]),
    ("awsnotes chercher --ex\t", ["chercher", "--explain"]),
    ("awsnotes help comp\t", ["help", "completions"]),
    ("awsnotes quiz --exam s\t", ["quiz", "--exam", "saa"]),
    ("awsnotes quiz --category R\t", ["quiz", "--category", "Réseau"]),
    ("awsnotes quiz --tag ex\t", ["quiz", "--tag", "examen"]),
    ("awsnotes show reseau/n\t", ["show", "reseau/nat.md"]),
    ("awsnotes show NAT\\ g\t", ["show", "NAT gateway"]),
    ("awsnotes show netw\t", ["show", "Network Address Translation"]),
    ("awsnotes show equ\t", ["show", "Équilibreur de charge"]),
    ("awsnotes show É\t", ["show", "Équilibreur de charge"]),
    ("awsnotes search service:EC\t", ["search", "service:EC2"]),
    ("awsnotes search port catégorie:r\t", ["search", "port", "catégorie:Réseau"]),
    ("awsnotes search +tag:EX\t", ["search", "+tag:examen"]),
    ("awsnotes search note:equ\t", ["search", "note:Équilibreur de charge"]),
    ("awsnotes search -service:EC\t", ["search", "-service:EC2"]),
    ("awsnotes search port -étiquette:EX\t", ["search", "port", "-étiquette:examen"]),
    (
      "awsnotes search --limit 3 -note:equ\t",
      ["search", "--limit", "3", "-note:Équilibreur de charge"]
    ),
    ("awsnotes search -- -service:EC\t", ["search", "--", "-service:EC2"]),
    ("awsnotes show arn:aws:ia\t", ["show", "arn:aws:iam"]),
    ("awsnotes show rol\t", ["show", "rôle : IAM"]),
    ("awsnotes show rôle\\ :\\ i\t", ["show", "rôle : IAM"]),
    ("awsnotes show \"rôle : i\t", ["show", "rôle : IAM"]),
    ("awsnotes show 'arn:aws:i\t", ["show", "arn:aws:iam"]),
    ("awsnotes search note:\"NAT g\t", ["search", "note:NAT gateway"]),
    (
      "awsnotes --content Content show netw\t",
      ["--content", "Content", "show", "Network Address Translation"]
    ),
    ("awsnotes export anki ../comp\t", ["export", "anki", "../completion"]),
    ("awsnotes search -- --ex\t", ["search", "--", "--ex"]),
  ]

  @Test(.enabled(if: installed("bash") != nil, "bash is not installed"))
  func completesInBash() throws {
    try withFolder { folder in
      let shell = try TypingShell(.bash, over: folder)
      for (line, words) in Self.cases { try shell.type(line, means: words) }
      try shell.type("awsnotes --content Cont\t", means: ["--content", "Content/"])
      try shell.type("awsnotes show \"NAT g\t", means: ["show", "NAT gateway"])
      try shell.type("awsnotes list \t\t", lists: ["notes", "services", "terms"])
      try shell.type("awsnotes show arn:aws:\t\t", lists: ["iam", "s3"])
      // Who took colons and equals signs from what parts words gets whole ones.
      try shell.type("COMP_WORDBREAKS=$' \\t\\n\"\\'><;|&('; awsnotes ok", means: ["ok"])
      for (line, words) in Self.cases where line.contains(":") || line.contains("=") {
        try shell.type(line, means: words)
      }
    }
  }

  @Test(.enabled(if: installed("zsh") != nil, "zsh is not installed"))
  func completesInZsh() throws {
    try withFolder { folder in
      let shell = try TypingShell(.zsh, over: folder)
      for (line, words) in Self.cases { try shell.type(line, means: words) }
      // The shell takes the slash away at the end of a line.
      try shell.type("awsnotes --content Cont\t", means: ["--content", "Content"])
      try shell.type("awsnotes list \t", lists: ["notes", "services", "terms"])
    }
  }

  @Test(.enabled(if: installed("fish") != nil, "fish is not installed"))
  func completesInFish() throws {
    try withFolder { folder in
      let shells = try TypingShell(.bash, over: folder)
      defer { withExtendedLifetime(shells) {} }
      try write(Shell.fish.script(for: .awsnotes), to: "\(folder)/awsnotes.fish")
      for (line, names) in Self.fishCases {
        #expect(try fish(line, folder, language: "C.UTF-8") == names, "\(line)")
      }
      let (french, english) = ("trouve les passages qui répondent", "find the passages that answer")
      #expect(try fish("awsnotes sea", folder, language: "C.UTF-8") == ["search\t\(french)"])
      #expect(try fish("awsnotes sea", folder, language: "en_GB.UTF-8") == ["search\t\(english)"])
    }
  }

  private static let fishCases: [(line: String, names: [String])] = [
    ("awsnotes list ", ["notes", "services", "terms"]),
    ("awsnotes list notes ", []),
    ("awsnotes --content Content list ser", ["services"]),
    ("awsnotes help comp", ["completions"]),
    ("awsnotes show reseau/n", ["reseau/nat.md"]),
    ("awsnotes show netw", ["Network Address Translation"]),
    ("awsnotes show \"nat g", ["NAT gateway"]),
    ("awsnotes search service:EC", ["service:EC2"]),
    ("awsnotes search -service:EC", ["-service:EC2"]),
    ("awsnotes search port -tag:EX", ["-tag:examen"]),
    ("awsnotes search --format json -- -tag:EX", ["-tag:examen"]),
    ("awsnotes show arn:aws:", ["arn:aws:iam", "arn:aws:s3"]),
    ("awsnotes search port catégorie:r", ["catégorie:Réseau"]),
    ("awsnotes show É", ["Équilibreur de charge"]),
    ("awsnotes export anki ../comp", ["../completion"]),
    ("awsnotes chercher --ex", ["--explain\tdétaille ce qui fait la note de chaque passage"]),
  ]

  private func fish(_ line: String, _ folder: String, language: String) throws -> [String] {
    let program = URL(filePath: try PseudoTerminal.program).deletingLastPathComponent().path
    var environment = TypingShell.environment(program: program, folder)
    environment["LANG"] = language
    environment["LINE"] = line
    let script = "source \(folder)/awsnotes.fish; complete -C \"$LINE\""
    let fish = try #require(installed("fish"))
    return try run(
      fish, ["-N", "-c", script], environment: environment, in: "\(folder)/notes"
    ).output.split(separator: "\n").map(String.init)
  }

  @Test(arguments: Shell.allCases)
  func namesEveryCommandAndOption(shell: Shell) {
    let script = shell.script(for: .awsnotes)
    for command in CommandTable.awsnotes.shownCommands {
      #expect(script.contains(command.name))
      for option in command.options {
        #expect(script.contains(shell == .fish ? "-l \(option.name)" : "--\(option.name)"))
      }
    }
    #expect(!script.contains("manual"))
  }

  @Test(arguments: [
    (["tag:en bref"], 1), (["tag:EN BREF", "deux"], 1), (["tag:examen un"], 1),
    (["tag:examen", "un"], 1), (["tag:\"en bref\" un"], 0),
  ])
  func takesANameOfSeveralWordsAsOneWhereTheShellDoes(words: [String], found: Int) throws {
    try withFolder { folder in
      try write("---\ntags: [examen]\n---\n# A\n\nun\n", to: "\(folder)/n/a.md")
      try write("---\ntags: [en bref]\n---\n# B\n\ndeux\n", to: "\(folder)/n/b.md")
      let answer = CapturedRun(
        ["search", "--format", "tsv", "--content", "\(folder)/n"] + words, of: .awsnotes,
        environment: ["XDG_CACHE_HOME": "\(folder)/cache"])
      #expect(answer.output.split(separator: "\n").count == found, "\(answer)")
    }
  }

  @Test func namesThatWouldTurnTheLineAreShownAndNotCompleted() throws {
    try withFolder { folder in
      try write(
        "# A\n\n**Porte \u{202E}etrop** : une porte.\n\n**Portail** : un autre.\n",
        to: "\(folder)/n/a.md")
      let environment = ["XDG_CACHE_HOME": "\(folder)/cache"]
      let words = ["names", "terms", "port", "--content", "\(folder)/n"]
      let index = ["index", "--content", "\(folder)/n"]
      _ = CapturedRun(index, of: .awsnotes, environment: environment)
      #expect(CapturedRun(words, of: .awsnotes, environment: environment).output == "Portail\n")
      let pipe = Pipe()
      do {
        let console = Console(
          table: .awsnotes, environment: environment,
          output: pipe.writer(environment, isTerminal: true), errors: Pipe().writer(environment))
        _ = CommandTable.awsnotes.run(words, on: console)
      }
      #expect(pipe.contents() == "Portail\nPorte \\u{202E}etrop\n")
    }
  }

  @Test(arguments: [
    ("tag:e", ["tag:en bref", "tag:examen"]), ("-tag:ex", ["-tag:examen"]),
    ("ÉTIQUETTE:ex", ["ÉTIQUETTE:examen"]), ("tag:", ["tag:en bref", "tag:examen"]),
    ("catégorie:res", ["catégorie:Réseau"]), ("categorie:ré", ["categorie:Réseau"]),
    ("titre:e", []), ("e", []), (":e", []), ("--tag:e", []),
  ])
  func completesClausesOfQueries(typed: String, clauses: [String]) throws {
    try withFolder { folder in
      try write(
        "---\ncategorie: Réseau\ntags: [examen, en bref]\n---\n# A\n\nun\n",
        to: "\(folder)/n/a.md")
      let environment = ["XDG_CACHE_HOME": "\(folder)/cache"]
      let index = ["index", "--content", "\(folder)/n"]
      _ = CapturedRun(index, of: .awsnotes, environment: environment)
      let answer = CapturedRun(
        ["names", "--content", "\(folder)/n", "--", "clauses", typed], of: .awsnotes,
        environment: environment)
      #expect(answer.output.split(separator: "\n").map(String.init) == clauses)
    }
  }

  @Test(arguments: [[], ["--content", "/does/not/exist"], ["--content", "/"]])
  func saysNothingWhereThereIsNoIndex(words: [String]) {
    let run = CapturedRun(
      ["names", "terms,notes,nothing", "n"] + words, of: .awsnotes,
      environment: ["XDG_CACHE_HOME": "/does/not/exist"])
    #expect(run == CapturedRun(["names", "terms"], of: .awsnotes))
    #expect(run.status == .success && run.output == "" && run.errors == "")
  }
}
