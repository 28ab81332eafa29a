internal import HTML
internal import KnowledgeBase

/// What a page says of itself before its content.
struct PageHead {
  var page: PagePath
  /// What differs from other pages; the site's title comes after it.
  var title: String
  var description: String
  /// Whether the page is a text of its own, for those who quote it.
  var isArticle = false
  /// Whether search engines are to list the page.
  var isListed = true
  /// What the body's class is, for the style.
  var style: String
}

/// What stands around the content of every page.
struct PageFrame {
  let site: SiteContext

  /// Writes a whole page.
  ///
  /// - Parameters:
  ///   - head: What the page says of itself.
  ///   - side: Writes what stands before the content, if anything.
  ///   - outline: Writes what stands after it.
  ///   - content: Writes the content.
  /// - Returns: The file.
  func page(
    _ head: PageHead, side: ((inout HTMLWriter) -> Void)? = nil,
    outline: ((inout HTMLWriter) -> Void)? = nil, content: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    var writer = HTMLWriter(capacity: 1 << 15)
    writer.markup("<!doctype html>\n")
    writer.element(
      "html", .lang(site.language.rawValue), Attribute("data-root", rootAddress(head.page))
    ) { html in
      html.element("head") { write(head, to: &$0) }
      html.markup("\n")
      html.element("body", .class(head.style)) { body in
        body.element(
          "a", .class("skip"), .href("#contenu"),
          text: site.language("Aller au contenu", "Skip to content"))
        writeTop(head.page, to: &body)
        body.element("div", .class("frame")) { frame in
          if let side { side(&frame) }
          frame.element("main", .id("contenu"), Attribute("tabindex", "-1"), content: content)
          if let outline { outline(&frame) }
        }
        writeFoot(head.page, to: &body)
      }
    }
    writer.markup("\n")
    return writer.bytes
  }

  /// The page that a server shows where there is none is read at any depth: it names the root from there.
  private func rootAddress(_ page: PagePath) -> String { page.root.isEmpty ? "./" : page.root }

  private func write(_ head: PageHead, to html: inout HTMLWriter) {
    let title = site.settings.title
    let page = head.page
    html.void("meta", Attribute("charset", "utf-8"))
    html.void(
      "meta", Attribute("name", "viewport"),
      Attribute("content", "width=device-width, initial-scale=1"))
    html.element("title", text: head.title == title ? title : "\(head.title) — \(title)")
    html.void("meta", Attribute("name", "description"), Attribute("content", head.description))
    if !head.isListed {
      html.void("meta", Attribute("name", "robots"), Attribute("content", "noindex"))
    }
    html.void(
      "meta", Attribute("name", "color-scheme"), Attribute("content", "light dark"))
    for (scheme, paper) in Self.papers {
      html.void(
        "meta", Attribute("name", "theme-color"), Attribute("content", paper),
        Attribute("media", "(prefers-color-scheme: \(scheme))"))
    }
    let address = site.address(of: page)
    if let address, head.isListed {
      html.void("link", Attribute("rel", "canonical"), .href(address))
    }
    property("og:title", head.title, &html)
    property("og:description", head.description, &html)
    property("og:type", head.isArticle ? "article" : "website", &html)
    property("og:site_name", title, &html)
    property("og:locale", site.language == .french ? "fr_FR" : "en_GB", &html)
    if let address { property("og:url", address, &html) }
    html.void("link", Attribute("rel", "stylesheet"), .href(page.link(toFile: site.assets.style)))
    html.void(
      "link", Attribute("rel", "icon"), .href(page.link(toFile: site.assets.icon)),
      Attribute("type", "image/svg+xml"))
    html.void(
      "link", Attribute("rel", "alternate"), Attribute("type", "application/atom+xml"),
      Attribute("title", title), .href(page.link(toFile: "feed.xml")))
    html.start(
      "script",
      [.src(page.link(toFile: site.assets.script)), Attribute("defer", if: true)]
        + site.assets.data.map { Attribute(data: $0.name, percentEncoded($0.file)) })
    html.end("script")
  }

  /// The colour of the page in each scheme, which a telephone's browser takes on: `--paper` of the style.
  private static let papers = [("light", "#fbfaf7"), ("dark", "#15181b")]

  private func property(_ name: String, _ value: String, _ html: inout HTMLWriter) {
    html.void("meta", Attribute("property", name), Attribute("content", value))
  }

  // MARK: - Top and foot

  /// The pages that every page leads to, at its top.
  private static let topPages: [FixedPage] = [.services, .glossary, .map, .quiz]

  private func writeTop(_ page: PagePath, to html: inout HTMLWriter) {
    let language = site.language
    html.element("header", .class("top")) { top in
      top.element(
        "a", .class("site"), .href(page.link(to: .home)),
        Attribute("aria-current", page == .home ? "page" : nil), text: site.settings.title)
      top.element("search") { search in
        search.element(
          "form", .class("search"), Attribute("role", "search"),
          Attribute("action", page.link(to: FixedPage.search.path))
        ) { form in
          form.element("label") { label in
            label.element(
              "span", .class("unseen"),
              text: language("Chercher dans les notes", "Search the notes"))
            label.void(
              "input", Attribute("type", "search"), Attribute("name", "q"),
              Attribute("placeholder", language("Chercher", "Search")),
              Attribute("autocomplete", "off"), Attribute("spellcheck", "false"))
          }
          form.element("kbd", Attribute("aria-hidden", "true"), text: "/")
        }
      }
      top.element("nav", .label(language("Site", "Site"))) { nav in
        nav.element("ul") { list in
          for item in Self.topPages {
            list.element("li") {
              $0.element(
                "a", .href(page.link(to: item.path)),
                Attribute("aria-current", item.path == page ? "page" : nil),
                text: language(item.shortTitle))
            }
          }
        }
      }
    }
  }

  private static let footPages: [FixedPage] = [
    .allNotes, .categories, .architectures, .confusables, .missing, .revision, .exam,
  ]

  private func writeFoot(_ page: PagePath, to html: inout HTMLWriter) {
    html.element("footer", .class("foot")) { foot in
      foot.element("nav", .label(site.language("Autres pages", "Other pages"))) { nav in
        nav.element("ul") { list in
          let pages = Self.footPages + (site.settings.site.worksOffline ? [.offline] : [])
          for item in pages {
            list.element("li") {
              $0.element(
                "a", .href(page.link(to: item.path)),
                Attribute("aria-current", item.path == page ? "page" : nil),
                text: site.language(item.title))
            }
          }
        }
      }
    }
  }
}

extension FixedPage {
  /// The title where there is little room.
  fileprivate var shortTitle: Wording {
    self == .map ? Wording("Carte", "Map") : title
  }
}

extension Attribute {
  /// A `data-` attribute.
  fileprivate init(data name: String, _ value: String) { self.init(trusted: "data-" + name, value) }
}

extension HTMLWriter {
  /// Writes text of the site's language with its spaces set.
  mutating func prose(_ text: String, in language: SiteLanguage) {
    self.text(language == .french ? frenchSpaced(text) : text)
  }
}
