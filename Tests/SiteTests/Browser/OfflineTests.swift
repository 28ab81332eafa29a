import Foundation
import Testing

extension BrowserTests {
  struct OfflineTests {
    /// Whether all that is to be kept is.
    private static let isComplete = """
      caches.match(new URL("?awsnotes-complete", awsnotes.base)).then(Boolean)
      """

    /// Opens the site and waits until it is kept.
    private func keep(_ site: BrowsedSite) throws -> Tab {
      let tab = try Tab()
      try tab.open(site.address())
      try tab.wait(for: "await \(Self.isComplete)")
      return tab
    }

    @Test func aSmallSiteIsReadSearchedAndAskedWithoutItsServer() throws {
      try read(worksOffline: true) { site in
        let tab = try keep(site)
        site.server.stop()
        try tab.open(site.address("reseau/nat-gateway/"))
        #expect(try tab.text("h1") == "NAT gateway")
        try tab.press("/")
        try tab.wait(toSee: "#search-input")
        try tab.type("serveur")
        try tab.wait(toSee: "[role=option][aria-selected=true]")
        try tab.press("Enter")
        try tab.wait(toSee: "mark.hit")
        try tab.open(site.address("quiz/?genre=t"))
        try tab.wait(toSee: "#answer")
        try tab.press("Escape")
        try tab.wait(toSee: ".quiz-rates button")
        try tab.press("1")
        try tab.wait(for: "document.querySelector('.quiz-done')?.innerText.startsWith('1')")
        try tab.open(site.address("hors-ligne/"))
        try tab.wait(
          for: "document.getElementById('offline').innerText.includes('pages sont gardées')")
      }
    }

    @Test func ofALargeSiteIsKeptWhatWasRead() throws {
      try read(worksOffline: true) { site in
        let picture = Data(count: 11 << 20)
        try picture.write(to: URL(filePath: site.site.content + "/grand.png"))
        try site.site.write("# Grand\n\n![Un plan](grand.png)\n", to: "grand.md")
        try site.build(worksOffline: true)
        let tab = try keep(site)
        try tab.open(site.address("reseau/vpc/"))
        try tab.wait(for: "await caches.match(location.href)")
        site.server.stop()
        try tab.open(site.address())
        try tab.open(site.address("reseau/vpc/"))
        #expect(try tab.text("h1") == "VPC")
        try tab.open(site.address("calcul/lambda/"))
        try tab.wait(for: "location.pathname === '/notes/hors-ligne/'")
        try tab.wait(for: "document.getElementById('offline').innerText.includes('calcul/lambda')")
      }
    }

    @Test func aNewVersionTakesOverWhatIsTheSame() throws {
      try read(worksOffline: true) { site in
        let tab = try keep(site)
        let first = try tab.evaluate("caches.keys()")
        try site.site.write("# Lambda\n\nUne phrase nouvelle.\n", to: "calcul/lambda.md")
        try site.build(worksOffline: true)
        let asked = site.server.requests().count
        try tab.open(site.address("reseau/"))
        try tab.wait(
          for:
            "(await caches.keys()).length === 1 && (await caches.keys())[0] !== \(quoted(first.list?.first?.text ?? ""))"
        )
        #expect(!site.server.requests().dropFirst(asked).contains { $0.hasSuffix(".wasm") })
        site.server.stop()
        try tab.open(site.address("calcul/lambda/"))
        #expect(try tab.text("main").contains("Une phrase nouvelle."))
      }
    }

    @Test func whoDeclinesKeepsNothing() throws {
      try read(worksOffline: true) { site in
        let tab = try keep(site)
        try tab.open(site.address("hors-ligne/"))
        try tab.tab(to: "#offline button.plain")
        try tab.press("Enter")
        try tab.wait(for: "document.getElementById('offline').innerText.includes('ne garde rien')")
        try tab.open(site.address("reseau/vpc/"))
        try tab.open(site.address("hors-ligne/"))
        try tab.wait(for: "document.getElementById('offline').innerText.includes('ne garde rien')")
        #expect(try tab.evaluate("caches.keys().then((names) => names.length)") == 0)
        #expect(try tab.errors() == [])
      }
    }

    @Test func nothingIsLeftOnceTheSettingIsOff() throws {
      try read(worksOffline: true) { site in
        let tab = try keep(site)
        try site.build(worksOffline: false)
        #expect(site.site.file("sw.js") == nil)
        #expect(site.site.file("hors-ligne/index.html") == nil)
        try tab.open(site.address())
        try tab.wait(
          for:
            "(await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length === 0"
        )
      }
    }
  }
}
