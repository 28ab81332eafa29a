/// Where a text is no JSON.
struct JSONError: Error, Hashable {
  /// The line, from 1.
  var line: Int
}

/// Reads JSON as RFC 8259 has it.
struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  private static let deepest = 64

  /// The value that a text holds.
  ///
  /// - Throws: ``JSONError``, also for what is nested more than 64 deep.
  /// - Complexity: O(*n*) in the size of the text.
  static func value(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if bytes.starts(with: mark) { reader.place = 3 }
    let value = try reader.value()
    reader.skipSpace()
    guard reader.place == bytes.count else { throw reader.error }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var error: JSONError {
    JSONError(line: 1 + bytes.prefix(place).count { $0 == UInt8(ascii: "\n") })
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  /// Goes over a byte if it is the next one.
  private mutating func skip(_ letter: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: letter) else { return false }
    place += 1
    return true
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try nested { reader throws(JSONError) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(JSONError) in try reader.array() }
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    guard depth < Self.deepest else { throw error }
    depth += 1
    defer { depth -= 1 }
    place += 1
    return try read(&self)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[place...].starts(with: word.utf8) else { throw error }
    place += word.utf8.count
    return value
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    var members: [String: JSONValue] = [:]
    skipSpace()
    if skip("}") { return .object(members) }
    repeat {
      skipSpace()
      let name = try text()
      skipSpace()
      guard skip(":") else { throw error }
      members[name] = try value()
      skipSpace()
    } while skip(",")
    guard skip("}") else { throw error }
    return .object(members)
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    var elements: [JSONValue] = []
    skipSpace()
    if skip("]") { return .array(elements) }
    repeat {
      elements.append(try value())
      skipSpace()
    } while skip(",")
    guard skip("]") else { throw error }
    return .array(elements)
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = place
    _ = skip("-")
    let hasZero = next == UInt8(ascii: "0")
    guard let count = digits(), !hasZero || count == 1 else { throw error }
    let end = place
    if skip("."), digits() == nil { throw error }
    if skip("e") || skip("E") {
      if !skip("-") { _ = skip("+") }
      guard digits() != nil else { throw error }
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if end == place, let number = Int(text) { return .integer(number) }
    guard let number = Double(text) else { throw error }
    return .number(number)
  }

  /// Goes over digits; how many, `nil` if there is none.
  private mutating func digits() -> Int? {
    let start = place
    while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
    return place > start ? place - start : nil
  }
}

// MARK: - Texts

extension JSONReader {
  private mutating func text() throws(JSONError) -> String {
    guard skip("\"") else { throw error }
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw error }
      place += 1
      if byte == UInt8(ascii: "\\") { try escape(&text) } else { text.append(byte) }
    }
    guard skip("\"") else { throw error }
    guard let valid = String(validating: text, as: UTF8.self) else { throw error }
    return valid
  }

  private mutating func escape(_ text: inout [UInt8]) throws(JSONError) {
    guard let letter = next else { throw error }
    place += 1
    switch Unicode.Scalar(letter) {
    case "\"", "\\", "/": text.append(letter)
    case "b": text.append(0x08)
    case "f": text.append(0x0C)
    case "n": text.append(0x0A)
    case "r": text.append(0x0D)
    case "t": text.append(0x09)
    case "u": text += String(try scalar()).utf8
    default: throw error
    }
  }

  private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(first), skip("\\"), skip("u") else { throw error }
    let second = try unit()
    guard UTF16.isTrailSurrogate(second) else { throw error }
    return UTF16.decode(.init([first, second]))
  }

  private mutating func unit() throws(JSONError) -> UInt16 {
    let digits = bytes[place...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error }
    place += 4
    return unit
  }
}
