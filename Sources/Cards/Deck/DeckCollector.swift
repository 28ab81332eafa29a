internal import Notes

/// Puts the cards of all notes together: questions that are the same are told apart or left out.
struct DeckCollector {
  let names: NameTable
  private var drafts: [Draft] = []
  private var omissions: [Omission] = []

  init(names: NameTable) { self.names = names }

  mutating func add(_ maker: CardMaker) {
    drafts += maker.drafts
    omissions += maker.omissions
  }

  /// The cards with their ids, and what was left out.
  consuming func finished() -> ([Card], [Omission]) {
    dropAmbiguous()
    tellApart()
    var cards = identified()
    let places = Dictionary(zip(drafts.map(\.card.note), drafts.indices), uniquingKeysWith: min)
    cards.sort {
      (places[$0.note] ?? 0, $0.line, $0.section) < (places[$1.note] ?? 0, $1.line, $1.section)
    }
    omissions.sort { ($0.note, $0.line) < ($1.note, $1.line) }
    return (cards, omissions)
  }

  private mutating func omit(_ draft: Draft, _ reason: Omission.Reason) {
    omissions.append(
      Omission(
        note: draft.card.note, line: draft.card.line, pattern: draft.card.pattern,
        subject: draft.card.front, reason: reason))
  }

  /// A backward question that two terms answer is asked of neither.
  private mutating func dropAmbiguous() {
    var answers: [String: Set<String>] = [:]
    for draft in drafts where draft.isBackward {
      answers[folded(draft.card.front), default: []].insert(answer(draft))
    }
    var kept: [Draft] = []
    for draft in drafts {
      if draft.isBackward, (answers[folded(draft.card.front)]?.count ?? 0) > 1 {
        omit(draft, .severalAnswers)
      } else {
        kept.append(draft)
      }
    }
    drafts = kept
  }

  /// The same question twice: once where the answer is the same, with its place where it is not.
  private mutating func tellApart() {
    var answers: [String: Set<String>] = [:]
    var kept: [Draft] = []
    for var draft in drafts {
      let answer = answer(draft)
      let key = folded(draft.card.front)
      if let known = answers[key] {
        let qualified = folded(draft.qualifiedFront)
        let isSame = known.contains(answer)
        let isLeak = holds(draft.qualifiedFront, anyOf: draft.hidden)
        guard !isSame, !isLeak, answers[qualified] == nil else {
          omit(draft, isSame ? .duplicate : isLeak ? .leak : .severalAnswers)
          continue
        }
        draft.card.front = draft.qualifiedFront
        answers[qualified] = [answer]
        answers[key]?.insert(answer)
      } else {
        answers[key] = [answer]
      }
      kept.append(draft)
    }
    drafts = kept
  }

  private func answer(_ draft: Draft) -> String {
    let card = draft.card
    if draft.isBackward, let term = card.terms.first {
      return names.group(of: term).map(String.init) ?? term
    }
    return normalName(card.back)
  }

  /// Two cards of one note, rule and term are told apart by their section, then by their order.
  private func identified() -> [Card] {
    var taken: Set<String> = []
    return drafts.map { draft in
      var card = draft.card
      let identity = [card.note] + draft.identity
      var id = CardID.make(identity)
      if taken.contains(id) {
        id = CardID.make(identity + [card.headings.joined(separator: "\u{1F}")])
      }
      var ordinal = 2
      while !taken.insert(id).inserted {
        id = CardID.make(identity + [card.headings.joined(separator: "\u{1F}"), String(ordinal)])
        ordinal += 1
      }
      card.id = id
      return card
    }
  }
}

extension Draft {
  /// Whether the answer is a term that the question describes.
  fileprivate var isBackward: Bool { card.pattern.hasSuffix("-reverse") }
}
