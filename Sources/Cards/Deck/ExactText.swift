/// A text that equals only itself, byte for byte: two spellings of an accent are two texts.
struct ExactText: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: Self, right: Self) -> Bool {
    let (left, right) = (left.text.utf8.span, right.text.utf8.span)
    guard left.count == right.count else { return false }
    for place in left.indices where left[place] != right[place] { return false }
    return true
  }

  func hash(into hasher: inout Hasher) {
    unsafe text.utf8.span.bytes.withUnsafeBytes { bytes in unsafe hasher.combine(bytes: bytes) }
  }
}

/// Remembers what was made of texts: of so many at most, so that it does not grow with the notes.
struct TextTable<Value> {
  private var known: [ExactText: Value] = [:]

  /// As many are remembered.
  private static var most: Int { 4096 }

  /// What was made of a text, or is made now.
  ///
  /// - Complexity: O(*n*) in the bytes of the text where it is known.
  mutating func value(of text: String, _ make: () -> Value) -> Value {
    let key = ExactText(text)
    if let value = known[key] { return value }
    let value = make()
    if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
    known[key] = value
    return value
  }
}
