internal import Cards
internal import Notes
internal import Quiz

/// The questions that mock exams in pages are drawn from: those of some exams as the terminal draws them.
///
///     {"kinds":[{"name":"clf","code":"CLF-C02","questions":65,"minutes":90,"pass":700,"weights":[24,30,34,12]},…],
///      "pieces":["…",41,…],
///      "questions":[[812,1,{"clf":[3]}],…]}
///
/// A question is its place in the deck, whether it was written as one, and the domains that its note names of each
/// exam; its card stands in the pieces, in the same order, with its choices.
struct ExamPool: Sendable {
  private let pieces: CardPieces
  private let questions: [Question]

  private struct Question: Sendable {
    var place: Int
    var isWritten: Bool
    var domains: [(kind: ExamKind, domains: [Int])]
  }

  /// From so many exams the questions are taken: two exams in a row are seldom alike.
  private static let exams: UInt64 = 4

  /// Draws the questions.
  ///
  /// - Complexity: O(*n* log *n*) in the number of cards, and making choices for some hundred of them.
  init(_ site: SiteContext) {
    let cards = site.deck.cards
    let domains = Self.domains(of: cards, site)
    let maker = ChoiceMaker(site.deck)
    var known: [String: [Card.Choice]?] = [:]
    var drawn: Set<String> = []
    for (kind, domains) in zip(ExamKind.allCases, domains) {
      for seed in 0..<Self.exams {
        let exam = Exam(
          kind: kind, seed: seed, cards: cards, started: 0, domainsAt: { domains[$0] },
          choices: { card in
            if let choices = known[card.id] { return choices }
            let choices = maker.choices(for: card, seed: 0)
            known[card.id] = choices
            return choices
          })
        for question in exam.questions { drawn.insert(question.card.id) }
      }
    }
    let places = cards.indices.filter { drawn.contains(cards[$0].id) }
    questions = places.map { place in
      Question(
        place: place, isWritten: cards[place].pattern == "scenario",
        domains: zip(ExamKind.allCases, domains).map { ($0, $1[place]) })
    }
    pieces = CardPieces(
      places.lazy.map { place in
        let card = site.deck.cards[place]
        return AskedCard(card: card, choices: (known[card.id] ?? nil) ?? [])
      }, of: site)
  }

  /// For each exam the domains that the note of each card names.
  private static func domains(of cards: [Card], _ site: SiteContext) -> [[[Int]]] {
    ExamKind.allCases.map { kind in
      var domains: [[Int]] = []
      domains.reserveCapacity(cards.count)
      for place in cards.indices {
        if let last = domains.last, cards[place].note == cards[place - 1].note {
          domains.append(last)
          continue
        }
        let note = site.noteNumber(cards[place].note).map { site.notes[$0] }
        domains.append(kind.domains(in: note?.metadata.domains ?? []))
      }
      return domains
    }
  }

  /// The pieces, and the file that tells of them.
  func files() -> (name: String, files: [SiteFile]) {
    let file = DataFile(json)
    return (file.name, pieces.files + file.files)
  }

  private var json: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("kinds")
      json.list { list in for kind in ExamKind.allCases { Self.write(kind, to: &list) } }
      json.key("pieces")
      pieces.write(to: &json)
      json.key("questions")
      json.list { list in
        for question in questions {
          list.list { list in
            list.number(question.place)
            list.number(question.isWritten ? 1 : 0)
            list.object { object in
              for (kind, domains) in question.domains where !domains.isEmpty {
                object.key(kind.rawValue)
                object.numbers(domains)
              }
            }
          }
        }
      }
    }
    return json.bytes
  }

  private static func write(_ kind: ExamKind, to json: inout JSONText) {
    json.object { json in
      json.key("name")
      json.string(kind.rawValue)
      json.key("code")
      json.string(kind.code)
      json.key("questions")
      json.number(kind.questionCount)
      json.key("minutes")
      json.number(kind.minutes)
      json.key("pass")
      json.number(kind.passMark)
      json.key("weights")
      json.numbers(kind.weights)
    }
  }
}
