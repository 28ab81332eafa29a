internal import Memory

/// Answers as a table for other programs: one line each, the oldest first, those taken back left out.
public struct ReviewTable: Sendable {
  /// How lines and cells are set apart.
  public enum Format: Sendable, CaseIterable {
    /// RFC 4180: commas, quotation marks where they are needed, CR and LF at the end of a line.
    case csv
    /// Tabs; a tab or line break in a cell becomes a space, since this format has no quotation marks.
    case tsv
  }

  private let events: [ReviewEvent]
  private let cards: [String: Card]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - history: The answers.
  ///   - cards: The deck, for notes and questions; those of cards that no longer exist stay empty.
  public init(_ history: ReviewHistory, cards: [Card]) {
    events = history.inOrder
    self.cards = Dictionary(cards.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The table with a line of column names.
  ///
  /// - Complexity: O(*n*) in the number of answers.
  public func text(_ format: Format) -> String {
    var text = format.line([
      "id", "time", "card", "note", "service", "category", "front", "rating", "duration_ms",
    ])
    for event in events {
      let card = cards[event.card]
      text += format.line([
        event.id, Self.date(event.time), event.card, card?.note ?? "", card?.service ?? "",
        card?.category ?? "", card?.front ?? "", String(event.rating.rawValue),
        String(event.duration),
      ])
    }
    return text
  }

  /// A moment as ISO 8601 has it, in UTC: `2026-11-21T09:57:10.125Z`.
  static func date(_ milliseconds: Int) -> String {
    let second = milliseconds.floored(by: 1000)
    let day = Day(second.floored(by: 86_400))
    let inDay = second - day.number * 86_400
    let clock = [inDay / 3600, inDay / 60 % 60, inDay % 60].map { Day.padded($0, 2) }
    return day.iso + "T" + clock.joined(separator: ":") + "."
      + Day.padded(milliseconds - second * 1000, 3) + "Z"
  }
}

extension ReviewTable.Format {
  func line(_ cells: [String]) -> String {
    switch self {
    case .csv: cells.map { Self.quoted(harmless($0)) }.joined(separator: ",") + "\r\n"
    case .tsv: cells.map { Self.flat(harmless($0)) }.joined(separator: "\t") + "\n"
    }
  }

  /// A cell that no spreadsheet takes for a formula: an apostrophe stands before what would be one.
  ///
  /// That is also what stands behind letters that are not seen, or is written in wide ones. Where quotation marks are not
  /// doubled, one at the beginning would open a cell.
  private func harmless(_ cell: String) -> String {
    let first = cell.unicodeScalars.first { scalar in
      Self.formulaStarts.contains(scalar)
        || ![.control, .format].contains(scalar.properties.generalCategory)
    }
    guard let first, Self.formulaStarts.contains(first) || self == .tsv && first == "\"" else {
      return cell
    }
    return "'" + cell
  }

  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  private static func quoted(_ cell: String) -> String {
    let needsMarks = cell.unicodeScalars.contains { ["\"", ",", "\r", "\n"].contains($0) }
    guard needsMarks else { return cell }
    let doubled = cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }
    return "\"" + doubled.joined() + "\""
  }

  private static func flat(_ cell: String) -> String {
    String(
      String.UnicodeScalarView(
        cell.unicodeScalars.map { ["\t", "\r", "\n"].contains($0) ? " " : $0 }))
  }
}
