/// A card as a note of Anki's.
struct AnkiNote {
  /// The note types, with the names of their fields.
  enum Model: Int, CaseIterable {
    case basic
    case cloze
    case choice

    /// What stands for the type in Anki's tables; never changed, so that types are found again.
    var id: Int { 1_763_683_200_000 + rawValue }

    /// Its name for people.
    var name: String {
      switch self {
      case .basic: "awsnotes – question"
      case .cloze: "awsnotes – texte à trou"
      case .choice: "awsnotes – choix"
      }
    }

    /// The names of the fields; those of basic notes come from any other program's as well.
    var fields: [String] {
      switch self {
      case .basic: ["Recto", "Verso", "Source"]
      case .cloze: ["Texte", "Verso", "Source"]
      case .choice: ["Question", "Choix", "Réponse", "Source"]
      }
    }
  }

  /// What a cloze card's question has in the place of its answer.
  static let gaps = ["[…]", "[...]", "____"]

  let card: Card
  let model: Model

  /// The fields, in HTML.
  let fields: [String]

  /// The digest of the card's id, which ids of Anki's are made of.
  let digest: [UInt8]

  init(_ card: Card) {
    self.card = card
    digest = SHA1.digest(card.id.utf8)
    let source = Self.html(([card.note] + card.headings).joined(separator: " › "))
    let front = Self.html(card.front)
    let back = Self.html(card.back)
    if card.kind == .cloze, let text = Self.cloze(card) {
      model = .cloze
      fields = [text, "", source]
    } else if !card.choices.isEmpty {
      model = .choice
      fields = [front, Self.list(card.choices), Self.answer(card.choices), source]
    } else {
      model = .basic
      fields = [front, back, source]
    }
  }

  /// What Anki knows the note by when it is imported again: the same as long as the card's id is.
  var guid: String { digest.prefix(10).map(Self.hexadecimal).joined() }

  /// A number for the note that two cards seldom share, in the range of Anki's own, which are times.
  var number: Int { Self.number(digest) }

  /// A number from a digest, between 1.1 and 1.65 · 10¹².
  static func number(_ digest: [UInt8]) -> Int {
    1_100_000_000_000 + digest[10..<15].reduce(0) { $0 << 8 | Int($1) } & 0x7F_FFFF_FFFF
  }

  /// The deck: the category below the deck of all.
  func deck(below name: String) -> String {
    card.category.isEmpty ? name : name + "::" + Self.oneLevel(card.category)
  }

  /// The tags: note, service, and the note's own.
  var tags: String {
    var tags = ["note::" + card.note]
    if let service = card.service { tags.append("service::" + service) }
    tags += card.tags
    let words = Set(tags.map(Self.tag)).sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) }
    return " " + words.joined(separator: " ") + " "
  }

  /// The first field without its elements, by which Anki sorts.
  var sortField: String {
    model == .cloze ? card.front : card.front.filter { !$0.isNewline }
  }

  /// What Anki looks for doubles with: the beginning of the first field's digest.
  var checksum: Int {
    SHA1.digest(sortField.utf8).prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  private static func tag(_ text: String) -> String {
    String(text.map { $0.isWhitespace || $0 == "\"" ? "_" : $0 })
  }

  private static func oneLevel(_ name: String) -> String {
    String(name.map { $0 == ":" || $0 == "\"" || $0.isNewline ? " " : $0 })
  }
}

// MARK: - Fields

extension AnkiNote {
  /// A text as HTML.
  static func html(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { html, scalar in
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "\n": html += "<br>"
      case "\r", "\u{1F}": break
      default: html.unicodeScalars.append(scalar)
      }
    }
  }

  /// A sentence with its answer between Anki's marks; `nil` if it has no gap.
  private static func cloze(_ card: Card) -> String? {
    for gap in gaps {
      let parts = parts(of: card.front, between: gap)
      if parts.count > 1 {
        let answer = "{{c1::" + unmarked(card.back) + "}}"
        return parts.map(unmarked).joined(separator: answer)
      }
    }
    return nil
  }

  /// A text as HTML without anything that Anki takes for a mark.
  private static func unmarked(_ text: String) -> String {
    var marked = html(text)
    for (mark, harmless) in [("{", "&#123;"), ("}", "&#125;"), ("::", ":&#58;")] {
      marked = parts(of: marked, between: mark).joined(separator: harmless)
    }
    return marked
  }

  private static func parts(of text: String, between mark: String) -> [String] {
    text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
  }

  private static func list(_ choices: [Card.Choice]) -> String {
    "<ol>" + choices.map { "<li>" + html($0.text) + "</li>" }.joined() + "</ol>"
  }

  private static func answer(_ choices: [Card.Choice]) -> String {
    let items = choices.enumerated().compactMap { place, choice -> String? in
      guard choice.isRight || choice.explanation != nil else { return nil }
      let text = choice.isRight ? "<b>" + html(choice.text) + "</b>" : html(choice.text)
      let reason = choice.explanation.map { "<br><small>" + html($0) + "</small>" } ?? ""
      return "<li value=\"\(place + 1)\">" + text + reason + "</li>"
    }
    return "<ol>" + items.joined() + "</ol>"
  }
}
