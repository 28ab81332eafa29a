internal import HTML
internal import KnowledgeBase
internal import Notes

// What is read by programs: the sitemap, the Atom feed, the web manifest, robots.txt.
extension SiteParts {
  /// The most notes that the feed tells of.
  private static let mostEntries = 20

  /// The files for programs; those that need the site's address only where it is known.
  func feedFiles() -> [SiteFile] {
    var all = [
      SiteFile("manifest.webmanifest", bytes: webManifest),
      SiteFile("robots.txt", bytes: robots),
      // GitHub would leave out folders that begin with an underscore.
      SiteFile(".nojekyll", bytes: []),
      SiteFile("feed.xml", bytes: feed),
    ]
    if site.settings.site.address != nil { all.append(SiteFile("sitemap.xml", bytes: sitemap)) }
    return all
  }

  private var robots: [UInt8] {
    var text = "User-agent: *\nAllow: /\n"
    if let address = site.settings.site.address { text += "Sitemap: \(address)sitemap.xml\n" }
    return Array(text.utf8)
  }

  /// The sitemap, as sitemaps.org describes it (protocol 0.9).
  private var sitemap: [UInt8] {
    var xml = HTMLWriter()
    xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.element("urlset", Attribute("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")) {
      set in
      let changes = Dictionary(
        zip(site.plan.notePages, site.notes).map { ($0.file, site.changes[$1.path]) },
        uniquingKeysWith: { first, _ in first })
      for file in files where file.path.hasSuffix("index.html") {
        let page = PagePath(String(file.path.dropLast("index.html".count)))
        guard let address = site.address(of: page), page != FixedPage.missing.path else { continue }
        set.element("url") { url in
          url.element("loc", text: address)
          if let seconds = changes[file.path] ?? nil {
            url.element("lastmod", text: CivilDate(secondsSince1970: seconds).iso)
          }
        }
      }
    }
    return xml.bytes
  }

  /// The feed of the latest notes (RFC 4287).
  ///
  /// Without an address of the site, its links are relative and its identifiers made of paths.
  private var feed: [UInt8] {
    let address = site.settings.site.address
    let latest = site.notes.indices.sorted { left, right in
      let (one, other) = (
        site.changes[site.notes[left].path] ?? 0, site.changes[site.notes[right].path] ?? 0
      )
      return one == other ? left < right : one > other
    }.prefix(Self.mostEntries)
    var xml = HTMLWriter()
    xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.element(
      "feed", Attribute("xmlns", "http://www.w3.org/2005/Atom"),
      .init("xml:lang", site.language.rawValue)
    ) { feed in
      feed.element("title", text: site.settings.title)
      feed.element("id", text: address ?? "urn:awsnotes:\(addressWord(site.settings.title))")
      let newest = latest.first.flatMap { site.changes[site.notes[$0].path] } ?? 0
      feed.element("updated", text: CivilDate(secondsSince1970: newest).iso + "T00:00:00Z")
      feed.element("author") { $0.element("name", text: site.settings.title) }
      if let address {
        feed.start("link", [Attribute("rel", "self"), .href(address + "feed.xml")])
        feed.end("link")
      }
      for number in latest {
        let note = site.notes[number]
        let page = site.plan.notePages[number]
        let link = site.address(of: page) ?? percentEncoded(page.text)
        feed.element("entry") { entry in
          entry.element("title", text: note.title)
          entry.element("id", text: address == nil ? "urn:awsnotes:note:\(link)" : link)
          entry.start("link", [.href(link.isEmpty ? "./" : link)])
          entry.end("link")
          entry.element(
            "updated",
            text: CivilDate(secondsSince1970: site.changes[note.path] ?? 0).iso + "T00:00:00Z")
          if let text = note.definitions.first?.text ?? note.sections.first?.text.first?.text {
            entry.element("summary", text: shortened(text, to: 240))
          }
        }
      }
    }
    return xml.bytes
  }

  private var webManifest: [UInt8] {
    let title = site.settings.title.map { character -> String in
      switch character {
      case "\"", "\\": "\\\(character)"
      default: character.isNewline || character == "\t" ? " " : String(character)
      }
    }.joined()
    return Array(
      """
      {"name":"\(title)","short_name":"\(title)","lang":"\(site.language.rawValue)","start_url":"./",\
      "display":"minimal-ui","background_color":"#fbfaf7","theme_color":"#0b5563",\
      "icons":[{"src":"\(site.assets.icon)","sizes":"any","type":"image/svg+xml"}]}

      """.utf8)
  }
}
