import Foundation
import Testing

@testable import Publishing

@Suite struct BuiltSiteTests {
  @Test func listsWhatIsForReadersInOrder() throws {
    let folder = try TestFolder()
    try folder.writeSite()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/site/lien.html", withDestinationPath: "../dehors")
    #expect(
      try folder.site().files == siteFiles.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test func refusesAFolderWithoutAFirstPage() throws {
    let folder = try TestFolder()
    try folder.write("", to: "site/autre.html")
    for name in ["site", "rien"] {
      let path = folder.path + "/" + name
      #expect(throws: PublishingError.notBuilt(folder: path)) { try BuiltSite(path) }
    }
  }

  @Test(arguments: [
    ("search/ab12cd34ef56/0.bin", true), ("search/manifest.json", false), ("sw.js", false),
    ("assets/app.ab12cd34ef56.js", true), ("search/ab12cd34ef56.bin", true),
    ("quiz/deck.ab12cd34ef56.json", true), ("assets/core.ab12cd34ef56.wasm.js", true),
    ("assets/manifest.json", false), ("search/index.html", false), ("index.html", false),
    ("ab12cd34ef56.js", false), ("notes/ab12cd34ef56.html", false), ("assets/20240101.css", false),
    ("assets/ab12cd34ef56", false),
  ])
  func keepsForEverWhatBearsItsHash(path: String, isImmutable: Bool) {
    #expect(
      Freshness.header(for: path)
        == (isImmutable ? "public, max-age=31536000, immutable" : "no-cache"))
  }

  // RFC 1321, A.5.
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"), ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
    (
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57edf4a22be3c955ac49da2e2107b67a"
    ),
  ])
  func digestsAsTheRFCDoes(text: String, digest: String) {
    #expect(ObjectTag.matches(digest, Array(text.utf8)))
    #expect(!ObjectTag.matches(digest, Array(text.utf8) + [0]))
  }

  @Test func invalidatesAFoldersPageUnderBothItsPaths() {
    #expect(Invalidation.paths(["index.html"], below: "") == ["/", "/index.html"])
    #expect(
      Invalidation.paths(["é/index.html", "feed.xml"], below: "notes/")
        == ["/notes/%C3%A9/", "/notes/%C3%A9/index.html", "/notes/feed.xml"])
    let many = (0...100).map { "\($0).html" }
    #expect(Invalidation.paths(many, below: "notes/") == ["/notes/*"])
  }

  @Test func namesThePackageOfAProgramThatIsMissing() throws {
    let tool = Tool(name: "awsnotes-no-such-tool", package: "none", environment: environment)
    #expect(throws: PublishingError.toolMissing("awsnotes-no-such-tool", package: "none")) {
      try tool.run([])
    }
  }

  @Test func givesArgumentsAndInputAsTheyAre() throws {
    let text = "a b\n$HOME `id` 'x' \"y\" *\\"
    let echo = Tool(name: "printf", package: "coreutils", environment: environment)
    #expect(try echo.run(["%s", text]).output == Array(text.utf8))
    let cat = Tool(name: "cat", package: "coreutils", environment: environment)
    let long = [UInt8](repeating: 65, count: 1 << 20)
    #expect(try cat.run([], input: long).output == long)
    #expect(throws: PublishingError.self) { try cat.run(["--no-such-option"]) }
  }
}
