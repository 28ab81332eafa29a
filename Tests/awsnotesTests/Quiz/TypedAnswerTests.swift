import Cards
import Memory
import Notes
import Testing

@testable import awsnotes

@Suite struct TypedAnswerTests {
  private let deck = Deck(notes: [])

  private func card(_ accepted: [String]) -> Card {
    Card(
      id: "a", kind: .typed, front: "?", back: accepted[0], accepted: accepted, note: "a.md",
      section: 0, line: 1, pattern: "written", siblings: "a")
  }

  private func lines(_ given: String, _ accepted: String) -> [String] {
    TypedAnswer(given, card: card([accepted]), deck: deck).lines(in: .french, width: 80)
      .map(\.plainText)
  }

  @Test func showsAMissingLetterAboveASign() {
    let shown = lines("aplication load balancer", "application load balancer")
    #expect(shown[0].hasPrefix("> a·plication") || shown[0].hasPrefix("> ap·lication"))
    #expect(shown[1] == "  application load balancer")
    #expect(shown[2].filter { $0 == "^" }.count == 1)
    #expect(shown[3].contains("une lettre"))
  }

  @Test func showsNothingToCompareWhereAllIsRight() {
    #expect(lines("équilibreur", "equilibreur") == ["> équilibreur", "  ✓ juste"])
  }

  @Test func showsNoComparisonOfThingsThatHaveNothingInCommon() {
    #expect(lines("fromage", "passerelle").count == 2)
  }

  @Test func countsAnAnswerThatTheLearnerStandsFor() {
    let answer = TypedAnswer("fromage", card: card(["passerelle"]), deck: deck)
    #expect(!answer.isRight && answer.rating == .again)
    #expect(answer.counted.isRight && answer.counted.rating == .good)
  }
}

@Suite struct NearAnswersTests {
  /// Each answer is as near to what is typed as the right one, or nearly.
  @Test(arguments: [
    ("réplication", "reprication", "réplication"),
    ("œuvre commune", "oeuvre commine", "œuvre comminé"),
    ("l’équilibreur", "l equilibrer", "équilibres"), ("Amazon Athena", "Amazon Athina", "athinas"),
    ("recherche & calcul", "recherche et calcil", "recherche & calcils"),
    ("passerelle", "passerele", "PASSERELE"),
  ]) func letThroughWhatIsNear(right: String, typed: String, other: String) {
    let grader = Grader(accepted: [Array(right.utf8)])
    guard case .typo(let alignment) = grader.grade(Array(typed.utf8).span) else { return }
    let letters = alignment.steps.map { step in
      String(decoding: Array(typed.utf8)[step.given], as: UTF8.self)
    }.joined()
    #expect(NearAnswers(letters).admits(other))
    #expect(NearAnswers(letters).admits(right))
    #expect(!NearAnswers(letters).admits("xyz"))
  }
}

@Suite struct QuizTextTests {
  @Test func saysHowLongAsPeopleDo() {
    let day: Int64 = 86_400
    let cases: [(Int64, String)] = [
      (60, "1 min"), (600, "10 min"), (10_800, "3 h"), (75_600, "1 j"), (4 * day + 3600, "4 j"),
      (75 * day, "2,5 mois"), (400 * day, "1 an"), (800 * day, "2,1 ans"),
    ]
    for (seconds, text) in cases {
      let said = QuizText.interval(seconds).french.replacing("\u{A0}", with: " ")
      #expect(said == text)
    }
  }

  @Test func namesOnlyWhatIsLeft() {
    #expect(
      QuizText.remaining((new: 1, learning: 0, reviews: 3)).french == "3 à revoir · 1 nouvelle")
    #expect(QuizText.remaining((new: 0, learning: 0, reviews: 0)).french.isEmpty)
  }
}

@Suite struct HintTests {
  @Test func masksTheAnswerInItsPassage() {
    let card = Card(
      id: "a", kind: .typed, front: "?", back: "NAT gateway", accepted: ["NAT gateway", "NAT"],
      note: "a.md", section: 0, line: 1, pattern: "written", siblings: "a")
    let masked = Hint.masked("Une NAT Gateway relie ; le nat sort.", card: card)
    #expect(masked == "Une ▒▒▒ ▒▒▒▒▒▒▒ relie ; le ▒▒▒ sort.")
    #expect(Hint.letters(of: card, count: 1) == "N··  g······")
    #expect(Hint.letters(of: card, count: 2) == "NA·  ga·····")
  }
}
