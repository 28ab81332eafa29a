/// A text that equals only itself, byte for byte: two spellings of an accent are two texts.
struct ExactText: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  /// Compares eight bytes a step; the last eight may have been compared in part.
  static func == (left: Self, right: Self) -> Bool {
    let (left, right) = unsafe (left.text.utf8.span.bytes, right.text.utf8.span.bytes)
    let count = left.byteCount
    guard count == right.byteCount else { return false }
    guard count >= 8 else { return shortWord(left) == shortWord(right) }
    var place = 0
    while place + 8 < count {
      guard word(left, place) == word(right, place) else { return false }
      place += 8
    }
    return word(left, count - 8) == word(right, count - 8)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// Mixes eight bytes a step, as wyhash does: texts are long, and the hasher goes byte by byte.
  var hash: UInt64 {
    let bytes = unsafe text.utf8.span.bytes
    let count = bytes.byteCount
    var hash = UInt64(truncatingIfNeeded: count)
    var place = 0
    while place + 8 < count {
      hash = Self.mixed(hash, Self.word(bytes, place))
      place += 8
    }
    return Self.mixed(hash, count >= 8 ? Self.word(bytes, count - 8) : Self.shortWord(bytes))
  }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low ^ word
  }

  private static func word(_ bytes: RawSpan, _ place: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  /// Less than eight bytes.
  private static func shortWord(_ bytes: RawSpan) -> UInt64 {
    var word: UInt64 = 0
    for place in 0..<bytes.byteCount {
      word = word << 8 | UInt64(unsafe bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self))
    }
    return word
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
