import Foundation
import Testing

@testable import awsnotes

/// A real shell on a terminal, with the script that completes lines of awsnotes, over a folder of notes.
final class TypingShell {
  private let terminal: PseudoTerminal

  /// In the shell `awsnotes` only shows its arguments, so that a test sees what a line means when it is completed.
  private static let beginning = #"""
    awsnotes() { if [ "$1" = names ]; then command awsnotes "$@"; else printf '<%s>' "$@"; echo .; fi; }

    """#

  init(_ shell: Shell, over folder: String) throws {
    let path = try #require(installed(shell.rawValue))
    let words = shell == .bash ? ["--norc", "--noprofile", "-i"] : ["-f", "-i"]
    let program = URL(filePath: try PseudoTerminal.program).deletingLastPathComponent().path
    let environment = Self.environment(program: program, folder)
    let notes = [
      "reseau/nat.md":
        "---\ncategorie: Réseau\n---\n# NAT gateway\n\n**NAT (Network Address Translation)** : une porte.\n",
      "reseau/lb.md":
        "---\ncategorie: Réseau\ntags: [examen]\n---\n# Équilibreur de charge\n\nIl partage.\n",
      "identite/iam.md":
        "# ARN\n\n**rôle : IAM** : un rôle.\n\n**arn:aws:iam** : un nom.\n\n**arn:aws:s3** : un autre.\n",
      "calcul/ec2.md": "---\nservice: EC2\ncategorie: Calcul\n---\n# EC2\n\nUne machine.\n",
    ]
    for (name, text) in notes { try write(text, to: "\(folder)/notes/Content/\(name)") }
    let index = try run(
      "\(program)/awsnotes", ["index"], environment: environment, in: "\(folder)/notes")
    try #require(index.status == 0, "\(index.output)")
    try write(
      Self.beginning + shell.script(for: .awsnotes), to: "\(folder)/completion")
    terminal = try PseudoTerminal(of: path, words, environment: environment)
    terminal.type(
      shell == .bash
        ? "cd \(folder)/notes; . \(folder)/completion; echo be''gun\n"
        : """
        cd \(folder)/notes; autoload -U compinit; compinit -u -D; . \(folder)/completion; \
        unsetopt list_beep prompt_cr; echo be''gun\n
        """)
    try terminal.wait(for: "begun")
  }

  static func environment(program: String, _ folder: String) -> [String: String] {
    [
      "PATH": "\(program):/usr/bin:/bin", "HOME": folder, "TERM": "dumb", "LANG": "C.UTF-8",
      "XDG_CACHE_HOME": "\(folder)/cache", "PS1": "$ ", "HISTFILE": "",
    ]
  }

  deinit { terminal.type("\u{15}exit\n") }

  /// Types a line, in which tabs complete, and waits until it means these words.
  func type(_ line: String, means words: [String]) throws {
    terminal.clear()
    terminal.type(line + "\n")
    try terminal.wait(for: words.map { "<\($0)>" }.joined() + ".")
  }

  /// Types a line that can go on in several ways, and waits until these are listed.
  func type(_ line: String, lists names: [String]) throws {
    terminal.clear()
    terminal.type(line)
    for name in names { try terminal.wait(for: name) }
    terminal.type("\u{15}")
  }
}
