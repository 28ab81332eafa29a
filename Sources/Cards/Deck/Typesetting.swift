/// Sets no-break spaces as French wants them: narrow before `?`, `!` and `;`, wide at « : ».
///
/// - Complexity: O(*n*)
func typeset(_ text: String) -> String {
  let plain = text.utf8.span
  var place = 0
  while place < plain.count, noBreakSpace(at: place, in: plain) == nil { place += 1 }
  guard place < plain.count else { return text }
  var set: [UInt8] = []
  set.reserveCapacity(plain.count + 16)
  for place in plain.indices {
    switch noBreakSpace(at: place, in: plain) {
    case .narrow: set += "\u{202F}".utf8
    case .wide: set += "\u{A0}".utf8
    case nil: set.append(plain[place])
    }
  }
  return String(decoding: set, as: UTF8.self)
}

private enum NoBreakSpace { case narrow, wide }

/// What a byte is set as that is a space; `nil` for other bytes, and where the line may break.
private func noBreakSpace(at place: Int, in text: Span<UInt8>) -> NoBreakSpace? {
  guard text[place] == UInt8(ascii: " ") else { return nil }
  let next = place + 1 < text.count ? text[place + 1] : 0
  switch next {
  case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"): return .narrow
  case UInt8(ascii: ":"): return .wide
  default: break
  }
  // « is C2 AB, » is C2 BB.
  if place > 1, text[place - 1] == 0xAB, text[place - 2] == 0xC2 { return .wide }
  if next == 0xC2, place + 2 < text.count, text[place + 2] == 0xBB { return .wide }
  return nil
}
