/// Writes HTML as UTF-8: text and attribute values are escaped, elements are closed.
///
///     var writer = HTMLWriter()
///     writer.element("p", .class("lead")) { $0.text("a < b") }
///     // <p class="lead">a &lt; b</p>
///
/// Names of elements and attributes are literals of the program; what comes from notes can only become text
/// or a value.
public struct HTMLWriter: Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// Creates a writer.
  ///
  /// - Parameter capacity: The number of bytes to reserve.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Writes an element and what it holds.
  ///
  /// - Parameters:
  ///   - name: The element's name.
  ///   - attributes: Its attributes, in this order.
  ///   - content: Writes what it holds.
  @inline(__always)
  public mutating func element(
    _ name: StaticString, _ attributes: Attribute..., content: (inout HTMLWriter) -> Void
  ) {
    start(name, attributes)
    content(&self)
    end(name)
  }

  /// Writes an element that holds only text.
  ///
  /// - Parameters:
  ///   - name: The element's name.
  ///   - attributes: Its attributes.
  ///   - text: What it holds.
  public mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
    start(name, attributes)
    self.text(text)
    end(name)
  }

  /// Writes a void element: `<img>`, `<link>`, `<br>`.
  ///
  /// - Parameters:
  ///   - name: The element's name.
  ///   - attributes: Its attributes.
  public mutating func void(_ name: StaticString, _ attributes: Attribute...) {
    start(name, attributes)
  }

  /// Writes the opening tag of an element that is closed elsewhere.
  ///
  /// - Parameters:
  ///   - name: The element's name.
  ///   - attributes: Its attributes.
  public mutating func start(_ name: StaticString, _ attributes: [Attribute] = []) {
    bytes.append(UInt8(ascii: "<"))
    markup(name)
    for attribute in attributes where attribute.isWritten {
      bytes.append(UInt8(ascii: " "))
      switch attribute.name {
      case .literal(let name): markup(name)
      case .made(let name): bytes.append(contentsOf: name.utf8)
      }
      guard let value = attribute.value else { continue }
      markup("=\"")
      escape(value, inAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes a closing tag.
  ///
  /// - Parameter name: The element's name.
  public mutating func end(_ name: StaticString) {
    markup("</")
    markup(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes text.
  ///
  /// - Parameter text: Any text; control characters that HTML forbids are left out.
  public mutating func text(_ text: some StringProtocol) { escape(text, inAttribute: false) }

  /// Writes markup that the program itself holds.
  ///
  /// - Parameter markup: A literal.
  public mutating func markup(_ markup: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Writes what another writer wrote.
  ///
  /// - Parameter other: A writer.
  public mutating func append(_ other: HTMLWriter) { bytes.append(contentsOf: other.bytes) }

  /// Writes HTML of a source that is trusted: a picture drawn by the program, or a note whose folder's
  /// settings say so.
  ///
  /// - Parameter html: Well-formed HTML, in UTF-8.
  public mutating func trusted(_ html: some Sequence<UInt8>) { bytes.append(contentsOf: html) }
}

// MARK: - Escaping

extension HTMLWriter {
  private mutating func escape(_ text: some StringProtocol, inAttribute: Bool) {
    var text = String(text)
    text.withUTF8 { buffer in
      var start = 0
      for place in 0..<buffer.count {
        let byte = unsafe buffer[place]
        guard Self.isSpecial(byte) else { continue }
        unsafe bytes.append(contentsOf: buffer[start..<place])
        start = place + 1
        switch byte {
        case UInt8(ascii: "&"): markup("&amp;")
        case UInt8(ascii: "<"): markup("&lt;")
        case UInt8(ascii: ">"): markup("&gt;")
        case UInt8(ascii: "\""):
          if inAttribute { markup("&quot;") } else { bytes.append(byte) }
        default: break
        }
      }
      unsafe bytes.append(contentsOf: buffer[start...])
    }
  }

  /// Whether a byte is escaped, or left out: controls but tab and line ends.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x40 ? special >> UInt64(byte) & 1 != 0 : byte == 0x7F
  }

  /// A bit for each of the first 64 bytes.
  private static var special: UInt64 {
    let controls: UInt64 = 0xFFFF_FFFF & ~(1 << 0x09 | 1 << 0x0A | 1 << 0x0D)
    return controls | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
  }
}
