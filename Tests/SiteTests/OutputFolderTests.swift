import Foundation
import KnowledgeBase
import Testing

@testable import Site

/// Whatever lies where a site is written: nothing of somebody else's is lost.
struct OutputFolderTests {
  private static let notes = [
    "a.md": "# A\n\n**VPC** : un réseau privé.\n", "b.md": "# B\n\nTexte.\n",
  ]

  @Test func refusesAFolderThatHoldsSomethingElse() throws {
    try withTemporaryFolder { folder in
      let site = TestSite(folder: folder)
      try site.write("# A\n", to: "a.md")
      try FileManager.default.createDirectory(
        atPath: site.output, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: URL(filePath: site.output + "/thesis.txt"))
      #expect(throws: SiteError.foreignFolder(site.output)) { try site.build() }
      #expect(site.file("thesis.txt") == "mine")
    }
  }

  @Test(arguments: ["absent/../../ailleurs", "a/b/../../../ailleurs/.", "lien", "lien/../ailleurs"])
  func refusesAFolderThatHoldsSomethingElseByWhateverWay(way: String) throws {
    try withTemporaryFolder { folder in
      let files = FileManager.default
      let site = TestSite(folder: folder + "/ici")
      try site.write("# A\n", to: "a.md")
      try files.createDirectory(atPath: folder + "/ailleurs", withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: URL(filePath: folder + "/ailleurs/thesis.txt"))
      try files.createSymbolicLink(
        atPath: folder + "/ici/lien", withDestinationPath: "../ailleurs")
      var settings = try Settings.ofContent(site.content)
      settings.content = site.content
      let library = try Library(
        settings: settings, environment: ["XDG_CACHE_HOME": folder + "/cache"])
      let output = folder + "/ici/" + way
      #expect(throws: SiteError.foreignFolder(output)) {
        try SiteBuilder(library, output: output).build()
      }
      #expect(try files.contentsOfDirectory(atPath: folder + "/ailleurs") == ["thesis.txt"])
    }
  }

  @Test func removesNoFolderThatCameInItsPlaceWhileItWasBuilt() throws {
    try withTemporaryFolder { folder in
      let files = FileManager.default
      let draft = try OutputFolder(folder + "/site")
      try draft.write(Array("page".utf8), to: "index.html")
      try files.createDirectory(atPath: folder + "/site", withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: URL(filePath: folder + "/site/thesis.txt"))
      #expect(throws: SiteError.foreignFolder(folder + "/site")) { try draft.replace() }
      #expect(try files.contentsOfDirectory(atPath: folder + "/site") == ["thesis.txt"])
    }
  }

  @Test func refusesToWriteOverTheNotes() throws {
    try withTemporaryFolder { folder in
      let site = TestSite(folder: folder)
      try site.write("# A\n", to: "a.md")
      var settings = try Settings.ofContent(site.content)
      settings.content = site.content
      let library = try Library(
        settings: settings, environment: ["XDG_CACHE_HOME": folder + "/cache"])
      #expect(throws: SiteError.self) {
        _ = try SiteBuilder(library, output: site.content).build()
      }
      #expect(FileManager.default.fileExists(atPath: site.content + "/a.md"))
    }
  }

  @Test func refusesTwoBuildsOfOneSite() throws {
    try withSite(Self.notes) { site in
      let first = try OutputFolder(site.output)
      try site.write("# Z\n", to: "z.md")
      #expect(throws: SiteError.busy(site.output)) { try site.build() }
      withExtendedLifetime(first) {}
      #expect(site.file("index.html") != nil)
    }
  }

  @Test func takesOverWhatAKilledBuildLeft() throws {
    try withSite(Self.notes) { site in
      let draft = site.output + ".nouveau"
      try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: true)
      try Data().write(to: URL(filePath: draft + "/" + SiteRecord.name))
      try Data("half".utf8).write(to: URL(filePath: draft + "/index.html"))
      try site.write("# Z\n", to: "z.md")
      try site.build()
      #expect(site.file("z/index.html") != nil)
      #expect(!FileManager.default.fileExists(atPath: draft))
    }
  }

  @Test(arguments: ["a folder", "a link", "a file"])
  func leavesWhatIsCalledAsItsDraftAndIsNone(kind: String) throws {
    try withSite(Self.notes) { site in
      let files = FileManager.default
      let draft = site.output + ".nouveau"
      let folder = kind == "a link" ? site.content + "/../mine" : draft
      if kind == "a file" {
        try Data("mine".utf8).write(to: URL(filePath: draft))
      } else {
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(filePath: folder + "/thesis.txt"))
      }
      if kind == "a link" {
        try files.createSymbolicLink(atPath: draft, withDestinationPath: folder)
      }
      try site.write("# Z\n", to: "z.md")
      #expect(throws: SiteError.foreignDraft(draft)) { try site.build() }
      let thesis = kind == "a file" ? draft : folder + "/thesis.txt"
      #expect(try String(contentsOfFile: thesis, encoding: .utf8) == "mine")
      #expect(site.file("index.html") != nil)
    }
  }

  @Test func keepsWhatOthersPutIntoTheSite() throws {
    try withSite(Self.notes) { site in
      let files = FileManager.default
      let head = site.output + "/.git/refs/heads"
      try files.createDirectory(atPath: head, withIntermediateDirectories: true)
      try Data("notes.example".utf8).write(to: URL(filePath: site.output + "/CNAME"))
      try Data("mine".utf8).write(to: URL(filePath: site.output + "/glossaire/mine.txt"))
      try files.createSymbolicLink(
        atPath: site.output + "/lien", withDestinationPath: site.content)
      try site.write("# Z\n", to: "z.md")
      try site.build()
      #expect(site.file("CNAME") == "notes.example")
      #expect(site.file("glossaire/mine.txt") == "mine")
      #expect(files.fileExists(atPath: head))
      #expect(try files.destinationOfSymbolicLink(atPath: site.output + "/lien") == site.content)
      try files.createDirectory(
        atPath: site.output + "/z/mine", withIntermediateDirectories: true)
      try files.removeItem(atPath: site.content + "/z.md")
      try site.build()
      #expect(site.file("z/index.html") == nil)
      #expect(files.fileExists(atPath: site.output + "/z/mine"))
      #expect(site.file("CNAME") == "notes.example")
    }
  }

  @Test func refusesToTakeThePlaceOfAFileThatIsNotItsOwn() throws {
    try withSite(Self.notes) { site in
      let mine = site.output + "/z/index.html"
      try FileManager.default.createDirectory(
        atPath: site.output + "/z", withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: URL(filePath: mine))
      try site.write("# Z\n", to: "z.md")
      #expect(throws: SiteError.foreignFile(mine)) { try site.build() }
      #expect(site.file("z/index.html") == "mine")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "the super-user may read everything"))
  func refusesAFolderThatItMayNotLookAt() throws {
    try withTemporaryFolder { folder in
      let site = TestSite(folder: folder)
      try site.write("# A\n", to: "a.md")
      try FileManager.default.createDirectory(
        atPath: site.output, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o333])
      #expect(throws: SiteError.unreadable(path: site.output, reason: "Permission denied")) {
        try site.build()
      }
    }
  }

  /// The number of a process that has ended is all that such a name has of a build's.
  @Test func removesOnlyOldStatesThatAreSites() throws {
    try withSite(Self.notes) { site in
      let files = FileManager.default
      let ended = Process()
      ended.executableURL = URL(filePath: "/bin/true")
      try ended.run()
      ended.waitUntilExit()
      let old = site.output + ".ancien.\(ended.processIdentifier)"
      try files.createDirectory(atPath: old, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: URL(filePath: old + "/thesis.txt"))
      try site.write("# Z\n", to: "z.md")
      try site.build()
      #expect(files.fileExists(atPath: old + "/thesis.txt"))
      try Data().write(to: URL(filePath: old + "/" + SiteRecord.name))
      try site.write("# Y\n", to: "z.md")
      try site.build()
      #expect(!files.fileExists(atPath: old))
    }
  }
}
