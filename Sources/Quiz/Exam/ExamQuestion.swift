public import Cards

/// A question of an exam, with the answers to choose from in the order in which they are shown.
public struct ExamQuestion: Hashable, Sendable {
  /// The card that is asked.
  public var card: Card

  /// The answers; at least one of them is right and one is wrong.
  public var choices: [Card.Choice]

  /// The domain for which the question was drawn, from 1; 0 where its note names none.
  public var domain: Int

  /// Creates a question.
  public init(card: Card, choices: [Card.Choice], domain: Int) {
    self.card = card
    self.choices = choices
    self.domain = domain
  }
}

extension ExamQuestion {
  /// The places of the right answers.
  public var right: Set<Int> { Set(choices.indices.filter { choices[$0].isRight }) }

  /// What the question is counted under: the service of its note, or else the note's title.
  public var service: String { card.service ?? card.headings.first ?? card.note }

  /// Whether choices can be asked at all.
  static func canAsk(_ choices: [Card.Choice]) -> Bool {
    choices.contains(where: \.isRight) && choices.contains { !$0.isRight }
  }
}
