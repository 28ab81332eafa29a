import Memory
import Testing

@Suite struct AlignmentTests {
  @Test(
    arguments: [
      ("Lambda", "lambda", "exact"),
      ("Fargate", "fargatte", "Farga+[t]te"),
      ("Fargate", "frgate", "F-[a]rgate"),
      ("Fargate", "forgate", "F[a>o]rgate"),
      ("Fargate", "fragate", "F[ar>ra]gate|wrong"),
      ("Équilibreur", "equilibruer", "Équilibr[eu>ue]r"),
      ("Mise en œuvre", "mise en oeuvr", "Mise en œuvr-[e]"),
      ("Liste d’accès", "liste d'accés ouverte", "wrong"),
      ("VPC (Virtual Private Cloud)", "virtual privte cloud", "Virtual Priv-[a]te Cloud"),
    ])
  func showsTheDifferenceLetterByLetter(_ accepted: String, _ given: String, _ shown: String) {
    let grader = Grader(accepted: [Array(accepted.utf8)])
    switch grader.grade(Array(given.utf8).span) {
    case .exact: #expect(shown == "exact")
    case .wrong: #expect(shown == "wrong")
    case .typo(let alignment):
      let isRight = self.shown(alignment, accepted, given) == shown.split(separator: "|")[0]
      #expect(isRight, "\(self.shown(alignment, accepted, given))")
    }
  }

  @Test func tellsAnswersThatAreFarTooLongApartAsWholes() {
    let grader = Grader(accepted: [Array("Fargate".utf8)])
    let given = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)
    guard case .wrong(let alignment?) = grader.grade(given.span) else {
      Issue.record("not wrong")
      return
    }
    #expect(alignment.steps.count == 100_007)
  }

  /// An alignment as text: `-[missing]`, `+[superfluous]`, `[right>given]`.
  private func shown(_ alignment: Alignment, _ accepted: String, _ given: String) -> String {
    let part = { (text: String, range: Range<Int>) in
      String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
    return alignment.steps.map { step in
      let (expected, given) = (part(accepted, step.expected), part(given, step.given))
      return switch step.kind {
      case .equal: expected
      case .missing: "-[\(expected)]"
      case .superfluous: "+[\(given)]"
      case .replaced, .swapped: "[\(expected)>\(given)]"
      }
    }.joined()
  }
}
