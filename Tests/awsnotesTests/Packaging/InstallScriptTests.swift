import Foundation
import Testing

@Suite struct InstallScriptTests {
  /// A folder as `Packaging/stage` lays it out, with the script beside.
  private func withStage(_ body: (_ stage: String, _ place: String) throws -> Void) throws {
    try withFolder { folder in
      let stage = "\(folder)/stage"
      try write("program", to: "\(stage)/bin/awsnotes")
      try write("# A", to: "\(stage)/share/awsnotes/Content/a b.md")
      try write("page", to: "\(stage)/share/man/man1/awsnotes.1")
      try FileManager.default.copyItem(
        atPath: "\(packageFolder)/Packaging/install", toPath: "\(stage)/install")
      try body(stage, "\(folder)/place")
    }
  }

  private func install(_ stage: String, _ words: String..., destination: String) throws -> Int32 {
    try run(
      "\(stage)/install", words,
      environment: ["PATH": "/usr/bin:/bin", "DESTDIR": destination]
    ).status
  }

  private func files(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }

  @Test func putsFilesBelowDestinationAndPrefix() throws {
    try withStage { stage, place in
      #expect(try install(stage, "/opt/awsnotes", destination: place) == 0)
      let prefix = "\(place)/opt/awsnotes"
      #expect(FileManager.default.isExecutableFile(atPath: "\(prefix)/bin/awsnotes"))
      #expect(FileManager.default.fileExists(atPath: "\(prefix)/share/awsnotes/Content/a b.md"))
      let note = try FileManager.default.attributesOfItem(
        atPath: "\(prefix)/share/awsnotes/Content/a b.md")
      #expect(note[.posixPermissions] as? Int == 0o644)
    }
  }

  @Test(arguments: ["", "root", "$PWD/root"])
  func countsARelativePrefixFromWhereItWasSaid(destination: String) throws {
    try withStage { stage, place in
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      let answer = { (words: [String]) in
        try run(
          stage + "/install", words,
          environment: [
            "PATH": "/usr/bin:/bin", "DESTDIR": destination.replacing("$PWD", with: place),
          ], in: place)
      }
      #expect(try answer(["opt/a b"]).status == 0)
      let root = destination.isEmpty ? place : "\(place)/root"
      #expect(FileManager.default.isExecutableFile(atPath: "\(root)/opt/a b/bin/awsnotes"))
      #expect(try !files(in: stage).contains { $0.hasPrefix("opt") })
      #expect(try answer(["--uninstall", "opt/a b"]).status == 0)
      #expect(try files(in: place).allSatisfy { !$0.contains("awsnotes") })
    }
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["--prefix", "/opt"], ["/opt", "/usr"], ["--uninstall", "-x"],
  ])
  func saysHowItIsUsedAndPutsNothingAnywhere(words: [String]) throws {
    try withStage { stage, place in
      let answer = try run(
        stage + "/install", words, environment: ["PATH": "/usr/bin:/bin", "DESTDIR": place])
      #expect(answer.status == (["--help", "-h"].contains(words[0]) ? 0 : 2))
      #expect(answer.output.hasPrefix("usage: install [PREFIX]"))
      #expect(!FileManager.default.fileExists(atPath: place))
    }
  }

  @Test func takesAwayWhatItPutThereAndNothingElse() throws {
    try withStage { stage, place in
      try write("mine", to: "\(place)/opt/share/awsnotes/Content/mine.md")
      try write("other", to: "\(place)/opt/bin/other")
      let before = try files(in: place)
      #expect(try install(stage, "/opt", destination: place) == 0)
      #expect(try install(stage, "--uninstall", "/opt", destination: place) == 0)
      #expect(try files(in: place) == before)
      #expect(try install(stage, "--uninstall", "/opt", destination: place) == 1)
    }
  }

  @Test(arguments: ["/opt/a/awsnotes", "//opt//a/awsnotes/"])
  func takesAwayEveryFolderThatItMade(prefix: String) throws {
    try withStage { stage, place in
      try FileManager.default.createDirectory(
        atPath: "\(place)/opt", withIntermediateDirectories: true)
      for _ in 0..<2 { #expect(try install(stage, prefix, destination: place + "/") == 0) }
      #expect(try install(stage, "--uninstall", prefix, destination: place) == 0)
      #expect(try files(in: place) == ["opt"])
    }
  }

  @Test func leavesFoldersThatWereThereOrHoldSomethingElse() throws {
    try withStage { stage, place in
      for folder in ["usr/local/bin", "usr/local/share/man"] {
        try FileManager.default.createDirectory(
          atPath: "\(place)/\(folder)", withIntermediateDirectories: true)
      }
      let before = try files(in: place)
      #expect(try install(stage, "/usr/local", destination: place) == 0)
      #expect(try install(stage, "--uninstall", "/usr/local", destination: place) == 0)
      #expect(try files(in: place) == before)
      #expect(try install(stage, "/opt/awsnotes", destination: place) == 0)
      try write("mine", to: "\(place)/opt/other/mine")
      #expect(try install(stage, "--uninstall", "/opt/awsnotes", destination: place) == 0)
      #expect(
        try files(in: place).filter { !before.contains($0) }
          == ["opt", "opt/other", "opt/other/mine"])
    }
  }

  @Test func takesAwayWhatWasBrokenOff() throws {
    try withStage { stage, place in
      // The last file to be copied cannot be: what should be its folder is a file.
      try write("mine", to: "\(place)/opt/share/man")
      let before = try files(in: place)
      #expect(try install(stage, "/opt", destination: place) != 0)
      #expect(FileManager.default.fileExists(atPath: "\(place)/opt/bin/awsnotes"))
      #expect(try install(stage, "--uninstall", "/opt", destination: place) == 0)
      #expect(try files(in: place) == before)
    }
  }

  @Test func namesPlacesWithOneSlashAtATime() throws {
    try withStage { stage, place in
      let answer = try run(
        stage + "/install", ["--uninstall", "/opt/"],
        environment: ["PATH": "/usr/bin:/bin", "DESTDIR": place + "/"])
      #expect(answer.status == 1)
      #expect(answer.output.hasPrefix("\(place)/opt/share/awsnotes/files: no such file"))
    }
  }

  @Test func leavesNothingOfAnOlderVersion() throws {
    try withStage { stage, place in
      #expect(try install(stage, "/opt", destination: place) == 0)
      try FileManager.default.removeItem(atPath: "\(stage)/share/man")
      #expect(try install(stage, "/opt", destination: place) == 0)
      #expect(!FileManager.default.fileExists(atPath: "\(place)/opt/share/man"))
      #expect(FileManager.default.fileExists(atPath: "\(place)/opt/bin/awsnotes"))
      #expect(try install(stage, "--uninstall", "/opt", destination: place) == 0)
      #expect(!FileManager.default.fileExists(atPath: place))
    }
  }
}
