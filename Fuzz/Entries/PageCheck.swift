/// Ends the process where a page holds markup that no template of the program writes, or an address that runs script.
///
/// The page is cut into tags as a browser's tokenizer does it outside of scripts.
func checkPage(_ page: [UInt8], named path: String) {
  var open: [String] = []
  var rest = page[...]
  while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
    rest = rest[start...].dropFirst()
    guard let first = rest.first, first != UInt8(ascii: "!") else { continue }
    let tag = Tag(&rest)
    must(knownElements.contains(tag.name), "\(path) has no element \(tag.name)")
    for (name, value) in tag.attributes { checkAttribute(name, value, of: tag.name, path) }
    if tag.isEnd {
      must(open.popLast() == tag.name, "\(path) closes its elements in order: \(tag.name)")
    } else if !voidElements.contains(tag.name) {
      // Drawings close elements without content at once.
      if !tag.isClosed { open.append(tag.name) }
    }
  }
  must(open.isEmpty, "\(path) closes \(open)")
}

private func checkAttribute(_ name: String, _ value: String, of element: String, _ path: String) {
  must(!name.hasPrefix("on") && name != "style", "\(path) has no attribute \(name)")
  must(name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(path) has no attribute \(name)")
  guard ["href", "src", "action", "xlink:href"].contains(name) else { return }
  let address = value.lowercased().filter { $0 > " " }
  for scheme in ["javascript:", "vbscript:", "data:"] {
    must(!address.hasPrefix(scheme), "\(path) has no address \(value)")
  }
  if element == "script" {
    must(value.contains("assets/app."), "\(path) runs no script but its own: \(value)")
  }
}

/// A tag of a page.
private struct Tag {
  var name = ""
  var isEnd = false
  var isClosed = false
  var attributes: [(name: String, value: String)] = []

  /// Takes what stands between `<` and `>`, and both sides of it.
  init(_ rest: inout ArraySlice<UInt8>) {
    if rest.first == UInt8(ascii: "/") {
      isEnd = true
      rest.removeFirst()
    }
    name = Self.word(&rest)
    while true {
      rest = rest.drop { $0 <= 0x20 }
      guard let byte = rest.first, byte != UInt8(ascii: ">") else { break }
      if byte == UInt8(ascii: "/") {
        isClosed = true
        rest.removeFirst()
        continue
      }
      let attribute = Self.word(&rest)
      var value: ArraySlice<UInt8> = []
      if rest.first == UInt8(ascii: "=") {
        rest.removeFirst()
        must(rest.first == UInt8(ascii: "\""), "values stand in quotation marks")
        rest.removeFirst()
        value = rest.prefix { $0 != UInt8(ascii: "\"") }
        rest = rest[value.endIndex...].dropFirst()
      }
      attributes.append((attribute, String(decoding: value, as: UTF8.self)))
    }
    rest = rest.dropFirst()
  }

  private static func word(_ rest: inout ArraySlice<UInt8>) -> String {
    let word = rest.prefix { $0 > 0x20 && !"/>=".utf8.contains($0) }
    must(!word.isEmpty, "tags and attributes have names")
    rest = rest[word.endIndex...]
    return String(decoding: word, as: UTF8.self)
  }
}

private let voidElements: Set = ["br", "hr", "img", "input", "link", "meta"]

/// What the templates write; raw HTML of notes yields nothing else.
private let knownElements: Set<String> = voidElements.union(
  """
  a article aside b blockquote body button caption circle cite code dd del details desc dialog div dl dt em
  figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header html i ins kbd label legend li line main mark nav
  noscript ol optgroup option output p path picture polygon polyline pre progress q rect s samp script search section
  select small span strong sub summary sup svg table tbody td template text textarea tfoot th thead time title tr
  tspan u ul use var fieldset
  """.split { $0.isWhitespace }.map(String.init))
