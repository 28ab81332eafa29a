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

  @Test func leavesNothingOfAnOlderVersion() throws {
    try withStage { stage, place in
      #expect(try install(stage, "/opt", destination: place) == 0)
      try FileManager.default.removeItem(atPath: "\(stage)/share/man")
      #expect(try install(stage, "/opt", destination: place) == 0)
      #expect(!FileManager.default.fileExists(atPath: "\(place)/opt/share/man"))
      #expect(FileManager.default.fileExists(atPath: "\(place)/opt/bin/awsnotes"))
      #expect(try install(stage, "--uninstall", "/opt", destination: place) == 0)
      #expect(try files(in: place).allSatisfy { !$0.contains("awsnotes") })
    }
  }
}
