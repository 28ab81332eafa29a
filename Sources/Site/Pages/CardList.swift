internal import Cards
internal import HTML

/// Questions that show their answers when they are opened.
struct CardList {
  let site: SiteContext

  /// Writes cards of the deck.
  func write(_ places: some Sequence<Int>, to html: inout HTMLWriter) {
    for place in places {
      let card = site.deck.cards[place]
      guard card.kind != .cloze else { continue }
      html.element("details", .class("card")) { details in
        details.element("summary") { $0.prose(card.front, in: site.language) }
        if card.choices.isEmpty {
          details.element("p") { $0.prose(card.back, in: site.language) }
        } else {
          details.element("ul") { list in
            for choice in card.choices where choice.isRight {
              list.element("li") { $0.prose(choice.text, in: site.language) }
            }
          }
        }
      }
    }
  }
}
