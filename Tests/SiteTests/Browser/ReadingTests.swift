import Testing

extension BrowserTests {
  struct ReadingTests {
    private static let term = "button.term[popovertarget='def--nat-gateway']"
    private static let definition = "#def--nat-gateway"

    @Test func theFirstTabLeadsPastTheTop() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.address("reseau/vpc/"))
        try tab.press("Tab")
        #expect(try tab.evaluate("document.activeElement.className") == "skip")
        try tab.press("Enter")
        try tab.wait(for: "document.activeElement.id === 'contenu'")
      }
    }

    @Test func aDefinitionOpensByKeyboardAndGivesTheFocusBack() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.address("reseau/vpc/"))
        try tab.tab(to: Self.term)
        #expect(try !tab.shows(Self.definition))
        try tab.press("Enter")
        try tab.wait(toSee: Self.definition)
        #expect(try tab.text(Self.definition).contains("Passerelle managée"))
        try tab.press("Tab")
        #expect(
          try tab.evaluate("document.activeElement.closest('\(Self.definition)') !== null") == true)
        try tab.press("Escape")
        try tab.wait(for: "!document.querySelector('\(Self.definition)').matches(':popover-open')")
        #expect(
          try tab.evaluate("document.activeElement.matches(\(quoted(Self.term)))") == true)
        #expect(try tab.errors() == [])
      }
    }

    @Test func aDefinitionOpensByTouchWithinTheScreen() throws {
      try read { site in
        let tab = try Tab(isPhone: true)
        try tab.open(site.address("reseau/vpc/"))
        try tab.tap(Self.term)
        try tab.wait(toSee: Self.definition)
        let isWithin = """
          (({ left, right, top, bottom }) => left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight)(
            document.querySelector('\(Self.definition)').getBoundingClientRect())
          """
        #expect(try tab.evaluate(isWithin) == true)
        try tab.tap(at: 20, 20)
        try tab.wait(for: "!document.querySelector('\(Self.definition)').matches(':popover-open')")
      }
    }

    @Test func noteIsReadWithoutScripts() throws {
      try read { site in
        let tab = try Tab()
        try tab.send("Emulation.setScriptExecutionDisabled", ["value": true])
        try tab.send("Page.navigate", ["url": .text(site.address("reseau/vpc/"))])
        // The protocol still asks; only the page's own scripts do not run.
        try tab.wait(for: "document.readyState === 'complete' && document.querySelector('h1')")
        #expect(try tab.text("h1") == "VPC")
        #expect(try tab.evaluate("typeof window.awsnotes") == "undefined")
        #expect(
          try tab.text("main").contains("Le NAT gateway se place dans un sous-réseau public."))
      }
    }

    @Test func theChosenSchemeIsKept() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.address("reseau/vpc/"))
        try tab.tab(to: "button.scheme")
        try tab.press("Enter")
        try tab.press("Enter")
        try tab.reload()
        #expect(try tab.evaluate("document.documentElement.dataset.scheme") == "dark")
      }
    }
  }
}
