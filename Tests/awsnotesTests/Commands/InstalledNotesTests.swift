import Foundation
import Testing

@testable import awsnotes

/// The program where it is installed, away from any notes.
@Suite struct InstalledNotesTests {
  /// Installs the built program with a note below a prefix.
  private func withInstalled(
    _ body: (_ prefix: String, _ run: ([String], String) throws -> (status: Int32, output: String))
      throws -> Void
  ) throws {
    try withFolder { folder in
      let folder = URL(filePath: folder).resolvingSymlinksInPath().path
      let prefix = "\(folder)/usr"
      try write("# NAT\n\n**NAT** : une porte.\n", to: "\(prefix)/share/awsnotes/Content/nat.md")
      try FileManager.default.createDirectory(
        atPath: "\(prefix)/bin", withIntermediateDirectories: true)
      try FileManager.default.createDirectory(
        atPath: "\(folder)/elsewhere", withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: try PseudoTerminal.program, toPath: "\(prefix)/bin/awsnotes")
      try body(prefix) { words, place in
        try awsnotesTests.run(
          "\(prefix)/bin/awsnotes", words,
          environment: [
            "PATH": "/usr/bin:/bin", "XDG_CACHE_HOME": "\(folder)/cache", "LANG": "fr_FR.UTF-8",
            "XDG_DATA_HOME": "\(folder)/data",
          ], in: "\(folder)/\(place)")
      }
    }
  }

  @Test func answersFromTheInstalledNotesAndSaysSo() throws {
    try withInstalled { prefix, run in
      let answer = try run(["search", "NAT"], "elsewhere")
      #expect(answer.status == 0)
      #expect(answer.output.contains("une porte"))
      #expect(
        answer.output.contains(
          "aucun dossier de notes ici\u{A0}; voici les notes installées, \(prefix)/share/awsnotes/Content."
        ))
    }
  }

  @Test func prefersNotesThatAreThere() throws {
    try withInstalled { prefix, run in
      try write("# EC2\n\nUne machine.\n", to: "\(prefix)/../elsewhere/Content/ec2.md")
      let answer = try run(["search", "machine"], "elsewhere")
      #expect(answer.status == 0)
      #expect(!answer.output.contains("installées"))
      #expect(try run(["search", "NAT"], "elsewhere").status == 1)
    }
  }

  @Test(arguments: [["build"], ["publish", "--git"], ["serve"]])
  func makesAndSendsNothingOfTheInstalledNotes(words: [String]) throws {
    try withInstalled { prefix, run in
      let answer = try run(words, "elsewhere")
      #expect(answer.status == 2)
      #expect(!answer.output.contains("installées"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(prefix)/../elsewhere").isEmpty)
    }
  }

  @Test func readsNotesThatCannotBeWritten() throws {
    try withInstalled { prefix, run in
      let notes = "\(prefix)/share/awsnotes/Content"
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: notes)
      defer {
        try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: notes)
      }
      for words in [["search", "NAT"], ["show", "NAT"], ["build", "--output", "site"]] {
        #expect(try run(["--content", notes] + words, "elsewhere").status == 0, "\(words)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: notes) == ["nat.md"])
    }
  }
}
