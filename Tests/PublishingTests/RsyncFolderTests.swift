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
    for name in kept + ["vieux/page.html", "vieux/CNAME", "réseau/.~tmp~/index.html"] {
      try folder.write("x", to: "cible/notes/" + name)
    }
    #expect(try publish().isEmpty)
    #expect(try publish(.init(deletes: true)).removed == ["vieux/CNAME", "vieux/page.html"])
    #expect(folder.text("cible/notes/vieux/page.html") == nil)
    #expect(folder.text("cible/notes/réseau/.~tmp~/index.html") == nil)
    for name in kept { #expect(folder.text("cible/notes/" + name) == "x") }
  }

  @Test func doesNothingInATrial() throws {
    #expect(Set(try publish(.init(deletes: true, isTrial: true)).sent) == Set(siteFiles))
    #expect(folder.text("cible/notes/index.html") == nil)
  }

  @Test(arguments: ["", "/site", "/site/réseau"], [false, true])
  func refusesAFolderThatHoldsTheSiteOrLiesInIt(name: String, isTrial: Bool) throws {
    let site = try folder.site()
    let place = String(site.folder.dropLast("/site".count)) + name
    for deletes in [false, true] {
      #expect(throws: PublishingError.overlapsSite(destination: place, site: site.folder)) {
        try publish(.init(deletes: deletes, isTrial: isTrial), to: "site/.." + name)
      }
    }
    #expect(try folder.site().files == site.files)
  }

  @Test(arguments: [
    ("/a/site", false), ("/a/site/réseau/nouveau", false), ("/a", false), ("/", false),
    ("/a/site2", true), ("/a/sit", true), ("/a/notes", false), ("/a/notes/x", false),
    ("/a/notes-en-ligne", true), ("/www", true),
  ])
  func wantsAPlaceApartFromSiteAndNotes(place: String, isApart: Bool) throws {
    let target = try RsyncFolder(place, environment: environment)
    let site = try folder.site()
    let above = String(site.folder.dropLast("/site".count))
    let full = place.hasPrefix("/a") ? above + place.dropFirst(2) : place
    if isApart {
      try target.check(full, site, notes: above + "/notes")
    } else {
      #expect(throws: PublishingError.self) {
        try target.check(full, site, notes: above + "/notes")
      }
    }
  }

  @Test(arguments: [
    ("www", true), ("/www", true), ("./a:b", true), ("a/b:c", true), ("~/www", true),
    ("[a:b/c]", true), ("a[b]:c", true), ("[]:c", true), ("[::1]/c:d", true), ("é", true),
    ("host:www", false), ("me@host:/www", false), ("host::module", false), (":www", false),
    ("rsync://host/module", false), ("[::1]:www", false), ("me@[::1]:www", false),
  ])
  func tellsThisMachineFromOthersAsRsyncDoes(destination: String, isHere: Bool) throws {
    let target = try RsyncFolder(destination, environment: environment)
    #expect(target.here == (isHere ? destination : nil))
  }

  @Test(arguments: [false, true])
  func removesNothingWhereNoSiteIs(isTrial: Bool) throws {
    let notes = ["cible/notes/nat.md", "cible/notes/réseau/vpc.md"]
    for name in notes + ["cible/notes/index.html", "cible/notes/.git/HEAD"] {
      try folder.write("x", to: name)
    }
    let path = folder.path + "/cible/notes"
    #expect(throws: PublishingError.foreignDestination(path, files: 2)) {
      try publish(.init(deletes: true, isTrial: isTrial))
    }
    for name in notes { #expect(folder.text(name) == "x") }
    #expect(folder.text("cible/notes/index.html") == "x")
    #expect(try publish(.init(isTrial: isTrial)).removed.isEmpty)
    for name in notes { #expect(folder.text(name) == "x") }
  }

  @Test func countsLinksAmongWhatIsNoSite() throws {
    try folder.write("x", to: "nat.md")
    try folder.write("x", to: "cible/.caché")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/cible/nat.md", withDestinationPath: "../nat.md")
    let path = folder.path + "/cible"
    #expect(throws: PublishingError.foreignDestination(path, files: 1)) {
      try publish(.init(deletes: true), to: "cible")
    }
  }

  @Test func fillsAnEmptyFolderOrOneThatWasBegun() throws {
    try folder.write("x", to: "cible/notes/.htaccess")
    try folder.write("x", to: "cible/notes/réseau/.~tmp~/vpc.html")
    try folder.write("alt", to: "cible/notes/robots.txt")
    #expect(Set(try publish(.init(deletes: true)).sent) == Set(siteFiles))
    #expect(folder.text("cible/notes/réseau/.~tmp~/vpc.html") == nil)
    #expect(folder.text("cible/notes/.htaccess") == "x")
  }

  @Test(arguments: ["", "-e id", "--rsh=id"])
  func refusesWhatWouldBeAnOption(destination: String) {
    #expect(throws: PublishingError.invalidDestination(destination)) {
      try RsyncFolder(destination, environment: environment)
    }
  }
}
