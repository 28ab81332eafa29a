/// A key that was pressed, or what a terminal sends for it.
enum Key: Hashable, Sendable {
  case character(Character)
  case enter
  case backspace
  case delete
  case escape
  case tab
  case left, right, up, down, home, end
  /// No more keys will come.
  case endOfInput
  /// A key that nobody asks for.
  case other
}

/// Makes keys of bytes, however they were cut apart on their way.
///
/// Letters come in UTF-8, other keys in the sequences of ECMA-48 as xterm sends them. An escape byte may be
/// a key of its own: only time tells, so that ``flush()`` is called when nothing follows.
struct KeyDecoder {
  private var pending: [UInt8] = []

  /// Whether a key was begun that the next byte may continue.
  var isWaiting: Bool { !pending.isEmpty }

  /// Takes a byte.
  ///
  /// - Returns: The key that it ended; `nil` where more has to come.
  mutating func add(_ byte: UInt8) -> Key? {
    pending.append(byte)
    guard let key = Self.key(pending) else { return nil }
    pending.removeAll()
    return key
  }

  /// Ends what was begun: nothing follows.
  mutating func flush() -> Key? {
    defer { pending.removeAll() }
    guard !pending.isEmpty else { return nil }
    return pending == [0x1B] ? .escape : .other
  }

  /// The key of some bytes; `nil` where they are only its beginning.
  private static func key(_ bytes: [UInt8]) -> Key? {
    switch bytes[0] {
    case 0x1B: return sequence(bytes)
    case 0x0A, 0x0D: return .enter
    case 0x09: return .tab
    case 0x08, 0x7F: return .backspace
    case 0x04: return .endOfInput
    case ..<0x20: return .other
    case 0x80...0xBF, 0xF8...: return .other
    default: return letter(bytes)
    }
  }

  private static func letter(_ bytes: [UInt8]) -> Key? {
    let length = bytes[0] < 0x80 ? 1 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    guard bytes.count >= length else {
      // A byte that cannot continue the letter ends it.
      return bytes.count > 1 && bytes[bytes.count - 1] & 0xC0 != 0x80 ? .other : nil
    }
    guard let text = String(validating: bytes, as: UTF8.self), let first = text.first else {
      return .other
    }
    return .character(first)
  }

  /// The key of a sequence that begins with an escape.
  private static func sequence(_ bytes: [UInt8]) -> Key? {
    guard bytes.count > 1 else { return nil }
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else { return .other }
    guard bytes.count > 2, let last = bytes.last else { return nil }
    // Parameters, then one final byte.
    guard (0x40...0x7E).contains(last) else { return bytes.count < 16 ? nil : .other }
    switch last {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return .right
    case UInt8(ascii: "D"): return .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "~"):
      switch bytes[2] {
      case UInt8(ascii: "1"), UInt8(ascii: "7"): return .home
      case UInt8(ascii: "4"), UInt8(ascii: "8"): return .end
      case UInt8(ascii: "3"): return .delete
      default: return .other
      }
    default: return .other
    }
  }
}
