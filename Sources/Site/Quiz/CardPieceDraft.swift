internal import Cards
internal import KnowledgeBase
internal import Notes

/// A piece in the making.
struct CardPieceDraft: Sendable {
  private struct Line: Hashable {
    var note: String
    var section: Int
    var place: Int
  }

  private static let longestLine = 400

  private var cards: [[UInt8]] = []
  private var lines: [[UInt8]] = []
  private var places: [Line: Int] = [:]

  /// The bytes of the piece.
  private(set) var size = 24

  /// Adds a card; `order` is that of the section that was looked at last.
  mutating func add(_ asked: AskedCard, _ site: SiteContext, _ order: inout LineOrder) {
    let card = asked.card
    var json = JSONText()
    json.object { json in
      Self.write(asked, site, to: &json)
      guard let number = site.noteNumber(card.note) else { return }
      let note = site.notes[number]
      guard note.sections.indices.contains(card.section) else { return }
      let section = note.sections[card.section]
      json.key("page")
      json.string(
        site.plan.notePages[number].text + (section.anchor.isEmpty ? "" : "#" + section.anchor))
      if order.note != number || order.section != card.section {
        order = LineOrder(number, card.section, section)
      }
      let passage = Passage(of: card, in: section, from: order.place(ofLine: card.line))
      for (key, range) in [("before", passage.before), ("passage", passage.lines)] {
        json.key(key)
        json.numbers(
          range.map { place in
            self.place(
              of: Line(note: card.note, section: card.section, place: place),
              text: site.shown(shortened(section.text[place].text, to: Self.longestLine)))
          })
      }
    }
    cards.append(json.bytes)
    size += json.bytes.count + 1
  }

  private mutating func place(of line: Line, text: @autoclosure () -> String) -> Int {
    if let place = places[line] { return place }
    var json = JSONText()
    json.string(text())
    places[line] = lines.count
    lines.append(json.bytes)
    size += json.bytes.count + 1
    return lines.count - 1
  }

  private static func write(_ asked: AskedCard, _ site: SiteContext, to json: inout JSONText) {
    let card = asked.card
    for (key, text) in [
      ("id", card.id), ("kind", card.kind.rawValue), ("front", site.shown(card.front)),
      ("back", site.shown(card.back)), ("note", card.note),
      ("place", site.shown(card.headings.joined(separator: " › "))),
    ] {
      json.key(key)
      json.string(text)
    }
    json.key("line")
    json.number(card.line)
    if let service = card.service {
      json.key("service")
      json.string(service)
    }
    if !card.accepted.isEmpty {
      json.key("accept")
      json.strings(card.accepted)
    }
    guard !asked.choices.isEmpty else { return }
    json.key("choices")
    json.list { list in
      for choice in asked.choices {
        list.list { list in
          list.string(site.shown(choice.text))
          list.number(choice.isRight ? 1 : 0)
          if let why = choice.explanation { list.string(site.shown(why)) }
        }
      }
    }
  }

  var json: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("cards")
      json.list { list in for card in cards { list.literal(card) } }
      json.key("lines")
      json.list { list in for line in lines { list.literal(line) } }
    }
    return json.bytes
  }
}

/// The lines of a section that a card rests on, as places among its lines.
private struct Passage {
  /// What stands before, for a hint.
  var before: Range<Int>
  /// What explains the answer.
  var lines: Range<Int>

  /// A written question would only repeat itself: there it is what stands before that explains.
  init(of card: Card, in section: Section, from place: Int) {
    var place = place
    if card.pattern == "scenario" {
      while place > 0, card.front.contains(section.text[place - 1].text) { place -= 1 }
      lines = max(0, place - 3)..<place
      before = lines.lowerBound..<lines.lowerBound
    } else {
      before = max(0, place - 2)..<place
      lines = place..<min(section.text.count, place + 3)
    }
  }
}

/// Finds the lines of a section, all cards of which are laid out one after another.
struct LineOrder {
  /// The place of the note, and that of the section in it; -1 where none was looked at.
  private(set) var note = -1
  private(set) var section = -1

  /// For each line of text the last line of the file that was met up to there.
  private var furthest: [Int] = []

  init() {}

  init(_ note: Int, _ place: Int, _ section: Section) {
    (self.note, self.section) = (note, place)
    furthest.reserveCapacity(section.text.count)
    // Footnotes stand last, wherever they were written.
    for line in section.text { furthest.append(max(furthest.last ?? 0, line.line)) }
  }

  /// The place of the first text that stands on a line or below it.
  ///
  /// - Complexity: O(log *n*) in the lines of the section.
  func place(ofLine line: Int) -> Int {
    furthest.partitioningIndex { $0 >= line }
  }
}

extension SiteContext {
  /// A text as readers see it: in French with its spaces set.
  func shown(_ text: String) -> String { language == .french ? frenchSpaced(text) : text }

  /// The place of a note in ``notes``; these are in the order of their paths.
  func noteNumber(_ path: String) -> Int? {
    let place = notes.partitioningIndex { $0.path >= path }
    return place < notes.count && notes[place].path == path ? place : nil
  }
}
