import Foundation
import Testing

@Suite(.enabled(if: installed("git") != nil, "git is not installed"))
struct VersionScriptTests {
  /// What the script writes about a checkout.
  private func source(of checkout: String, in folder: String) throws -> String {
    let answer = try run(
      "\(packageFolder)/Packaging/write-version", [checkout, folder, "/does/not/exist"])
    #expect(answer.status == 0, "\(answer.output)")
    return try String(contentsOfFile: "\(folder)/BuiltFrom.swift", encoding: .utf8)
  }

  @discardableResult
  private func git(_ words: String..., in folder: String) throws -> String {
    let path = try #require(installed("git"))
    let environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder, "GIT_CONFIG_GLOBAL": "/dev/null",
      "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a",
      "GIT_COMMITTER_EMAIL": "a@b", "GIT_COMMITTER_DATE": "2026-11-21T23:30:00-0200",
      "GIT_AUTHOR_DATE": "2026-11-21T23:30:00-0200",
    ]
    let answer = try run(path, words, environment: environment, in: folder)
    try #require(answer.status == 0, "\(answer.output)")
    return answer.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// A checkout with one commit.
  private func withCheckout(_ body: (_ checkout: String, _ output: String) throws -> Void) throws {
    try withFolder { folder in
      let checkout = "\(folder)/checkout"
      try write("let a = 1\n", to: "\(checkout)/Sources/a.swift")
      try write("# A\n", to: "\(checkout)/Content/a.md")
      try write("$Format:%h %cs %ct$\n", to: "\(checkout)/Packaging/commit")
      try write("Packaging/commit export-subst\n", to: "\(checkout)/.gitattributes")
      try git("init", "--quiet", in: checkout)
      try git("add", ".", in: checkout)
      try git("commit", "--quiet", "-m", "a", in: checkout)
      try body(checkout, "\(folder)/output")
    }
  }

  @Test func namesTheCommitAndItsDayInUTC() throws {
    try withCheckout { checkout, output in
      let commit = try git("rev-parse", "--short=12", "HEAD", in: checkout)
      let source = try source(of: checkout, in: output)
      #expect(
        source.contains(
          "commit: \"\(commit)\", date: \"2026-11-22\", isChanged: false, compiler: \"\""))
    }
  }

  @Test func saysThatSourcesDifferFromTheCommit() throws {
    try withCheckout { checkout, output in
      // Notes are not what the program is made of.
      try write("# B\n", to: "\(checkout)/Content/b.md")
      #expect(try source(of: checkout, in: output).contains("isChanged: false"))
      try write("let b = 1\n", to: "\(checkout)/Sources/b.swift")
      #expect(try source(of: checkout, in: output).contains("isChanged: true"))
    }
  }

  @Test func takesTheCommitFromAnArchive() throws {
    try withCheckout { checkout, output in
      let commit = try git("rev-parse", "--short", "HEAD", in: checkout)
      try git("archive", "--output", "\(output).tar", "HEAD", in: checkout)
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      let tar = try #require(installed("tar"))
      _ = try run(tar, ["-xf", "\(output).tar", "-C", output])
      let source = try source(of: output, in: "\(output)/written")
      #expect(source.contains("commit: \"\(commit)\", date: \"2026-11-21\", isChanged: false"))
    }
  }

  @Test func knowsNothingWithoutGitAndWithoutAnArchive() throws {
    try withCheckout { checkout, output in
      try FileManager.default.removeItem(atPath: "\(checkout)/.git")
      #expect(
        try source(of: checkout, in: output).contains("commit: \"\", date: \"\", isChanged: false"))
      // Somebody else's repository around it is not its own.
      let around = URL(filePath: checkout).deletingLastPathComponent().path
      try git("init", "--quiet", in: around)
      #expect(try source(of: checkout, in: output).contains("commit: \"\""))
      try FileManager.default.removeItem(atPath: "\(checkout)/Packaging/commit")
      #expect(try source(of: checkout, in: output).contains("commit: \"\""))
    }
  }

  @Test func leavesAFileAloneThatWouldSayTheSame() throws {
    try withCheckout { checkout, output in
      _ = try source(of: checkout, in: output)
      let number = {
        try FileManager.default.attributesOfItem(
          atPath: "\(output)/BuiltFrom.swift")[.systemFileNumber] as? Int
      }
      let before = try number()
      _ = try source(of: checkout, in: output)
      #expect(try number() == before)
      try write("let a = 2\n", to: "\(checkout)/Sources/a.swift")
      _ = try source(of: checkout, in: output)
      #expect(try number() != before)
    }
  }
}
