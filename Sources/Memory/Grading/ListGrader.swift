/// Says which items of a list a typed answer holds, in any order.
public struct ListGrader: Sendable {
  /// What a list of answers is worth.
  public struct Result: Hashable, Sendable {
    /// For each item how it was given; `nil` where it is missing.
    public var items: [Verdict?]
    /// What was given and is no item, as bytes of the answer.
    public var superfluous: [Range<Int>]

    /// How many items were given.
    public var right: Int { items.count { $0 != nil } }

    /// Good if nothing is missing and nothing superfluous, Hard if that is so for two thirds, else Again.
    public var rating: Rating {
      let errors = items.count - right + superfluous.count
      return errors == 0 ? .good : errors * 3 <= items.count ? .hard : .again
    }
  }

  private let graders: [Grader]

  /// Creates a grader.
  ///
  /// - Parameters:
  ///   - items: For each item its accepted answers, in UTF-8.
  ///   - others: Other terms; see ``Grader/init(accepted:others:)``.
  public init(items: [[[UInt8]]], others: [[UInt8]] = []) {
    graders = items.indices.map { place in
      let rest = items.indices.filter { $0 != place }.flatMap { items[$0] }
      return Grader(accepted: items[place], others: rest + others)
    }
  }

  /// Grades a list, its items apart by commas, semicolons, line ends or « et ».
  ///
  /// - Parameter given: What was typed, in UTF-8.
  /// - Returns: How each item was given, and what is left.
  /// - Complexity: O(pieces · items) gradings.
  public func grade(_ given: Span<UInt8>) -> Result {
    var result = Result(items: [Verdict?](repeating: nil, count: graders.count), superfluous: [])
    for piece in Self.pieces(of: given, 0..<given.count, where: Self.isSeparator) {
      if take(piece, of: given, &result) { continue }
      let parts = Self.pieces(of: given, piece, where: Self.isConjunction)
      for part in parts where !take(part, of: given, &result) { result.superfluous.append(part) }
    }
    return result
  }

  /// Gives a piece to the item that it names; an item that is named twice takes both.
  private func take(_ piece: Range<Int>, of given: Span<UInt8>, _ result: inout Result) -> Bool {
    for (place, grader) in graders.enumerated() {
      let verdict = grader.grade(given.extracting(piece))
      guard verdict.isRight else { continue }
      if result.items[place] != .exact { result.items[place] = verdict.moved(by: piece.lowerBound) }
      return true
    }
    return false
  }

  // MARK: - Splitting

  /// The pieces between separators that are more than blank.
  private static func pieces(
    of text: Span<UInt8>, _ range: Range<Int>,
    where separator: (_ text: Span<UInt8>, _ place: Int, _ end: Int) -> Int
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var place = start
    while place <= range.upperBound {
      let length = place == range.upperBound ? 1 : separator(text, place, range.upperBound)
      if length > 0 {
        let piece = start..<place
        if !FoldedAnswer(text.extracting(piece)).letters.isEmpty { pieces.append(piece) }
        start = place + length
      }
      place += max(1, length)
    }
    return pieces
  }

  private static func isSeparator(_ text: Span<UInt8>, _ place: Int, _ end: Int) -> Int {
    switch text[place] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), 0x0A: 1
    default: 0
    }
  }

  /// The length of « et » between spaces.
  private static func isConjunction(_ text: Span<UInt8>, _ place: Int, _ end: Int) -> Int {
    guard end - place >= 4, text[place] == UInt8(ascii: " "), text[place + 3] == UInt8(ascii: " ")
    else { return 0 }
    let isEt =
      text[place + 1] | 0x20 == UInt8(ascii: "e") && text[place + 2] | 0x20 == UInt8(ascii: "t")
    return isEt ? 4 : 0
  }
}

extension Verdict {
  /// The verdict with the bytes of the given answer counted from an earlier place.
  fileprivate func moved(by offset: Int) -> Verdict {
    guard case .typo(var alignment) = self else { return self }
    for index in alignment.steps.indices {
      let given = alignment.steps[index].given
      alignment.steps[index].given = given.lowerBound + offset..<given.upperBound + offset
    }
    return .typo(alignment)
  }
}
