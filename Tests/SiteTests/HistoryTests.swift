import Foundation
import Testing

@testable import Site

/// The program git.
private enum Git {
  static let isThere = (try? run(["--version"], in: "/")) == 0

  /// Runs git as a person of no settings; its status.
  @discardableResult
  static func run(
    _ arguments: [String], in folder: String, date: String = "2020-01-01T00:00:00Z"
  ) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", folder] + arguments
    process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
      .merging([
        "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": "2030-01-01T00:00:00Z",
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      ]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

@Suite(.enabled(if: Git.isThere, "there is no git"))
struct HistoryTests {
  /// A repository of two notes, the first of which was changed two years after it was written.
  private func withRepository(_ body: (TestSite) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let site = TestSite(folder: folder)
      try site.write("# Été\n", to: "a/été.md")
      try site.write("# B\n", to: "b.md")
      try Git.run(["init", "-q"], in: folder)
      try commit(folder, date: "2018-02-03T12:00:00Z")
      try site.write("# Été\n\nUne phrase.\n", to: "a/été.md")
      try commit(folder, date: "2020-02-03T12:00:00Z")
      try body(site)
    }
  }

  private func commit(_ folder: String, date: String) throws {
    try Git.run(["add", "notes"], in: folder)
    #expect(try Git.run(["commit", "-q", "-m", "x"], in: folder, date: date) == 0)
  }

  @Test func tellsTheDayOfTheLastCommit() throws {
    try withRepository { site in
      try site.build()
      #expect(site.file("a/ete/index.html")?.contains("<time datetime=\"2020-02-03\">") == true)
      #expect(site.file("b/index.html")?.contains("<time datetime=\"2018-02-03\">") == true)
    }
  }

  @Test func tellsTheDayOfTheFileWhereItIsNotAsCommitted() throws {
    try withRepository { site in
      try site.write("# B\n\nUne phrase.\n", to: "b.md")
      try site.write("# C\n", to: "c.md")
      for path in ["b.md", "c.md"] {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1_234_567_890)],
          ofItemAtPath: site.content + "/" + path)
      }
      try site.build()
      for page in ["b", "c"] {
        #expect(
          site.file(page + "/index.html")?.contains("<time datetime=\"2009-02-13\">") == true)
      }
    }
  }

  @Test func asksAgainOnceThereIsACommitMore() throws {
    try withRepository { site in
      try site.build()
      #expect(try site.build().renderedPages == 0)
      try site.write("# B\n\nUne phrase.\n", to: "b.md")
      try site.build()
      try commit(site.folder, date: "2021-05-06T12:00:00Z")
      try site.build()
      #expect(site.file("b/index.html")?.contains("<time datetime=\"2021-05-06\">") == true)
    }
  }

  @Test func knowsTheStateOfAWorktreeAndOfPackedNames() throws {
    try withRepository { site in
      let head = GitRepository(containing: site.content)?.head
      #expect(head != nil)
      let other = site.folder + "/autre"
      try Git.run(["worktree", "add", "-q", other], in: site.folder)
      let repository = try #require(GitRepository(containing: other + "/notes"))
      #expect(repository.lastChanges(of: ["b.md"]) == ["b.md": 1_517_659_200])
      try Git.run(["pack-refs", "--all"], in: site.folder)
      #expect(GitRepository(containing: site.content) != nil)
      #expect(GitRepository(containing: "/")?.folder == nil)
    }
  }
}
