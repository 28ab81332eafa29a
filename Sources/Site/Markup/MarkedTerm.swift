/// A term in a text that opens its definition, and what no line may part from it: « d’ » before it, a comma after it.
///
/// Browsers break lines before and after a button, whatever stands there.
struct MarkedTerm {
  let number: Int

  /// The term as the text names it.
  let name: String

  /// What touches it in the text before it.
  let lead: String

  /// What touches a name at the end of the text before it.
  static func lead(of name: String, in text: Substring) -> Substring {
    let start = text.lastIndex(where: isSpace).map(text.index(after:)) ?? text.startIndex
    return isHeld(text[start...], by: name) ? text[start...] : text.suffix(0)
  }

  /// What touches the term in the text after it.
  func trail(in text: String) -> Substring {
    let touching = text.prefix { !Self.isSpace($0) }
    return Self.isHeld(touching, by: name) ? touching : text.prefix(0)
  }

  /// Longer words find room on a line of their own, and longer names are broken themselves.
  private static func isHeld(_ text: Substring, by name: String) -> Bool {
    name.utf8.count <= 30 && text.utf8.count <= 12
  }

  /// Whether a line may end there; in spaces that French wants before signs none may.
  private static func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\n" || character == "\t"
  }
}
