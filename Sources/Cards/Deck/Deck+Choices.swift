internal import Memory
internal import Notes

extension Deck {
  /// Answers to choose from: the right one and two or three wrong ones of the same kind.
  ///
  /// Wrong ones come first from the same note, then from the category, then from anywhere. None is another
  /// name, a parent or child of the right one, means nearly the same, or stands in the question. Choices that
  /// the note's writer gave are shuffled and kept.
  ///
  /// - Parameters:
  ///   - card: A card of this deck.
  ///   - seed: The same seed gives the same choices on every machine.
  /// - Returns: Three or four answers in random order; `nil` where too few would be wrong beyond doubt.
  /// - Complexity: O(*n* log *n*) in the number of cards.
  public func choices(for card: Card, seed: UInt64) -> [Card.Choice]? {
    let place = cards.firstIndex { $0.id == card.id }
    return choices(for: card, at: place, seed: seed, TextMemo()) {
      FormedAnswer.all(of: $0, in: self)
    }
  }

  /// The same for a card whose place in the deck is known.
  func choices(
    for card: Card, at place: Int?, seed: UInt64, _ memo: TextMemo,
    answers: (AnswerForm) -> [FormedAnswer]
  ) -> [Card.Choice]? {
    var generator = SplitMix64(
      name: Array(card.id.utf8).span, number: Int(truncatingIfNeeded: seed))
    guard card.choices.isEmpty else { return card.choices.shuffled(using: &generator) }
    guard let form = AnswerForm(card) else { return nil }
    let key = form.text(card)
    let picker = DistractorPicker(
      deck: self, card: card, place: place, key: key, form: form, answers: answers(form),
      memo: memo)
    let wrong = picker.distractors(using: &generator)
    guard wrong.count >= 2 else { return nil }
    var choices = wrong.map { Card.Choice(text: $0, isRight: false) }
    let place = Int(generator.next(upperBound: UInt64(choices.count + 1)))
    choices.insert(Card.Choice(text: key, isRight: true), at: place)
    return choices
  }
}

/// The kinds of answer; only answers of one kind stand beside each other.
enum AnswerForm: Hashable {
  case definition, acronym, expansion, name
  case number(String)
  case statement(String)
  case category

  /// `nil` where choices make no sense.
  init?(_ card: Card) { self.init(card.pattern, card.kind, card.back) }

  /// `nil` where choices make no sense of a card that is answered so.
  init?(_ pattern: String, _ kind: Card.Kind, _ back: String) {
    switch pattern {
    case "acronym": self = back.utf8.contains(0x20) ? .expansion : .acronym
    case "port": self = kind == .typed ? .number("port") : .statement("port")
    case "family": self = kind == .typed ? .number("family") : .statement("family")
    case "number": return nil
    case "member": self = .category
    case "alias": self = .name
    case "fact", "table", "goal": self = .statement(pattern)
    case _ where kind == .list || kind == .cloze: return nil
    case _ where pattern.hasSuffix("-reverse"): self = .name
    case "written", "scenario": return nil
    default: self = .definition
    }
  }

  /// The answer as it is offered: definitions cut to their first sentence, all alike.
  func text(_ card: Card) -> String {
    switch self {
    case .definition, .statement: Notes.firstSentence(card.back).withoutStop
    case .name: card.accepted.first ?? card.back
    default: card.back
    }
  }
}

extension RandomNumberGenerator {
  /// A number below a bound, all of the same chance (Lemire, 2019, without rejection by division).
  fileprivate mutating func next(upperBound: UInt64) -> UInt64 {
    let product = next().multipliedFullWidth(by: upperBound)
    return product.high
  }
}
