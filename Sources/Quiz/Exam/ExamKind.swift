/// A certification that can be rehearsed.
///
/// Numbers of questions, minutes, pass marks and weights are those of the published exam guides.
public enum ExamKind: String, Hashable, Sendable, CaseIterable {
  /// AWS Certified Cloud Practitioner, CLF-C02.
  case clf
  /// AWS Certified Solutions Architect – Associate, SAA-C03.
  case saa
}

extension ExamKind {
  /// The code of the exam in force.
  public var code: String {
    switch self {
    case .clf: "CLF-C02"
    case .saa: "SAA-C03"
    }
  }

  /// How many questions are asked.
  ///
  /// AWS scores fifty of them without telling which; here all count.
  public var questionCount: Int { 65 }

  /// The time for all questions.
  public var minutes: Int {
    switch self {
    case .clf: 90
    case .saa: 130
    }
  }

  /// The scaled score from which on the exam is passed.
  public var passMark: Int {
    switch self {
    case .clf: 700
    case .saa: 720
    }
  }

  /// The share of each domain in percent, domain 1 first.
  public var weights: [Int] {
    switch self {
    case .clf: [24, 30, 34, 12]
    case .saa: [30, 26, 24, 20]
    }
  }

  /// The time for some questions, in milliseconds: in proportion, up to a whole minute.
  public func timeLimit(questions: Int) -> Int {
    (minutes * questions + questionCount - 1) / questionCount * 60_000
  }

  /// The scaled score, from 100 to 1000: `100 + 900 · right / total`, rounded half up.
  ///
  /// AWS does not publish how it scales; it weighs forms of unlike difficulty against each other. A
  /// straight line is the plainest guess, and with it a pass takes 67 % (CLF) or 69 % (SAA) right.
  public static func score(right: Int, total: Int) -> Int {
    guard total > 0 else { return 100 }
    return 100 + (1800 * right + total) / (2 * total)
  }
}

// MARK: - Domains

extension ExamKind {
  /// How many of some questions each domain gets, by the method of largest remainders.
  ///
  /// - Returns: A number for each of ``weights``; together they are `count`.
  public func quotas(of count: Int) -> [Int] {
    var quotas = weights.map { $0 * count / 100 }
    let byRemainder = weights.indices.sorted { first, second in
      let (one, other) = (weights[first] * count % 100, weights[second] * count % 100)
      return (other, first) < (one, second)
    }
    for domain in byRemainder.prefix(count - quotas.reduce(0, +)) { quotas[domain] += 1 }
    return quotas
  }

  /// The domains of this exam among the labels of a note, such as `CLF 3`.
  ///
  /// - Returns: Numbers from 1; 0 for a label that names the exam alone.
  public func domains(in labels: [String]) -> [Int] {
    var domains: [Int] = []
    for label in labels where label.lowercased().hasPrefix(rawValue) {
      let digits = label.split { !("0"..."9").contains($0) }.last
      let number = digits.flatMap { Int($0) } ?? 0
      let domain = weights.indices.contains(number - 1) ? number : 0
      if !domains.contains(domain) { domains.append(domain) }
    }
    return domains
  }
}
