import Cards
import Foundation
import Memory
import Testing

@testable import awsnotes

/// `export` and `import` on files, pipes and terminals.
@Suite struct ExchangeCommandTests {
  private static let note = """
    # A

    Que fait \u{1B}[2J\u{7}\u{9B}31m la porte \u{202E}etrop ? :: Elle laisse passer, \u{1B}]0;x\u{7}dit-on.

    """

  /// A folder with notes, and a review of each of their cards.
  private func withHistory(_ body: (_ root: String, [String: String]) throws -> Void) throws {
    try withFolder { root in
      try write(Self.note, to: "\(root)/notes/a.md")
      let environment = [
        "XDG_CACHE_HOME": "\(root)/cache", "XDG_DATA_HOME": "\(root)/data", "LANG": "en_GB.UTF-8",
        "PATH": "/usr/bin:/bin",
      ]
      let cards = run(["cards", "--format", "jsonl"], root, environment).output
      do {
        let log = try ReviewLog(path: ReviewLog.path(in: environment))
        for (time, line) in cards.split(separator: "\n").enumerated() {
          let card = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
          try log.append(
            ReviewEvent(
              id: EventID.random(), kind: .review, card: try #require(card?["id"] as? String),
              time: time, rating: .good, duration: 1))
        }
      }
      try body(root, environment)
    }
  }

  private func run(
    _ words: [String], _ root: String, _ environment: [String: String]
  ) -> CapturedRun {
    CapturedRun(words + ["--content", "\(root)/notes"], of: .awsnotes, environment: environment)
  }

  @Test(arguments: ["csv", "tsv"])
  func writesTablesThatNoTerminalObeys(format: String) throws {
    try withHistory { root, environment in
      let file = "\(root)/table"
      #expect(run(["export", format, file], root, environment).status == .success)
      let table = try String(contentsOfFile: file, encoding: .utf8)
      #expect(table.contains("␛[2J␇\\u{9B}31m la porte \\u{202E}etrop"))
      let controls = table.unicodeScalars.filter {
        [.control, .format].contains($0.properties.generalCategory)
      }
      #expect(Set(controls) == (format == "csv" ? ["\r", "\n"] : ["\t", "\n"]))
      // A file, a pipe and a terminal get the same.
      #expect(run(["export", format, "-"], root, environment).output == table)
      let pipe = Pipe()
      do {
        let console = Console(
          table: .awsnotes, environment: environment,
          output: pipe.writer(environment, isTerminal: true), errors: Pipe().writer(environment))
        let words = ["export", format, "--content", "\(root)/notes"]
        _ = CommandTable.awsnotes.run(words, on: console)
      }
      #expect(pipe.contents() == table)
    }
  }

  @Test func keepsWhatNotesHoldInCardsForAnki() throws {
    try withHistory { root, environment in
      let file = "\(root)/aws.apkg"
      #expect(run(["export", "anki", file], root, environment).status == .success)
      let package = try Data(contentsOf: URL(filePath: file))
      #expect(package.range(of: Data("\u{202E}etrop".utf8)) != nil)
    }
  }

  @Test(arguments: ["-", "/dev/stdin", "$ROOT/pipe"])
  func takesAHistoryFromAPipe(source: String) throws {
    try withHistory { root, environment in
      let program = try PseudoTerminal.program
      let source = source.replacing("$ROOT", with: root)
      let other = "\(root)/other"
      let take = "XDG_DATA_HOME='\(other)' '\(program)' import json '\(source)' --content notes"
      let line =
        source.hasSuffix("/pipe")
        ? "mkfifo pipe; '\(program)' export json - --content notes >pipe & \(take)"
        : "'\(program)' export json - --content notes | \(take)"
      let answer = try awsnotesTests.run(
        "/bin/sh", ["-c", line], environment: environment, in: root)
      #expect(answer.output == "1 events added, 0 known already.\n")
      #expect(try ReviewLog(path: "\(other)/awsnotes/revues.sqlite").contents().count == 1)
    }
  }

  @Test(arguments: [
    ("printf '' | awsnotes import json -", "standard input:1: unreadable JSON."),
    ("printf '[]' | awsnotes import json -", "standard input: no history of awsnotes."),
    ("printf '{\\n,' | awsnotes import json /dev/stdin", "/dev/stdin:2: unreadable JSON."),
    ("awsnotes import json - <&-", "standard input: unreadable ("),
    ("awsnotes import json absent.json", "absent.json: unreadable (No such file or directory)"),
    ("awsnotes import json notes", "notes: unreadable (Is a directory)"),
    ("truncate -s 300M large; awsnotes import json large", "large: unreadable (File too large)"),
    ("awsnotes import json - </dev/zero", "standard input: unreadable (File too large)"),
  ])
  func saysWhatIsWrongWithAFileAndWithAPipe(line: String, message: String) throws {
    try withHistory { root, environment in
      let program = try PseudoTerminal.program
      let start = "awsnotes() { '\(program)' \"$@\" --content notes; }; "
      let answer = try awsnotesTests.run(
        "/bin/sh", ["-c", start + line], environment: environment, in: root)
      #expect(answer.status == 2 && answer.output.hasPrefix("awsnotes: \(message)"), "\(answer)")
    }
  }
}
