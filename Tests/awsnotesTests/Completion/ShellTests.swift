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
        #expect(try fish(line, folder, language: "fr_FR.UTF-8") == names, "\(line)")
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

  @Test(arguments: [[], ["--content", "/does/not/exist"], ["--content", "/"]])
  func saysNothingWhereThereIsNoIndex(words: [String]) {
    let run = CapturedRun(
      ["names", "terms,notes,nothing", "n"] + words, of: .awsnotes,
      environment: ["XDG_CACHE_HOME": "/does/not/exist"])
    #expect(run == CapturedRun(["names", "terms"], of: .awsnotes))
    #expect(run.status == .success && run.output == "" && run.errors == "")
  }
}
