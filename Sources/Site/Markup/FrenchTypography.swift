/// Sets the spaces of French text: narrow and unbreakable before `;` `!` `?`, before `:` and inside « ».
///
/// Only a space that is there is replaced: `10:30` and `https:` stay.
///
/// - Parameter text: Running text, never code.
/// - Returns: The text with its spaces set.
/// - Complexity: O(*n*) in the length of the text.
func frenchSpaced(_ text: String) -> String {
  let bytes = text.utf8.span
  var set: [UInt8] = []
  // What stands before is set.
  var start = 0
  var place = 0
  while place < bytes.count {
    let space = spaceLength(bytes, place)
    guard space > 0, isClosing(bytes, place + space) || isOpening(bytes, before: place) else {
      place += Swift.max(space, 1)
      continue
    }
    if set.isEmpty { set.reserveCapacity(bytes.count + 16) }
    append(bytes.extracting(start..<place), to: &set)
    set.append(contentsOf: narrowSpace)
    place += space
    start = place
  }
  guard !set.isEmpty else { return text }
  append(bytes.extracting(start...), to: &set)
  return String(decoding: set, as: UTF8.self)
}

private func append(_ bytes: Span<UInt8>, to set: inout [UInt8]) {
  unsafe bytes.withUnsafeBufferPointer { unsafe set.append(contentsOf: $0) }
}

/// U+202F.
private let narrowSpace: [UInt8] = [0xE2, 0x80, 0xAF]

/// The length of a space or no-break space; zero for anything else.
private func spaceLength(_ bytes: Span<UInt8>, _ place: Int) -> Int {
  if bytes[place] == 0x20 { return 1 }
  return bytes[place] == 0xC2 && place + 1 < bytes.count && bytes[place + 1] == 0xA0 ? 2 : 0
}

/// Whether `;`, `!`, `?`, `:` or `»` stands here, and nothing that makes a sign of it, as in `:=`.
private func isClosing(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
  guard place < bytes.count else { return false }
  switch bytes[place] {
  case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"):
    guard place + 1 < bytes.count else { return true }
    let next = bytes[place + 1]
    return next == 0x20 || next == 0x0A || next >= 0x80 || ".,)!?".utf8.contains(next)
  case 0xC2: return place + 1 < bytes.count && bytes[place + 1] == 0xBB
  default: return false
  }
}

/// Whether « stands before a place.
private func isOpening(_ bytes: Span<UInt8>, before place: Int) -> Bool {
  place >= 2 && bytes[place - 2] == 0xC2 && bytes[place - 1] == 0xAB
}

/// A text that begins with a capital.
func sentenceCased(_ text: String) -> String {
  let words = text.prefix { $0 != " " }
  // What has a capital inside is a name that begins as it does: `eks` is mended, `iSCSI` is not.
  return words.dropFirst().contains { $0.isUppercase }
    ? text : text.prefix(1).uppercased() + text.dropFirst()
}
