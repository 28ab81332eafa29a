/// How a given answer differs from the right one, letter by letter.
///
/// Letters are equal that fold alike: `É` and `e`, `’` and a space. Leading articles are left out.
public struct Alignment: Hashable, Sendable {
  /// What happened to a letter, or to two that were swapped.
  public enum Kind: Hashable, Sendable {
    /// It is right.
    case equal
    /// Another one was given in its place.
    case replaced
    /// It was not given.
    case missing
    /// It was given and does not belong there.
    case superfluous
    /// Two neighbours stand in the wrong order.
    case swapped
  }

  /// One letter or, where two were swapped, two.
  public struct Step: Hashable, Sendable {
    /// What happened.
    public var kind: Kind
    /// The bytes in the right answer; empty where the letter is superfluous.
    public var expected: Range<Int>
    /// The bytes in the given answer; empty where the letter is missing.
    public var given: Range<Int>
  }

  /// Which of the accepted answers it was compared with.
  public var accepted: Int

  /// From the first letter to the last.
  public var steps: [Step]
}

extension Alignment {
  /// More cells of the table than this are not filled: such answers have nothing in common to be shown.
  private static var mostCells: Int { 1 << 18 }

  /// Aligns two answers with as few errors as possible (optimal string alignment).
  ///
  /// - Complexity: O(letters · letters); answers whose product is beyond 2¹⁸ are told apart as wholes.
  init(accepted: Int, expected: FoldedAnswer, given: FoldedAnswer) {
    self.accepted = accepted
    let rows = expected.letters.count
    let columns = given.letters.count
    steps = []
    guard (rows + 1) * (columns + 1) <= Self.mostCells else {
      for place in 0..<rows { append(.missing, expected, place..<place + 1, given, 0..<0) }
      for place in 0..<columns {
        append(.superfluous, expected, rows..<rows, given, place..<place + 1)
      }
      return
    }
    let table = Table(expected.letters, given.letters)
    var (row, column) = (rows, columns)
    while row > 0 || column > 0 {
      let kind = table.last(row, column)
      let height = kind == .superfluous ? 0 : kind == .swapped ? 2 : 1
      let width = kind == .missing ? 0 : kind == .swapped ? 2 : 1
      append(kind, expected, row - height..<row, given, column - width..<column)
      row -= height
      column -= width
    }
    steps.reverse()
  }

  private mutating func append(
    _ kind: Kind, _ expected: FoldedAnswer, _ rows: Range<Int>, _ given: FoldedAnswer,
    _ columns: Range<Int>
  ) {
    steps.append(
      Step(kind: kind, expected: expected.source(of: rows), given: given.source(of: columns)))
  }

  /// The errors between all beginnings of two words.
  private struct Table {
    private let a: [UInt8]
    private let b: [UInt8]
    private var cells: [Int32]

    init(_ a: [UInt8], _ b: [UInt8]) {
      self.a = a
      self.b = b
      cells = [Int32](repeating: 0, count: (a.count + 1) * (b.count + 1))
      for row in 0...a.count {
        for column in 0...b.count {
          cells[row * (b.count + 1) + column] = least(row, column)
        }
      }
    }

    private func cell(_ row: Int, _ column: Int) -> Int32 { cells[row * (b.count + 1) + column] }

    private func least(_ row: Int, _ column: Int) -> Int32 {
      guard row > 0, column > 0 else { return Int32(row + column) }
      let isSame = a[row - 1] == b[column - 1]
      var least = cell(row - 1, column - 1) + (isSame ? 0 : 1)
      least = min(least, cell(row - 1, column) + 1, cell(row, column - 1) + 1)
      if isSwapped(row, column) { least = min(least, cell(row - 2, column - 2) + 1) }
      return least
    }

    private func isSwapped(_ row: Int, _ column: Int) -> Bool {
      row > 1 && column > 1 && a[row - 1] == b[column - 2] && a[row - 2] == b[column - 1]
        && a[row - 1] != a[row - 2]
    }

    /// The step that a best alignment of two beginnings ends with.
    func last(_ row: Int, _ column: Int) -> Kind {
      guard row > 0 else { return .superfluous }
      guard column > 0 else { return .missing }
      let errors = cell(row, column)
      let diagonal = cell(row - 1, column - 1)
      if a[row - 1] == b[column - 1], errors == diagonal { return .equal }
      if isSwapped(row, column), errors == cell(row - 2, column - 2) + 1 { return .swapped }
      if errors == diagonal + 1, a[row - 1] != b[column - 1] { return .replaced }
      return errors == cell(row - 1, column) + 1 ? .missing : .superfluous
    }
  }
}

extension FoldedAnswer {
  /// The bytes that some neighbouring letters stand for; where there are none, the place between.
  fileprivate func source(of letters: Range<Int>) -> Range<Int> {
    if letters.isEmpty {
      let place =
        letters.lowerBound < sources.count
        ? sources[letters.lowerBound].lowerBound : sources.last?.upperBound ?? 0
      return place..<place
    }
    return sources[letters.lowerBound].lowerBound..<sources[letters.upperBound - 1].upperBound
  }
}
