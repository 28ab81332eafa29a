/// Bytes of Windows-1252, alone or among UTF-8.
enum Windows1252 {
  /// How many suspect lines are kept: enough to point at, whatever the file.
  private static let mostSuspectLines = 100

  /// Rewrites each byte that belongs to no valid UTF-8 sequence as the character that it is in
  /// Windows-1252, and names the lines of those bytes.
  ///
  /// O(*n*).
  static func repair(
    _ bytes: ArraySlice<UInt8>
  ) -> (bytes: [UInt8], suspectLines: [Int]) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var suspectLines: [Int] = []
    var line = 1
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte < 0x80 {
        let endsLine = byte == 0x0D || (byte == .newline && !isAfterReturn(bytes, index))
        if endsLine { line += 1 }
        result.append(byte)
        index += 1
      } else if let length = sequenceLength(bytes[index...]) {
        result.append(contentsOf: bytes[index..<(index + length)])
        index += length
      } else {
        result.append(contentsOf: String(character(byte)).utf8)
        index += 1
        if suspectLines.last != line, suspectLines.count < mostSuspectLines {
          suspectLines.append(line)
        }
      }
    }
    return (result, suspectLines)
  }

  private static func isAfterReturn(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
    index > bytes.startIndex && bytes[index - 1] == 0x0D
  }

  /// The length of the valid UTF-8 sequence of two to four bytes at the start.
  ///
  /// The Unicode Standard, table 3-7.
  private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first, let second = bytes.dropFirst().first else { return nil }
    let length: Int
    let seconds: ClosedRange<UInt8>
    switch first {
    case 0xC2...0xDF: (length, seconds) = (2, 0x80...0xBF)
    case 0xE0: (length, seconds) = (3, 0xA0...0xBF)
    case 0xED: (length, seconds) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, seconds) = (3, 0x80...0xBF)
    case 0xF0: (length, seconds) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, seconds) = (4, 0x80...0xBF)
    case 0xF4: (length, seconds) = (4, 0x80...0x8F)
    default: return nil
    }
    let tail = bytes.dropFirst(2).prefix(length - 2)
    guard seconds.contains(second), tail.count == length - 2,
      tail.allSatisfy({ $0 & 0xC0 == 0x80 })
    else { return nil }
    return length
  }

  /// Where Windows-1252 differs from Latin-1: 0x80 … 0x9F.
  ///
  /// Five of them are not assigned.
  private static let differences: [Unicode.Scalar] = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

  private static func character(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? differences[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }
}
