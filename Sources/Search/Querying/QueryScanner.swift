internal import FrenchText

/// Cuts what was typed into items: words, phrases, filters.
struct QueryScanner {
  struct Item {
    var occurrence = Query.Occurrence.should
    var shape = Query.Shape.words
    var fields = FieldSet.all
    var label: Query.Label?
    var text: [UInt8] = []
  }

  private let text: [UInt8]
  private var place = 0

  init(_ text: [UInt8]) { self.text = text }

  /// The next item, or `nil` at the end.
  mutating func next() -> Item? {
    skipSpaces()
    guard place < text.count else { return nil }
    var item = Item()
    if place + 1 < text.count, !isSpace(text[place + 1]) {
      if text[place] == UInt8(ascii: "+") { item.occurrence = .must }
      if text[place] == UInt8(ascii: "-") { item.occurrence = .mustNot }
      if item.occurrence != .should { place += 1 }
    }
    readName(into: &item)
    if let phrase = quoted() {
      item.text = phrase
      if item.label == nil { item.shape = .phrase }
      return item
    }
    while place < text.count, !isSpace(text[place]) {
      item.text.append(text[place])
      place += 1
    }
    if item.text.last == UInt8(ascii: "*"), item.label == nil {
      item.text.removeLast()
      item.shape = .prefix
    }
    return item
  }

  /// Reads `name:` where the name is one that queries know; anything else stays text.
  private mutating func readName(into item: inout Item) {
    guard let colon = text[place...].prefix(13).firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < text.count, !isSpace(text[colon + 1])
    else { return }
    var name: [UInt8] = []
    appendFolded(Array(text[place..<colon]).span, to: &name)
    let isOne = { (names: StaticString) in names.lists(name.span) }
    if isOne("service") {
      item.label = .service
    } else if isOne("note") {
      item.label = .note
    } else if isOne("tag etiquette") {
      item.label = .tag
    } else if isOne("categorie category") {
      item.label = .category
    } else if isOne("titre title") {
      item.fields = .title
    } else if isOne("terme term") {
      item.fields = .terms
    } else {
      return
    }
    place = colon + 1
  }

  /// Reads what stands in "…", “…” or « … », up to the end where the closing mark is missing.
  private mutating func quoted() -> [UInt8]? {
    let pairs: [(open: [UInt8], close: [UInt8])] = [
      ([0x22], [0x22]), ([0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D]), ([0xC2, 0xAB], [0xC2, 0xBB]),
    ]
    for pair in pairs where text[place...].starts(with: pair.open) {
      let start = place + pair.open.count
      var end = start
      while end < text.count, !text[end...].starts(with: pair.close) { end += 1 }
      place = Swift.min(text.count, end + pair.close.count)
      return Array(text[Swift.min(start, end)..<end])
    }
    return nil
  }

  private mutating func skipSpaces() {
    while place < text.count, isSpace(text[place]) { place += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
