/// An interrupted exam, as it is kept in a file.
///
/// Lines of cells apart by tabs; the last one sums up those above, so that a file cut short or changed is
/// noticed:
///
///     awsnotes-examen	1
///     exam	clf	7	1732184237000	5400000	61000	12
///     question	vpc#nat	3	1	a90c…
///     end	5d1f…
///
/// Choices are kept by a number made of their text: their order may be another one day.
public struct ExamRecord: Hashable, Sendable {
  /// A question and what was done with it.
  public struct Question: Hashable, Sendable {
    /// The card's id.
    public var card: String
    /// The domain for which it was drawn.
    public var domain: Int
    /// Whether it is marked.
    public var isMarked: Bool
    /// The choices made, by ``ExamRecord/name(of:)``, in ascending order.
    public var chosen: [UInt64]
  }

  /// Which exam.
  public var kind: ExamKind
  /// What it was drawn by.
  public var seed: UInt64
  /// When it was begun, in milliseconds since 1970.
  public var started: Int
  /// The time for all, in milliseconds.
  public var timeLimit: Int
  /// The time used, in milliseconds.
  public var used: Int
  /// The place of the question that was shown.
  public var current: Int
  /// The questions in their order.
  public var questions: [Question]

  /// The number that stands for the text of a choice.
  static func name(of choice: String) -> UInt64 { stableNumber(choice, seed: 0) }
}

/// Why a kept exam cannot be read.
public struct ExamRecordError: Error, Hashable, Sendable {
  /// The line that makes no sense, from 1.
  public let line: Int
}

// MARK: - Writing

extension ExamRecord {
  private static let head = "awsnotes-examen\t1"

  /// The text of the file.
  public var text: String {
    var text = Self.head + "\n"
    let numbers = [started, timeLimit, used, current].map { "\($0)" }
    text += (["exam", kind.rawValue, "\(seed)"] + numbers).joined(separator: "\t") + "\n"
    for question in questions {
      let chosen = question.chosen.map { String($0, radix: 16) }.joined(separator: ",")
      let mark = question.isMarked ? "1" : "0"
      let cells = ["question", Self.escaped(question.card), "\(question.domain)", mark, chosen]
      text += cells.joined(separator: "\t") + "\n"
    }
    return text + "end\t" + Self.sum(of: text) + "\n"
  }

  private static func sum(of text: some StringProtocol) -> String {
    String(stableNumber(String(text), seed: 1), radix: 16)
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\t": result += "%09"
      case "\n": result += "%0A"
      case "\r": result += "%0D"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

// MARK: - Reading

extension ExamRecord {
  /// Reads the text of a file.
  ///
  /// - Throws: ``ExamRecordError`` where anything is not as it was written.
  public init(text: String) throws(ExamRecordError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == Self.head[...] else { throw ExamRecordError(line: 1) }
    guard lines.count >= 4, lines.last == "" else { throw ExamRecordError(line: lines.count) }
    let body = lines[..<(lines.count - 2)]
    let whole = body.joined(separator: "\n") + "\n"
    guard lines[lines.count - 2] == "end\t" + Self.sum(of: whole) else {
      throw ExamRecordError(line: lines.count - 1)
    }
    let cells = lines[1].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let numbers = cells.dropFirst(3).compactMap { Int($0) }
    guard cells.count == 7, cells[0] == "exam", numbers.count == 4, numbers.allSatisfy({ $0 >= 0 }),
      let kind = ExamKind(rawValue: cells[1]), let seed = UInt64(cells[2])
    else { throw ExamRecordError(line: 2) }
    (self.kind, self.seed) = (kind, seed)
    (started, timeLimit, used, current) = (numbers[0], numbers[1], numbers[2], numbers[3])
    questions = []
    for (number, line) in body.enumerated().dropFirst(2) {
      guard let question = Question(line, kind: kind) else {
        throw ExamRecordError(line: number + 1)
      }
      questions.append(question)
    }
  }
}

extension ExamRecord.Question {
  fileprivate init?(_ line: Substring, kind: ExamKind) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 5, cells[0] == "question", let domain = Int(cells[2]),
      (0...kind.weights.count).contains(domain), cells[3] == "0" || cells[3] == "1"
    else { return nil }
    let names = cells[4].split(separator: ",")
    let chosen = names.compactMap { UInt64($0, radix: 16) }
    guard chosen.count == names.count else { return nil }
    let card = [("%09", "\t"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")]
      .reduce(String(cells[1])) { $0.replacing($1.0, with: $1.1) }
    self.init(card: card, domain: domain, isMarked: cells[3] == "1", chosen: chosen)
  }
}
