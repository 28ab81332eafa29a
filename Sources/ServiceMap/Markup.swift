/// Writes elements of SVG; texts and attributes are escaped.
struct Markup {
  private(set) var bytes: [UInt8] = []

  /// Writes what stands there, which is trusted.
  mutating func raw(_ text: String) { bytes += text.utf8 }

  /// Writes a text between tags.
  mutating func text(_ text: String) {
    for byte in text.utf8 { escape(byte) }
  }

  /// Writes ` name="value"`.
  mutating func attribute(_ name: String, _ value: String) {
    raw(" \(name)=\"")
    text(value)
    raw("\"")
  }

  /// Writes ` name="value"`, the value rounded to a tenth.
  mutating func attribute(_ name: String, _ value: Double) {
    raw(" \(name)=\"")
    number(value)
    raw("\"")
  }

  /// Writes a number rounded to a tenth.
  mutating func number(_ value: Double) {
    let tenths = Int((value * 10).rounded())
    let whole = abs(tenths) / 10
    let rest = abs(tenths) % 10
    raw((tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)"))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): raw("&amp;")
    case UInt8(ascii: "<"): raw("&lt;")
    case UInt8(ascii: ">"): raw("&gt;")
    case UInt8(ascii: "\""): raw("&quot;")
    // Control characters may not stand in a document at all.
    case 0..<0x20 where byte != 0x09 && byte != 0x0A, 0x7F: bytes.append(0x20)
    default: bytes.append(byte)
    }
  }
}
