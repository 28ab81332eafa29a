extension Deck {
  /// The deck as bytes, to be kept until a note changes.
  ///
  /// Whoever keeps them must notice damage, and another version of the program: the bytes are read without
  /// asking what they mean.
  ///
  /// - Complexity: O(*n*) in the length of all cards.
  public var bytes: [UInt8] {
    var writer = DeckWriter()
    writer.write(cards.count)
    for card in cards { writer.write(card) }
    writer.write(omissions.count)
    for omission in omissions { writer.write(omission) }
    for lists in [relations.kin, relations.meanings] {
      writer.write(lists.ends)
      writer.write(lists.numbers)
    }
    return writer.bytes
  }

  /// Reads a deck that was kept; `nil` if the bytes are no deck.
  ///
  /// - Parameter bytes: What ``bytes`` gave.
  /// - Complexity: O(*n*) in the length of all cards, some tenths of a microsecond each.
  public init?(bytes: [UInt8]) {
    do throws(DeckReader.Damage) {
      var reader = try DeckReader(bytes)
      let cards = try reader.list { (reader) throws(DeckReader.Damage) in try reader.card() }
      let omissions = try reader.list { (reader) throws(DeckReader.Damage) in
        try reader.omission()
      }
      let relations = Relations(
        kin: try reader.numberLists(), meanings: try reader.numberLists())
      self.init(cards: cards, omissions: omissions, relations: relations)
    } catch {
      return nil
    }
  }
}

// MARK: - Cards

extension DeckWriter {
  mutating func write(_ card: Card) {
    write(Card.Kind.allCases.firstIndex(of: card.kind) ?? 0)
    for text in [card.id, card.front, card.back, card.note] { write(text) }
    write(card.section)
    write(card.line)
    for list in [card.accepted, card.headings, card.terms, card.tags] { write(list) }
    for text in [card.category, card.pattern, card.siblings] { write(text) }
    write(card.service)
    write(card.choices.count)
    for choice in card.choices {
      write(choice.text)
      write(choice.isRight ? 1 : 0)
      write(choice.explanation)
    }
  }
}

extension DeckReader {
  mutating func card() throws(Damage) -> Card {
    let kind = try int()
    guard Card.Kind.allCases.indices.contains(kind) else { throw Damage() }
    let (id, front, back, note) = (try text(), try text(), try text(), try text())
    let (section, line) = (try int(), try int())
    let (accepted, headings, terms, tags) = (try texts(), try texts(), try texts(), try texts())
    let (category, pattern, siblings) = (try text(), try text(), try text())
    let service = try optionalText()
    let choices = try list { (reader) throws(Damage) in
      Card.Choice(
        text: try reader.text(), isRight: try reader.int() != 0,
        explanation: try reader.optionalText())
    }
    return Card(
      id: id, kind: Card.Kind.allCases[kind], front: front, back: back, accepted: accepted,
      choices: choices, note: note, section: section, headings: headings, line: line,
      terms: terms, category: category, service: service, tags: tags, pattern: pattern,
      siblings: siblings)
  }
}

// MARK: - Omissions

extension DeckWriter {
  mutating func write(_ omission: Omission) {
    for text in [omission.note, omission.pattern, omission.subject] { write(text) }
    write(omission.line)
    write(omission.reason.code)
  }
}

extension DeckReader {
  mutating func omission() throws(Damage) -> Omission {
    let (note, pattern, subject) = (try text(), try text(), try text())
    let (line, code) = (try int(), try int())
    let plain = Omission.Reason.plain
    return Omission(
      note: note, line: line, pattern: pattern, subject: subject,
      reason: code < plain.count
        ? plain[code]
        : (code - plain.count) % 2 == 0
          ? .tooManyMembers((code - plain.count) / 2) : .tooManyRows((code - plain.count) / 2))
  }
}

extension Omission.Reason {
  /// All reasons that tell no number.
  fileprivate static let plain: [Omission.Reason] = [
    .noteWithoutCards, .sectionWithoutCards, .insideQuestion, .notATerm, .tooShort, .tooLong,
    .sharedDefinition, .leak, .links, .structuralName, .severalAnswers, .duplicate, .noRightChoice,
  ]

  /// The place among ``plain``, or behind it the number that is told.
  fileprivate var code: Int {
    switch self {
    case .tooManyMembers(let count): Self.plain.count + 2 * count
    case .tooManyRows(let count): Self.plain.count + 2 * count + 1
    // One that is added here is added to the list above.
    case .noteWithoutCards, .sectionWithoutCards, .insideQuestion, .notATerm, .tooShort, .tooLong,
      .sharedDefinition, .leak, .links, .structuralName, .severalAnswers, .duplicate,
      .noRightChoice:
      Self.plain.firstIndex(of: self) ?? 0
    }
  }
}
