internal import HTML
internal import Markdown

/// The footnotes of a note in the order in which they are referred to.
struct FootnoteList {
  private let footnotes: [String: Footnote]
  private var order: [String] = []
  private var numbers: [String: Int] = [:]
  private var counts: [String: Int] = [:]

  init(_ footnotes: [Footnote]) {
    self.footnotes = Dictionary(
      footnotes.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of a footnote, and how often it was referred to; `nil` if there is none.
  mutating func reference(_ label: String) -> (number: Int, count: Int)? {
    guard footnotes[label] != nil else { return nil }
    if numbers[label] == nil {
      order.append(label)
      numbers[label] = order.count
    }
    counts[label, default: 0] += 1
    return (numbers[label] ?? 1, counts[label] ?? 1)
  }

  /// The footnote of a number that was referred to, and how often.
  func footnote(_ number: Int) -> (footnote: Footnote, count: Int)? {
    guard number <= order.count, let footnote = footnotes[order[number - 1]] else { return nil }
    return (footnote, counts[footnote.label] ?? 1)
  }
}

extension NoteMarkup {
  /// Writes the number of a footnote, a link to it.
  mutating func writeReference(_ label: String) {
    guard let (number, count) = footnotes.reference(label) else {
      return writer.text("[^\(label)]")
    }
    writer.element("sup", .class("footnote")) {
      $0.element(
        "a", .id("ref-\(number)-\(count)"), .href("#footnote-\(number)"),
        .label(site.language("Note de bas de page \(number)", "Footnote \(number)")),
        text: String(number))
    }
  }

  /// Writes the footnotes that were referred to, each with ways back.
  mutating func writeFootnotes() {
    guard footnotes.footnote(1) != nil else { return }
    writer.start("section", [.class("footnotes"), .label(site.language("Notes", "Footnotes"))])
    writer.start("ol")
    var number = 1
    while let (footnote, count) = footnotes.footnote(number) {
      writer.start("li", [.id("footnote-\(number)")])
      sectionTerms = []
      write(footnote.blocks)
      for place in 1...count {
        let label = site.language("Retour au texte", "Back to the text")
        writer.element(
          "a", .href("#ref-\(number)-\(place)"), .class("back"),
          .label(count > 1 ? "\(label) (\(place))" : label),
          text: count > 1 ? "↩\u{A0}\(place)" : "↩")
        writer.text(" ")
      }
      writer.end("li")
      number += 1
    }
    writer.end("ol")
    writer.end("section")
  }
}
