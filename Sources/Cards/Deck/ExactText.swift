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

  /// Mixes eight bytes a step, as wyhash does: texts are long, and the hasher goes byte by byte.
  func hash(into hasher: inout Hasher) {
    let bytes = unsafe text.utf8.span.bytes
    var hash = UInt64(truncatingIfNeeded: bytes.byteCount)
    var place = 0
    while place + 8 <= bytes.byteCount {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      let product = (hash ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
      hash = product.high ^ product.low ^ word
      place += 8
    }
    var last: UInt64 = 0
    while place < bytes.byteCount {
      last = last << 8 | UInt64(unsafe bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self))
      place += 1
    }
    hasher.combine(hash)
    hasher.combine(last)
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
