import Foundation
import KnowledgeBase
import Testing

/// No script of a note becomes one of the site.
struct InjectionTests {
  @Test func knowsAHundredInjections() { #expect(Set(Injections.all).count >= 100) }

  /// The pages as text, where there is no browser to ask.
  @Test func writesNoElementAndNoAttributeThatNotesInject() throws {
    try withSite(InjectedNotes().files) { site in
      let pages = try #require(FileManager.default.enumerator(atPath: site.output))
        .compactMap { $0 as? String }.filter { $0.hasSuffix(".html") }
      #expect(pages.count > Injections.all.count)
      for page in pages {
        let html = (site.file(page) ?? "").lowercased()
        let tags = html.matches(of: /<([a-z][a-z0-9-]*)((?:\s+[a-z:-]+(?:="[^"]*")?)*)\s*\/?>/)
        // Whatever begins a tag is one that the site wrote.
        #expect(tags.count == html.matches(of: /<[a-z]/).count, "\(page)")
        for tag in tags { #expect(isHarmless(String(tag.1), String(tag.2)), "\(page): \(tag.0)") }
      }
    }
  }
}

private func isHarmless(_ name: String, _ attributes: String) -> Bool {
  let refused = [
    "iframe", "object", "embed", "base", "frameset", "marquee", "math", "style", "applet",
  ]
  guard !refused.contains(name) else { return false }
  if name == "script", attributes.firstMatch(of: /src="[^":]*\.js"/) == nil { return false }
  return attributes.matches(of: /([a-z:-]+)="([^"]*)"/).allSatisfy { attribute in
    let value = attribute.2.filter { $0 > " " }
    return !attribute.1.hasPrefix("on") && attribute.1 != "style"
      && !["javascript:", "vbscript:", "data:text"].contains { value.hasPrefix($0) }
  }
}

extension BrowserTests {
  struct InjectionTests {
    /// Whether the page ran what a note holds, or holds what would run: `null`, or what it is.
    private static let finding = """
      (() => {
        if (window.ran) return "ran " + window.ran;
        const addresses = /^(href|src|action|formaction|data|srcdoc|poster|xlink:href|background)$/;
        for (const element of document.querySelectorAll("*")) {
          const name = element.localName;
          const isOwn = (address) => new URL(address, location.href).origin === location.origin;
          if (["iframe", "object", "embed", "base", "frameset", "style", "math", "applet"].includes(name))
            return "element " + name;
          if (name === "script" && !(element.src && isOwn(element.src))) return "script " + element.outerHTML;
          if (name === "form" && !isOwn(element.action)) return "form " + element.outerHTML;
          for (const attribute of element.attributes) {
            if (attribute.name.startsWith("on") || attribute.name === "style") return element.outerHTML;
            const value = attribute.value.replace(/[\\u0000-\\u0020]/g, "");
            if (addresses.test(attribute.name) && /^(javascript:|vbscript:|data:text)/i.test(value))
              return element.outerHTML;
          }
        }
        return null;
      })()
      """

    @Test func runsNoScriptThatANoteHolds() throws {
      try withTemporaryFolder { folder in
        let site = TestSite(folder: folder)
        for (path, text) in InjectedNotes().files { try site.write(text, to: path) }
        let server = try SiteServer(site.output)
        defer { server.stop() }
        let browsed = BrowsedSite(site: site, server: server)
        try site.build {
          $0.site.address = server.address
          $0.title = "Notes \"><script>alert(1)</script><img src=x onerror=alert(1)>"
        }
        let tab = try Tab()
        try tab.send(
          "Page.addScriptToEvaluateOnNewDocument",
          [
            "source":
              "window.alert = window.confirm = window.prompt = (what) => { window.ran = `${what}`; };"
          ])
        let pages = try #require(FileManager.default.enumerator(atPath: site.output))
          .compactMap { $0 as? String }.filter { $0.hasSuffix("/index.html") }.sorted()
        #expect(pages.count > Injections.all.count)
        for page in pages {
          let path = page.dropLast("index.html".count).addingPercentEncoding(
            withAllowedCharacters: .urlPathAllowed)
          try tab.open(browsed.address(try #require(path)))
          let found = try tab.evaluate(Self.finding)
          #expect(found == .null, "\(page): \(found)")
        }
        try tab.open(browsed.address())
        for query in ["alert", "script", "onerror", "<img src=x onerror=alert(1)>"] {
          try tab.press("/")
          try tab.wait(for: "document.activeElement?.id === 'search-input'")
          try tab.evaluate("document.querySelector('#search-input').value = ''")
          try tab.type(query)
          try tab.wait(for: "document.querySelectorAll('#search-list [role=option]').length > 0")
          #expect(try tab.evaluate(Self.finding) == .null, "\(query)")
          try tab.press("Escape")
        }
      }
    }
  }
}
