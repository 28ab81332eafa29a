/// A value as JSON (RFC 8259).
///
/// Foundation's encoder would double the size of the program and its start; this is all that is needed.
enum JSON {
  case string(String)
  case integer(Int)
  case number(Float)
  case boolean(Bool)
  case array([JSON])
  /// Keys in the order in which they are written.
  case object([(String, JSON)])

  /// The value on one line.
  var text: String {
    switch self {
    case .string(let text): Self.quoted(text)
    case .integer(let number): String(number)
    case .number(let number): number.isFinite ? String(number) : "0"
    case .boolean(let value): value ? "true" : "false"
    case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0)):\($1.text)" }.joined(separator: ",") + "}"
    }
  }

  /// An array with one element a line.
  static func lines(_ values: [JSON]) -> String {
    values.isEmpty ? "[]\n" : "[\n" + values.map(\.text).joined(separator: ",\n") + "\n]\n"
  }

  /// Whether a character is a control, sets text otherwise, or ends a line outside ASCII.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value < 0x20 || scalar.value > 0x7E else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      // What a terminal would obey or not show, in other words of the same JSON.
      case _ where isInvisible(scalar):
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// Cells apart by tabs; a tab or line end inside a cell becomes a space, other controls visible.
func tabSeparated(_ cells: [String]) -> String {
  cells.map { cell in sanitized(String(cell.map { $0.isNewline || $0 == "\t" ? " " : $0 })) }
    .joined(separator: "\t") + "\n"
}
