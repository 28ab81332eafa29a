internal import Notes

// Notes repeat each other: what is told by a text alone is read once.

extension TextMemo {
  /// What a definition gives cards to say.
  func reading(of definition: Definition, _ shared: SharedDefinitions) -> DefinitionReading {
    var key = "\(definition.pattern.rawValue)"
    let names = definition.aliases + [definition.term, definition.expansion ?? "\u{1}"]
    for text in names + [definition.text] {
      key += "\0"
      key += text
    }
    return readings.value(of: key) { DefinitionReading(definition, shared, self) }
  }

  /// A question as it is shown, and whether it holds its answer.
  func asked(_ text: String, hiding hidden: [String]) -> AskedText {
    var key = text
    for name in hidden {
      key += "\0"
      key += name
    }
    return questions.value(of: key) {
      let front = typeset(text)
      return AskedText(
        front: front, question: folded(front), isLeak: holds(front, anyOf: hidden))
    }
  }

  /// Why a fact makes no card; `nil` if it does.
  func reason(against fact: Fact) -> Omission.Reason? {
    var key = fact.subject
    for text in [fact.label, fact.text, fact.isCell ? "c" : ""] {
      key += "\0"
      key += text
    }
    return facts.value(of: key) { CardMaker.reason(against: fact) }
  }

  /// What an item of a list says.
  func item(_ text: String) -> ListItem { items.value(of: text) { ListItem(text) } }
}

/// A question as it is shown.
struct AskedText {
  /// The question with its spaces set.
  let front: String

  /// The same without case and accents.
  let question: String

  /// Whether it holds one of the names that it must not hold.
  let isLeak: Bool
}
