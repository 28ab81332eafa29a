import Testing

extension BrowserTests {
  struct SearchingTests {
    @Test func slashAndControlKOpenTheSearchThatNothingWasFetchedForBefore() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.address("reseau/vpc/"))
        let isOfSearch = { (path: String) in
          path.contains("search") || path.contains(".wasm") || path.contains("core.")
        }
        #expect(!site.server.requests().contains(where: isOfSearch))
        try tab.press("/")
        try tab.wait(for: "document.activeElement?.id === 'search-input'")
        #expect(try tab.shows("dialog.search-dialog"))
        try tab.press("Escape")
        try tab.wait(for: "!document.querySelector('.search-dialog').open")
        try tab.press("k", isControl: true)
        try tab.wait(for: "document.querySelector('.search-dialog').open")
        try tab.type("vpc")
        try tab.wait(toSee: ".search-title")
        try tab.press("Escape")
        try tab.wait(for: "!document.querySelector('.search-dialog').open")
        #expect(try tab.errors() == [])
      }
    }

    @Test func arrowsAndEnterLeadToThePassageWithItsWordsMarked() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.address())
        try tab.press("/")
        try tab.wait(toSee: "#search-input")
        try tab.type("passerelle internet")
        try tab.wait(toSee: ".search-hit[aria-selected=true], .search-answer[aria-selected=true]")
        try tab.wait(for: "new URLSearchParams(location.search).get('q') === 'passerelle internet'")
        let selected = "document.querySelector('[role=option][aria-selected=true]').id"
        let first = try tab.evaluate(selected)
        try tab.press("ArrowDown")
        #expect(try tab.evaluate(selected) != first)
        #expect(
          try tab.evaluate(
            "document.activeElement.getAttribute('aria-activedescendant') === \(selected)") == true)
        try tab.press("ArrowUp")
        #expect(try tab.evaluate(selected) == first)
        try tab.press("Enter")
        try tab.wait(toSee: "main mark.hit")
        let marked = try tab.evaluate(
          "[...document.querySelectorAll('mark.hit')].every(({ innerText }) => /^(passerelle|internet)/i.test(innerText))"
        )
        #expect(marked == true)
        #expect(try !tab.address().contains("?"))
        #expect(try tab.errors() == [])
      }
    }

    @Test func aQueryInTheAddressIsAnswered() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.address("recherche/?q=VPC"))
        try tab.wait(toSee: ".search-answer")
        #expect(try tab.text(".search-answer").contains("Virtual Private Cloud"))
        #expect(try tab.evaluate("document.getElementById('search-input').value") == "VPC")
      }
    }

    @Test func whatIsMisspelledIsMended() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.address("recherche/?q=lamda"))
        try tab.wait(toSee: ".search-candidate")
        try tab.tab(to: ".search-candidate")
        try tab.press("Enter")
        try tab.wait(toSee: ".search-answer")
        #expect(try tab.evaluate("document.getElementById('search-input').value") == "lambda")
      }
    }

    @Test func theFieldIsPassedByTabAndOpensWhenSomethingIsTyped() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.address("reseau/vpc/"))
        try tab.tab(to: ".top .search input")
        try tab.press("Tab")
        #expect(try tab.evaluate("document.activeElement.closest('.top nav') !== null") == true)
        #expect(try !tab.shows("dialog.search-dialog"))
        try tab.press("Tab", isShift: true)
        try tab.type("lambda")
        try tab.wait(toSee: ".search-answer")
        #expect(try tab.evaluate("document.getElementById('search-input').value") == "lambda")
        #expect(try tab.evaluate("document.querySelector('.top .search input').value") == "")
      }
    }

    @Test func noLetterIsLostThatIsTypedWhileTheSearchIsOnItsWay() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.address("reseau/vpc/"))
        try tab.evaluate(
          """
          { const load = awsnotes.load;
            awsnotes.load = async (name) => {
              await new Promise((done) => setTimeout(done, 300));
              return load(name);
            }; }
          """)
        try tab.tab(to: ".top .search input")
        try tab.type("lamb")
        try tab.wait(for: "document.getElementById('search-input')?.value === 'lamb'")
        // What the last letter asked for has come by then.
        try tab.evaluate("awsnotes.load('search')")
        try tab.type("da")
        try tab.wait(toSee: ".search-answer")
        #expect(try tab.evaluate("document.getElementById('search-input').value") == "lambda")
      }
    }

    @Test func anAddressThatLeadsNowhereOffersToSearchForItsWords() throws {
      try read { site in
        let tab = try Tab()
        try tab.open(site.address("ancien/nat-gateway.html"))
        try tab.wait(toSee: "#not-found button")
        #expect(try tab.text("#not-found button").contains("nat gateway"))
        try tab.tab(to: "#not-found button")
        try tab.press("Enter")
        try tab.wait(toSee: ".search-answer")
        try tab.press("Enter")
        try tab.wait(for: "location.pathname === '/notes/reseau/nat-gateway/'")
      }
    }
  }
}
