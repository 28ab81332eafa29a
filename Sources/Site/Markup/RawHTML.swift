internal import HTML
internal import KnowledgeBase
internal import Markdown

/// The HTML tags among inlines that say how a word looks: written without their attributes, and only in pairs.
struct HTMLTags {
  /// For each place of a tag that is written the element's name, and whether it ends there.
  private var tags: [Int: (name: StaticString, isEnd: Bool)] = [:]

  private static let harmless: [String: StaticString] = [
    "kbd": "kbd", "sub": "sub", "sup": "sup", "mark": "mark", "b": "b", "i": "i", "u": "u",
    "s": "s", "em": "em", "strong": "strong", "small": "small", "q": "q", "code": "code",
    "cite": "cite", "var": "var", "samp": "samp", "ins": "ins", "del": "del",
  ]

  init(_ inlines: [Inline]) {
    var open: [(place: Int, name: String)] = []
    // How many of a name are open: an end that no start is there for is not looked for.
    var counts: [String: Int] = [:]
    for (place, inline) in inlines.enumerated() {
      guard case .html(let html) = inline, let tag = Self.tag(html),
        let element = Self.harmless[tag.name]
      else { continue }
      if !tag.isEnd {
        open.append((place, tag.name))
        counts[tag.name, default: 0] += 1
      } else if counts[tag.name, default: 0] > 0 {
        // What was opened inside and not closed is left out.
        while let start = open.popLast() {
          counts[start.name, default: 0] -= 1
          guard start.name == tag.name else { continue }
          tags[start.place] = (element, false)
          tags[place] = (element, true)
          break
        }
      }
    }
  }

  /// Writes a tag if it does no harm, and as text what is no tag of HTML (`<adresse-publique>`); comments and other tags
  /// leave nothing.
  mutating func write(_ html: String, at place: Int, in markup: inout NoteMarkup) {
    if markup.site.settings.site.trustsNotes { return markup.writer.trusted(html.utf8) }
    if let tag = tags[place] {
      if tag.isEnd { markup.writer.end(tag.name) } else { markup.writer.start(tag.name) }
    } else if let picture = Picture(html) {
      markup.writeImage(picture.source, alternative: picture.alternative, title: "")
    } else if let tag = Self.tag(html), tag.name == "br" {
      markup.writer.void("br")
    } else if let tag = Self.tag(html), !Self.isKnown(tag.name) {
      markup.writer.text(html)
    }
  }

  /// Whether browsers know an element, those of drawings and formulas included.
  private static func isKnown(_ name: String) -> Bool {
    name.count < 2 || harmless[name] != nil || known.contains(Substring(name))
  }

  /// Beside those of ``harmless``.
  private static let known = Set(
    """
    abbr address animate annotation applet area article aside audio base basefont bdi bdo bgsound big blink blockquote
    body br button canvas caption center circle col colgroup command data datalist dd defs desc details dfn dialog dir
    div dl dt ellipse embed fieldset figcaption figure filter font footer foreignobject form frame frameset g h1 h2 h3
    h4 h5 h6 head header hgroup hr html iframe image img input isindex keygen label legend li line link listing main
    malignmark map marquee math menu menuitem meta meter mfrac mglyph mi mn mo mpath mroot mrow ms msqrt mstyle msub
    msup mtable mtd mtext mtr nav nobr noembed noframes noscript object ol optgroup option output param path pattern
    picture plaintext polygon polyline portal pre progress q rb rect rp rt rtc ruby script search section select set
    slot source span stop strike style summary svg switch symbol table tbody td template text textarea textpath tfoot th
    thead time title tr track tspan tt ul use video view wbr xml xmp
    """.split { $0 == " " || $0 == "\n" })

  private static func tag(_ html: String) -> (name: String, isEnd: Bool)? {
    guard html.hasPrefix("<"), html.hasSuffix(">") else { return nil }
    var rest = html.dropFirst()
    let isEnd = rest.hasPrefix("/")
    if isEnd { rest = rest.dropFirst() }
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
    return name.isEmpty ? nil : (name, isEnd)
  }
}

/// A picture in HTML: `<img src="…" alt="…">`.
struct Picture {
  var source: String
  var alternative: String

  /// Reads a tag; `nil` if it is no picture.
  init?(_ html: String) {
    guard html.count > 5, html.prefix(4).lowercased() == "<img",
      let source = Self.value(of: "src", in: html)
    else { return nil }
    self.source = source
    alternative = Self.value(of: "alt", in: html) ?? ""
  }

  /// The pictures in a piece of HTML.
  static func all(in html: String) -> [Picture] {
    html.split(separator: "<").compactMap { Picture("<" + $0) }
  }

  /// The value of a tag's attribute; `nil` if it has none of that name.
  static func value(of name: String, in html: String) -> String? {
    var rest = html[...]
    while let space = rest.firstIndex(where: { $0.isWhitespace }) {
      rest = rest[space...].drop { $0.isWhitespace }
      guard rest.prefix(name.count).lowercased() == name else { continue }
      var value = rest.dropFirst(name.count).drop { $0.isWhitespace }
      guard value.first == "=" else { continue }
      value = value.dropFirst().drop { $0.isWhitespace }
      if let quote = value.first, quote == "\"" || quote == "'" {
        return String(value.dropFirst().prefix { $0 != quote })
      }
      return String(value.prefix { !$0.isWhitespace && $0 != ">" })
    }
    return nil
  }
}

extension NoteMarkup {
  /// Writes a block of HTML: its text and its pictures, unless the settings trust the notes.
  mutating func write(html: String) {
    if site.settings.site.trustsNotes { return writer.trusted(html.utf8) }
    for picture in Picture.all(in: html) {
      writer.start("p")
      writeImage(picture.source, alternative: picture.alternative, title: "")
      writer.end("p")
    }
    let text = visibleText(ofHTML: html)
    for line in text.split(separator: "\n") where line.contains(where: { !$0.isWhitespace }) {
      writer.start("p")
      write([.text(String(line))])
      writer.end("p")
    }
  }
}

extension Table.Alignment {
  /// The class of a cell.
  var style: String? {
    switch self {
    case .natural, .left: nil
    case .center: "center"
    case .right: "right"
    }
  }
}
