/// A file's bytes as text, whatever wrote them.
public struct SourceText: Hashable, Sendable {
  /// How the bytes were read.
  public enum Encoding: Hashable, Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8

    /// UTF-16 with the byte order mark `FF FE`.
    case utf16LittleEndian

    /// UTF-16 with the byte order mark `FE FF`.
    case utf16BigEndian

    /// Windows-1252 for each byte that belongs to no valid UTF-8, UTF-8 for the others.
    case windows1252
  }

  /// The text: line ends are `\n`, there is no byte order mark, NUL is U+FFFD.
  public var text: String

  /// How the bytes were read.
  public var encoding: Encoding

  /// The first lines, from 1 and at most 100, with bytes that are no UTF-8.
  public var suspectLines: [Int]

  /// Reads the bytes of a file.
  ///
  /// - Parameter bytes: Bytes in UTF-8, in UTF-16 with a byte order mark, in Windows-1252, or in
  ///   UTF-8 with pieces of Windows-1252, as old notes have them.
  /// - Complexity: O(*n*), where *n* is the number of bytes; plain UTF-8 is copied at once.
  public init(bytes: [UInt8]) {
    suspectLines = []
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      encoding = bytes[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
      text = Self.utf16Text(bytes[2...], highByteFirst: bytes[0] == 0xFE)
      return
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    encoding = .utf8
    if let text = String(validating: body, as: UTF8.self) {
      self.text = Self.needsNormalizing(body) ? Self.normalized(body)[...].text : text
      return
    }
    encoding = .windows1252
    let repaired = Windows1252.repair(body)
    suspectLines = repaired.suspectLines
    text = Self.normalized(repaired.bytes[...])[...].text
  }

  /// A lone surrogate and an odd byte at the end are U+FFFD.
  private static func utf16Text(_ bytes: ArraySlice<UInt8>, highByteFirst: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(highByteFirst ? first << 8 | second : second << 8 | first)
      index += 2
    }
    if index < bytes.endIndex { units.append(0xFFFD) }
    let text = String(decoding: units, as: UTF16.self)
    return normalized(Array(text.utf8)[...])[...].text
  }
}

// MARK: - Line ends

extension SourceText {
  /// Looks at every byte without leaving early, which the compiler turns into vector code.
  private static func needsNormalizing(_ bytes: ArraySlice<UInt8>) -> Bool {
    var needs = false
    for byte in bytes { needs = needs || byte == 0x0D || byte == 0 }
    return needs
  }

  /// The bytes with `\n` for `\r\n` and `\r`, and U+FFFD for NUL.
  static func normalized(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x0D: result.append(.newline)
      case .newline where previous == 0x0D: break
      case 0: result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      default: result.append(byte)
      }
      previous = byte
    }
    return result
  }
}
