/// What tells the rows of all logs of all machines apart: 128 bits, written as 32 hexadecimal digits.
public enum EventID {
  /// A number that nobody else has, from the system's source of randomness (`getrandom`).
  public static func random() -> String {
    var system = SystemRandomNumberGenerator()
    let halves = [system.next(), system.next()] as [UInt64]
    return text(
      halves.flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> ($0 * 8)) } })
  }

  /// The 16 bytes of an id; `nil` if the text is none.
  static func bytes(_ text: String) -> [UInt8]? {
    let digits = text.utf8.compactMap(digit)
    guard digits.count == 32, text.utf8.count == 32 else { return nil }
    return (0..<16).map { digits[2 * $0] << 4 | digits[2 * $0 + 1] }
  }

  /// The text of an id's bytes.
  static func text(_ bytes: [UInt8]) -> String {
    unsafe bytes.withUnsafeBytes { unsafe text($0) }
  }

  /// The text of an id's bytes.
  static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    unsafe String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
      for place in bytes.indices {
        unsafe digits[2 * place] = letter(bytes[place] >> 4)
        unsafe digits[2 * place + 1] = letter(bytes[place] & 15)
      }
      return 2 * bytes.count
    }
  }

  private static func letter(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }

  private static func digit(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): letter - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
