internal import Notes

/// Puts the cards of all notes together: questions that are the same are told apart or left out.
struct DeckCollector {
  let names: NameTable
  private var entries: [Entry] = []
  private var omissions: [Omission] = []
  private let memo = TextMemo()

  /// A draft, and what became another beside those of other notes.
  private struct Entry {
    let draft: Draft
    var front: String?
    var id: String?

    var card: Card {
      var card = draft.card
      if let front { card.front = front }
      if let id { card.id = id }
      return card
    }
  }

  init(names: NameTable) { self.names = names }

  mutating func add(_ note: NoteDrafts) {
    entries += note.drafts.lazy.map { Entry(draft: $0) }
    omissions += note.omissions
  }

  /// The cards with their ids, and what was left out.
  consuming func finished() -> ([Card], [Omission]) {
    dropAmbiguous()
    tellApart()
    giveIDs()
    omissions.sort { ($0.note, $0.line) < ($1.note, $1.line) }
    return (cards, omissions)
  }

  /// The cards of each note in the order of their lines.
  private var cards: [Card] {
    var cards: [Card] = []
    cards.reserveCapacity(entries.count)
    var start = 0
    while start < entries.count {
      let note = entries[start].draft.card.note
      var end = start + 1
      while end < entries.count, entries[end].draft.card.note == note { end += 1 }
      let order = (start..<end).map { place in
        (entries[place].draft.card.line, entries[place].draft.card.section, place)
      }.sorted { $0 < $1 }
      for (_, _, place) in order { cards.append(entries[place].card) }
      start = end
    }
    return cards
  }

  private mutating func omit(_ entry: Entry, _ reason: Omission.Reason) {
    let card = entry.draft.card
    omissions.append(
      Omission(
        note: card.note, line: card.line, pattern: card.pattern, subject: entry.front ?? card.front,
        reason: reason))
  }

  /// A backward question that two terms answer is asked of neither.
  private mutating func dropAmbiguous() {
    var first: [ExactText: Int] = [:]
    // By the first that asks.
    var asked: [Int: [Int]] = [:]
    for (place, entry) in entries.enumerated() where entry.draft.isBackward {
      let question = ExactText(entry.draft.question)
      if let known = first[question] {
        asked[known, default: [known]].append(place)
      } else {
        first[question] = place
      }
    }
    var dropped: [Int: Omission.Reason] = [:]
    for places in asked.values where Set(places.map { answer($0) }).count > 1 {
      for place in places { dropped[place] = .severalAnswers }
    }
    drop(dropped)
  }

  /// The same question twice: once where the answer is the same, with its place where it is not.
  private mutating func tellApart() {
    // Answers are only compared where questions are the same.
    var asked: [ExactText: Asked] = [:]
    var dropped: [Int: Omission.Reason] = [:]
    asked.reserveCapacity(entries.count)
    for place in entries.indices {
      let draft = entries[place].draft
      let question = ExactText(draft.question)
      guard let known = asked[question] else {
        asked[question] = Asked(first: place)
        continue
      }
      let answer = answer(place)
      if known.answers.isEmpty { asked[question]?.answers = [self.answer(known.first)] }
      guard asked[question]?.answers.contains(answer) == false else {
        dropped[place] = .duplicate
        continue
      }
      let front = draft.qualifiedFront
      if memo.holds(front, anyOf: draft.hidden) {
        dropped[place] = .leak
        continue
      }
      let qualified = ExactText(folded(front))
      guard asked[qualified] == nil else {
        dropped[place] = .severalAnswers
        continue
      }
      entries[place].front = front
      asked[qualified] = Asked(first: place)
      asked[question]?.answers.append(answer)
    }
    drop(dropped)
  }

  /// How a question was answered.
  private struct Asked {
    /// The first draft that asks it.
    var first: Int
    /// All answers, which are few; none while there is but one draft.
    var answers: [String] = []
  }

  private mutating func drop(_ reasons: [Int: Omission.Reason]) {
    guard !reasons.isEmpty else { return }
    for (place, reason) in reasons.sorted(by: { $0.key < $1.key }) { omit(entries[place], reason) }
    var kept = 0
    for place in entries.indices where reasons[place] == nil {
      entries.swapAt(kept, place)
      kept += 1
    }
    entries.removeLast(entries.count - kept)
  }

  /// What a draft is answered with, as answers are compared.
  private func answer(_ place: Int) -> String {
    let draft = entries[place].draft
    guard draft.isBackward, let term = draft.card.terms.first else {
      return memo.normalName(draft.card.back)
    }
    return memo.group(of: term, in: names)
  }

  /// Two cards of one note, rule and term are told apart by their section, then by their order.
  private mutating func giveIDs() {
    var taken: Set<String> = []
    taken.reserveCapacity(entries.count)
    // For each id that was wanted again, the ordinals that are taken.
    var ordinals: [String: Int] = [:]
    for place in entries.indices {
      let draft = entries[place].draft
      if taken.insert(draft.card.id).inserted { continue }
      let identity =
        [draft.card.note] + draft.identity + [draft.card.headings.joined(separator: "\u{1F}")]
      let wanted = CardID.make(identity)
      var id = wanted
      var ordinal = ordinals[wanted] ?? 1
      while !taken.insert(id).inserted {
        ordinal += 1
        id = CardID.make(identity + [String(ordinal)])
      }
      ordinals[wanted] = ordinal
      entries[place].id = id
    }
  }
}
