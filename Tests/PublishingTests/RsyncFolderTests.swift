import Foundation
import Publishing
import Testing

@Suite(.enabled(if: isInstalled("rsync"), "rsync is not installed"))
struct RsyncFolderTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.writeSite()
  }

  private func publish(
    _ options: PublishingOptions = .init(), to name: String = "cible/notes"
  ) throws -> Publication {
    try RsyncFolder(folder.path + "/" + name, environment: environment)
      .publish(try folder.site(), options)
  }

  @Test func sendsTheSiteToAFolder() throws {
    #expect(Set(try publish().sent) == Set(siteFiles))
    for name in siteFiles {
      #expect(folder.text("cible/notes/" + name) == folder.text("site/" + name))
    }
    #expect(folder.text("cible/notes/.awsnotes-site") == nil)
    #expect(folder.text("cible/notes/réseau/.cache") == nil)
  }

  @Test func sendsWhatChangedOnly() throws {
    _ = try publish()
    // The same bytes, written later.
    try folder.write("VPC", to: "site/réseau/vpc/index.html")
    #expect(try publish().isEmpty)
    try folder.write("VPc", to: "site/réseau/vpc/index.html")
    #expect(try publish().sent == ["réseau/vpc/index.html"])
    #expect(folder.text("cible/notes/réseau/vpc/index.html") == "VPc")
  }

  @Test func removesNothingUnlessAsked() throws {
    _ = try publish()
    let kept = ["CNAME", ".htaccess", ".nojekyll", ".well-known/acme-challenge/a"]
    for name in kept + ["vieux/page.html", "réseau/.~tmp~/index.html"] {
      try folder.write("x", to: "cible/notes/" + name)
    }
    #expect(try publish().isEmpty)
    #expect(try publish(.init(deletes: true)).removed == ["vieux/page.html"])
    #expect(folder.text("cible/notes/vieux/page.html") == nil)
    #expect(folder.text("cible/notes/réseau/.~tmp~/index.html") == nil)
    for name in kept { #expect(folder.text("cible/notes/" + name) == "x") }
  }

  @Test func doesNothingInATrial() throws {
    #expect(Set(try publish(.init(deletes: true, isTrial: true)).sent) == Set(siteFiles))
    #expect(folder.text("cible/notes/index.html") == nil)
  }

  @Test func refusesAFolderThatHoldsTheSite() throws {
    for name in [".", "site"] {
      let path = folder.path + "/" + name + "/"
      #expect(throws: PublishingError.overlapping(destination: path)) {
        try publish(.init(deletes: true), to: name)
      }
    }
    #expect(folder.text("site/index.html") != nil)
  }

  @Test(arguments: ["", "-e id", "--rsh=id"])
  func refusesWhatWouldBeAnOption(destination: String) {
    #expect(throws: PublishingError.invalidDestination(destination)) {
      try RsyncFolder(destination, environment: environment)
    }
  }
}
