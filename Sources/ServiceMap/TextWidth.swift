/// How wide a text is, in em: an estimate, for one sans-serif or another.
///
/// The widths are those of the wider faces in use (DejaVu Sans, Verdana): elsewhere a box has some air.
func textWidth(_ text: some StringProtocol) -> Double {
  var hundredths = 0
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x20...0x7E: hundredths += Int(widths[Int(scalar.value) - 0x20])
    case 0x300...0x36F, 0x200B...0x200F: break
    case 0xC0...0xDE: hundredths += 72
    case 0xDF...0x24F: hundredths += 62
    case 0x2018, 0x2019, 0xA0, 0xB7: hundredths += 32
    case 0x202F: hundredths += 20
    default: hundredths += 100
    }
  }
  return Double(hundredths) / 100
}

/// Hundredths of an em from the space to the tilde, sixteen a line.
private let widths: [UInt8] = [
  32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36, 32, 34,
  64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53,
  100, 68, 69, 70, 77, 63, 58, 78, 75, 30, 30, 66, 56, 86, 75, 79,
  60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50,
  50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61,
  63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
]

/// Breaks a label into at most two lines that are no wider than that; what does not fit ends with an ellipsis.
///
/// - Parameters:
///   - label: A name of a few words.
///   - width: In em.
/// - Returns: One line or two.
func labelLines(_ label: String, width: Double) -> [String] {
  if textWidth(label) <= width { return [label] }
  let words = label.split(separator: " ")
  // The break that leaves the two lines most alike.
  var best: (lines: [String], width: Double)?
  for count in words.indices.dropFirst() {
    let lines = [words[..<count].joined(separator: " "), words[count...].joined(separator: " ")]
    let widest = max(textWidth(lines[0]), textWidth(lines[1]))
    if widest < best?.width ?? .infinity { best = (lines, widest) }
  }
  if let best, best.width <= width { return best.lines }
  var first = ""
  for word in words {
    let longer = first.isEmpty ? String(word) : first + " " + word
    if textWidth(longer) > width { break }
    first = longer
  }
  guard !first.isEmpty else { return [cut(label, width: width)] }
  return [first, cut(label.dropFirst(first.count + 1), width: width)]
}

/// As much of a text as is no wider than that, with an ellipsis.
func cut(_ text: some StringProtocol, width: Double) -> String {
  var kept = ""
  for character in text {
    if textWidth(kept) + textWidth(String(character)) + 1 > width { return kept + "…" }
    kept.append(character)
  }
  return kept
}
