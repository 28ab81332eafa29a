import Testing

extension BrowserTests {
  /// A site that lies on the disk, without any server.
  struct DiskTests {
    @Test func searchesAndLeadsToThePassage() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.diskAddress("reseau/vpc/"))
        try tab.press("/")
        try tab.wait(toSee: "#search-input")
        try tab.type("fonctions")
        try tab.wait(toSee: "[role=option][aria-selected=true]")
        try tab.press("Enter")
        try tab.wait(for: "location.pathname.endsWith('calcul/lambda/index.html')")
        try tab.wait(toSee: "mark.hit")
        #expect(try tab.errors() == [])
      }
    }

    @Test func linksLeadToPagesNotToFolders() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.diskAddress())
        try tab.tab(to: ".top nav a[href*=glossaire]")
        try tab.press("Enter")
        try tab.wait(for: "location.pathname.endsWith('glossaire/index.html')")
        #expect(try tab.text("h1") == "Glossaire")
      }
    }

    @Test func asksAndKeepsTheAnswers() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.diskAddress("quiz/"))
        try tab.wait(toSee: "#question")
        try tab.press("Escape")
        if try !tab.shows(".quiz-rates button") { try tab.press(" ") }
        if try !tab.shows(".quiz-rates button") { try tab.press("Enter") }
        try tab.wait(toSee: ".quiz-rates button")
        try tab.press("1")
        try tab.wait(for: "document.querySelector('.quiz-done')?.innerText.startsWith('1')")
        try tab.reload()
        try tab.wait(toSee: "#question")
        #expect(try tab.text(".quiz-count").contains("en cours"))
        #expect(try tab.errors() == [])
      }
    }
  }
}
