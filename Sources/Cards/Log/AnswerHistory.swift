public import Memory

/// What counts of a log, as far as replaying it needs: of each answer the rating and the time.
///
/// It says the same as ``ReviewHistory`` and takes a fraction of the time: a quiz begins with it, and few rows
/// of a log are ever told by their ids.
public struct AnswerHistory: Sendable {
  /// An answer that was not taken back.
  public struct Answer: Hashable, Sendable {
    /// How well the card was remembered.
    public var rating: Rating
    /// When, in milliseconds since 1970 in UTC.
    public var time: Int

    /// Creates an answer.
    public init(rating: Rating, time: Int) { (self.rating, self.time) = (rating, time) }
  }

  /// The cards that were answered, in no order.
  public let cards: [String]

  private let answers: [Answer]
  /// Where the answers of each card end among all.
  private let ends: [Int]

  /// The answers of a card, oldest first.
  ///
  /// - Parameter place: The place of the card in ``cards``.
  public subscript(place: Int) -> ArraySlice<Answer> {
    answers[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
  }

  fileprivate init(cards: [String], rows: [Row], starts: [Int]) {
    answers = rows.map(\.answer)
    // A card all of whose answers were taken back has none.
    let answered = cards.indices.filter { starts[$0] < starts[$0 + 1] }
    self.cards = answered.map { cards[$0] }
    ends = answered.map { starts[$0 + 1] }
  }

  /// An answer, and what decides whether it counts and in which order.
  fileprivate struct Row {
    var card: Int
    var id: ID
    var answer: Answer
  }

  /// An id as two numbers, which are in the order of its digits.
  fileprivate struct ID: Hashable {
    var high: UInt64
    var low: UInt64

    /// The id in a column; `nil` if it is none.
    init?(_ row: borrowing Statement, _ column: Int32) {
      let words: (UInt64, UInt64)? = unsafe row.withBytes(column) { bytes in
        guard bytes.count == 16 else { return nil }
        return unsafe (
          UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
          UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
      }
      guard let words else { return nil }
      (high, low) = words
    }
  }
}

extension ReviewLog {
  /// The answers of each card that count, as ``history()`` finds them.
  ///
  /// - Complexity: O(*n*) in the number of rows, if each card's come in the order of time.
  public func answers() throws(ReviewLogError) -> AnswerHistory {
    try perform { () throws(DatabaseError) in
      let statement = try Statement(
        "SELECT id, undoes, card, time, rating FROM review", on: database)
      var draft = AnswerDraft()
      while try statement.step() { draft.add(statement) }
      return draft.finished(joins: try database.rows(names: &draft.names))
    }
  }
}

/// Answers in the order of the rows, before what was taken back is left out.
private struct AnswerDraft {
  var names = LogNameTable()
  private var rows: [AnswerHistory.Row] = []
  private var undone: Set<AnswerHistory.ID> = []

  mutating func add(_ row: borrowing Statement) {
    guard let rating = Rating(rawValue: UInt8(truncatingIfNeeded: row.integer(4))),
      let id = AnswerHistory.ID(row, 0)
    else { return }
    let card = names.place(row, 2)
    if row.isNull(1) {
      rows.append(
        AnswerHistory.Row(
          card: card, id: id, answer: .init(rating: rating, time: row.integer(3))))
    } else if let id = AnswerHistory.ID(row, 1) {
      undone.insert(id)
    }
  }

  /// Gathers the answers of each card.
  mutating func finished(joins: [CardJoin]) -> AnswerHistory {
    if !undone.isEmpty { rows.removeAll { undone.contains($0.id) } }
    if !joins.isEmpty {
      let table = JoinTable(joins)
      let living = names.texts.map { table.living($0) }.map { names.place($0) }
      for place in rows.indices { rows[place].card = living[rows[place].card] }
    }
    var starts = [Int](repeating: 0, count: names.texts.count + 1)
    for row in rows { starts[row.card + 1] += 1 }
    for card in names.texts.indices { starts[card + 1] += starts[card] }
    var next = starts
    var order = [Int32](repeating: 0, count: rows.count)
    for (place, row) in rows.enumerated() {
      order[next[row.card]] = Int32(place)
      next[row.card] += 1
    }
    var sorted = order.map { rows[Int($0)] }
    for card in names.texts.indices { Self.sort(&sorted, starts[card]..<starts[card + 1]) }
    return AnswerHistory(cards: names.texts, rows: sorted, starts: starts)
  }

  private static func sort(_ rows: inout [AnswerHistory.Row], _ range: Range<Int>) {
    let isSorted = range.dropFirst().allSatisfy {
      rows[$0 - 1].answer.time < rows[$0].answer.time
    }
    if isSorted { return }
    rows[range].sort {
      ($0.answer.time, $0.id.high, $0.id.low) < ($1.answer.time, $1.id.high, $1.id.low)
    }
  }
}
