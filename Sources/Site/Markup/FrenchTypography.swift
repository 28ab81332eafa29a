/// Sets the spaces of French text: narrow and unbreakable before `;` `!` `?`, before `:` and inside « ».
///
/// Only a space that is there is replaced: `10:30` and `https:` stay.
///
/// - Parameter text: Running text, never code.
/// - Returns: The text with its spaces set.
/// - Complexity: O(*n*) in the length of the text.
func frenchSpaced(_ text: String) -> String {
  guard text.utf8.contains(where: mayNeedSpace) else { return text }
  let bytes = Array(text.utf8)
  guard needsSpace(bytes) else { return text }
  var set: [UInt8] = []
  set.reserveCapacity(bytes.count + 16)
  var place = 0
  while place < bytes.count {
    let space = spaceLength(bytes, place)
    if space > 0 {
      if isClosing(bytes, place + space) || endsWithOpening(set) {
        set.append(contentsOf: narrowSpace)
      } else {
        set.append(contentsOf: bytes[place..<place + space])
      }
      place += space
    } else {
      set.append(bytes[place])
      place += 1
    }
  }
  return String(decoding: set, as: UTF8.self)
}

/// U+202F.
private let narrowSpace: [UInt8] = [0xE2, 0x80, 0xAF]

/// Whether a byte stands at or in a mark that wants a space.
private func mayNeedSpace(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), 0xC2: true
  default: false
  }
}

/// Whether any space of a text is to be set.
private func needsSpace(_ bytes: [UInt8]) -> Bool {
  for place in bytes.indices where bytes[place] == 0x20 || bytes[place] == 0xC2 {
    let space = spaceLength(bytes, place)
    guard space > 0 else { continue }
    if isClosing(bytes, place + space) { return true }
    if place > 1, bytes[place - 1] == 0xAB, bytes[place - 2] == 0xC2 { return true }
  }
  return false
}

/// The length of a space or no-break space; zero for anything else.
private func spaceLength(_ bytes: [UInt8], _ place: Int) -> Int {
  if bytes[place] == 0x20 { return 1 }
  return bytes[place] == 0xC2 && place + 1 < bytes.count && bytes[place + 1] == 0xA0 ? 2 : 0
}

/// Whether `;`, `!`, `?`, `:` or `»` stands here, and nothing that makes a sign of it, as in `:=`.
private func isClosing(_ bytes: [UInt8], _ place: Int) -> Bool {
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

private func endsWithOpening(_ bytes: [UInt8]) -> Bool {
  bytes.count >= 2 && bytes[bytes.count - 2] == 0xC2 && bytes[bytes.count - 1] == 0xAB
}
