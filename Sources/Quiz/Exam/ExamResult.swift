/// How an exam went.
public struct ExamResult: Hashable, Sendable {
  /// How many questions of some kind were answered rightly.
  public struct Tally<Name: Hashable & Sendable>: Hashable, Sendable {
    /// What the questions have in common.
    public var name: Name
    /// Right ones.
    public var right: Int
    /// All of them.
    public var total: Int
  }

  /// Questions with all right answers chosen, and no wrong one.
  public let right: Int
  /// All questions; those left open count as wrong.
  public let total: Int
  /// The scaled score, from 100 to 1000.
  public let score: Int
  /// Whether the score reaches the pass mark.
  public let hasPassed: Bool
  /// By domain, the smallest number first; 0 is none.
  public let domains: [Tally<Int>]
  /// By service, the weakest first, then by name.
  public let services: [Tally<String>]
  /// The places of the questions that were not answered rightly.
  public let wrong: [Int]
}

extension Exam {
  /// How the exam went, all that is open counted as wrong.
  ///
  /// A question with several right answers is right as a whole or not at all, as AWS does it.
  public var result: ExamResult {
    let isRight = questions.indices.map { answers[$0] == questions[$0].right }
    let right = isRight.count { $0 }
    let score = ExamKind.score(right: right, total: questions.count)
    let services = Self.tally(questions.map(\.service), isRight)
    return ExamResult(
      right: right, total: questions.count, score: score, hasPassed: score >= kind.passMark,
      domains: Self.tally(questions.map(\.domain), isRight).sorted { $0.name < $1.name },
      services: services.sorted { first, second in
        let (one, other) = (first.right * second.total, second.right * first.total)
        return (one, first.name) < (other, second.name)
      },
      wrong: questions.indices.filter { !isRight[$0] })
  }

  private static func tally<Name>(
    _ names: [Name], _ isRight: [Bool]
  ) -> [ExamResult.Tally<Name>] {
    var tallies: [Name: ExamResult.Tally<Name>] = [:]
    for (name, isRight) in zip(names, isRight) {
      tallies[name, default: ExamResult.Tally(name: name, right: 0, total: 0)].total += 1
      if isRight { tallies[name]?.right += 1 }
    }
    return Array(tallies.values)
  }
}
