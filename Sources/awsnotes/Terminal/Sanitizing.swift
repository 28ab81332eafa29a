/// Returns text that can only be read, never obeyed, by a terminal.
///
/// Control characters and those that turn the direction of writing become visible: `␛` for escape,
/// `\u{202E}` for a right-to-left override. A note or the name of a file could otherwise move the
/// cursor, rename the window or disguise what it says.
///
/// - Parameters:
///   - text: Any text.
///   - keepsLayout: Whether a newline, with a carriage return before it or without, and a tab stay what they are.
/// - Returns: The text with a visible character in place of each that is not.
/// - Complexity: O(*n*), where *n* is the length of `text`.
func sanitized(_ text: String, keepsLayout: Bool = false) -> String {
  // Above ASCII, nothing to replace begins with another byte than these.
  let isClean = text.utf8.allSatisfy { byte in
    switch byte {
    case 0x0A, 0x09: keepsLayout
    case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2: false
    default: true
    }
  }
  if isClean { return text }

  var result = ""
  var rest = text.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    switch scalar.value {
    case 0x0D where keepsLayout && rest.first == "\n":
      result.unicodeScalars.append(scalar)
    case 0x0A, 0x09:
      result.unicodeScalars.append(keepsLayout ? scalar : picture(of: scalar))
    case 0..<0x20, 0x7F:
      result.unicodeScalars.append(picture(of: scalar))
    case 0x80...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default:
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The character that Unicode has for showing a control of ASCII (block Control Pictures).
private func picture(of control: Unicode.Scalar) -> Unicode.Scalar {
  let value = control.value == 0x7F ? 0x2421 : 0x2400 + control.value
  return Unicode.Scalar(value) ?? "\u{FFFD}"
}
