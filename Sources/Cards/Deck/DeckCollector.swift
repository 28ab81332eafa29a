internal import Notes

/// Puts the cards of all notes together: questions that are the same are told apart or left out.
struct DeckCollector {
  let names: NameTable
  private var drafts: [Draft] = []
  private var omissions: [Omission] = []
  private let memo = TextMemo()

  init(names: NameTable) { self.names = names }

  mutating func add(_ note: NoteDrafts) {
    drafts += note.drafts
    omissions += note.omissions
  }

  /// The cards with their ids, and what was left out.
  consuming func finished() -> ([Card], [Omission]) {
    dropAmbiguous()
    tellApart()
    giveIDs()
    let places = Dictionary(zip(drafts.map(\.card.note), drafts.indices), uniquingKeysWith: min)
    let order = drafts.indices.map { place in
      let card = drafts[place].card
      return (places[card.note] ?? 0, card.line, card.section, place)
    }.sorted { $0 < $1 }
    omissions.sort { ($0.note, $0.line) < ($1.note, $1.line) }
    return (order.map { drafts[$0.3].card }, omissions)
  }

  private mutating func omit(_ draft: Draft, _ reason: Omission.Reason) {
    omissions.append(
      Omission(
        note: draft.card.note, line: draft.card.line, pattern: draft.card.pattern,
        subject: draft.card.front, reason: reason))
  }

  /// A backward question that two terms answer is asked of neither.
  private mutating func dropAmbiguous() {
    var asked: [String: [Int]] = [:]
    for (place, question) in questions.enumerated() where drafts[place].isBackward {
      asked[question, default: []].append(place)
    }
    var dropped: [Int: Omission.Reason] = [:]
    for places in asked.values where places.count > 1 {
      guard Set(places.map { answer($0) }).count > 1 else { continue }
      for place in places { dropped[place] = .severalAnswers }
    }
    drop(dropped)
  }

  /// The same question twice: once where the answer is the same, with its place where it is not.
  private mutating func tellApart() {
    // Answers are only compared where questions are the same.
    var asked: [String: Asked] = [:]
    var dropped: [Int: Omission.Reason] = [:]
    let questions = questions
    asked.reserveCapacity(questions.count)
    for (place, question) in questions.enumerated() {
      guard let known = asked[question] else {
        asked[question] = Asked(first: place)
        continue
      }
      if known.answers.isEmpty { asked[question]?.answers = [answer(known.first)] }
      let answer = answer(place)
      guard asked[question]?.answers.contains(answer) == false else {
        dropped[place] = .duplicate
        continue
      }
      let front = drafts[place].qualifiedFront
      if memo.holds(front, anyOf: drafts[place].hidden) {
        dropped[place] = .leak
        continue
      }
      let qualified = folded(front)
      guard asked[qualified] == nil else {
        dropped[place] = .severalAnswers
        continue
      }
      drafts[place].card.front = front
      asked[qualified] = Asked(first: place)
      asked[question]?.answers.insert(answer)
    }
    drop(dropped)
  }

  /// How a question was answered.
  private struct Asked {
    /// The first draft that asks it.
    var first: Int
    /// All answers; none while there is but one draft.
    var answers: Set<String> = []
  }

  private var questions: [String] { drafts.map { $0.question } }

  private mutating func drop(_ reasons: [Int: Omission.Reason]) {
    guard !reasons.isEmpty else { return }
    for (place, reason) in reasons.sorted(by: { $0.key < $1.key }) { omit(drafts[place], reason) }
    var kept = 0
    for place in drafts.indices where reasons[place] == nil {
      drafts.swapAt(kept, place)
      kept += 1
    }
    drafts.removeLast(drafts.count - kept)
  }

  /// What a draft is answered with, as answers are compared.
  private func answer(_ place: Int) -> String {
    let isBackward = drafts[place].isBackward
    let answer = isBackward ? drafts[place].card.terms.first : nil
    guard let answer else { return memo.normalName(drafts[place].card.back) }
    return memo.group(of: answer, in: names)
  }

  /// Two cards of one note, rule and term are told apart by their section, then by their order.
  private mutating func giveIDs() {
    var taken: Set<String> = []
    for place in drafts.indices {
      let card = drafts[place].card
      if taken.insert(card.id).inserted { continue }
      let identity =
        [card.note] + drafts[place].identity + [card.headings.joined(separator: "\u{1F}")]
      var id = CardID.make(identity)
      var ordinal = 2
      while !taken.insert(id).inserted {
        id = CardID.make(identity + [String(ordinal)])
        ordinal += 1
      }
      drafts[place].card.id = id
    }
  }
}

extension Draft {
  /// Whether the answer is a term that the question describes.
  fileprivate var isBackward: Bool { card.pattern.hasSuffix("-reverse") }
}
