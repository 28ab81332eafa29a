/// JSON in the making: texts in UTF-8, whole numbers, lists and objects.
package struct JSONWriter {
  /// What was written.
  package private(set) var bytes: [UInt8] = []
  /// Whether something stands before the next member.
  private var needsComma = false

  package init() {}

  /// Opens an object or a list, writes what it holds, and closes it.
  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    needsComma = false
    body(&self)
    bytes.append(close)
    needsComma = true
  }

  /// Writes an object; its members are written in the closure.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes a list; its elements are written in the closure.
  package mutating func list(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// Names the member that is written next.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// Writes a whole number.
  package mutating func number(_ number: Int) {
    separate()
    needsComma = true
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var digits: [UInt8] = []
    var rest = number.magnitude
    repeat {
      digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes.append(contentsOf: digits.reversed())
  }

  /// Writes what is JSON already.
  package mutating func literal(_ text: StaticString) {
    separate()
    needsComma = true
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Writes a text, which is in UTF-8.
  package mutating func string(_ text: [UInt8]) {
    separate()
    needsComma = true
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        for character in [0x5C, 0x75, 0x30, 0x30, 0x30 | byte >> 4, Self.hexadecimal(byte & 15)] {
          bytes.append(character)
        }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a list of texts.
  package mutating func strings(_ texts: [[UInt8]]) {
    list { list in for text in texts { list.string(text) } }
  }

  /// Ends of ranges as pairs of numbers in one list.
  package mutating func ranges(_ ranges: [Range<Int>]) {
    list { list in
      for range in ranges {
        list.number(range.lowerBound)
        list.number(range.upperBound)
      }
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? 0x30 + digit : 0x61 + digit - 10
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }
}
