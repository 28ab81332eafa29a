/// JSON in the making, for files that scripts read: what is written is a script's literal as well.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  /// Whether something stands before the next value.
  private var needsComma = false

  /// Writes an object.
  mutating func object(_ body: (inout JSONText) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes a list.
  mutating func list(_ body: (inout JSONText) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// Names the member that is written next.
  mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a whole number.
  mutating func number(_ number: Int) { literal("\(number)") }

  /// Writes what is JSON already, such as a number with decimals.
  mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes what is JSON already.
  mutating func literal(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
  }

  /// Writes a text.
  mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      for place in 0..<buffer.count {
        let byte = unsafe buffer[place]
        let isPlain =
          byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
          && byte != UInt8(ascii: "<")
        if isPlain { continue }
        unsafe bytes.append(contentsOf: buffer[start..<place])
        start = place + 1
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
          bytes.append(UInt8(ascii: "\\"))
          bytes.append(byte)
        } else {
          let digits = String(byte, radix: 16)
          bytes.append(contentsOf: (byte < 0x10 ? "\\u000" + digits : "\\u00" + digits).utf8)
        }
      }
      unsafe bytes.append(contentsOf: buffer[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes texts in a list.
  mutating func strings(_ texts: some Sequence<String>) {
    list { list in for text in texts { list.string(text) } }
  }

  /// Writes whole numbers in a list.
  mutating func numbers(_ numbers: some Sequence<Int>) {
    list { list in for number in numbers { list.number(number) } }
  }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONText) -> Void) {
    separate()
    bytes.append(open)
    needsComma = false
    body(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}
