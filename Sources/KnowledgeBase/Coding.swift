/// Values as bytes, for the cache: numbers as varints, texts and lists behind their counts.
struct Encoder {
  private(set) var bytes: [UInt8] = []

  /// Appends what another encoder wrote.
  mutating func append(_ encoded: UnsafeRawBufferPointer) {
    unsafe bytes.append(contentsOf: encoded)
  }

  mutating func encode(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func encode(byte: UInt8) { bytes.append(byte) }

  mutating func encode(bytes string: [UInt8]) {
    encode(string.count)
    bytes.append(contentsOf: string)
  }

  mutating func encode(_ text: String) {
    encode(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func encode(_ text: String?) {
    encode(text == nil ? 0 : 1)
    if let text { encode(text) }
  }

  mutating func encode(_ texts: [String]) { encode(list: texts) { $0.encode($1) } }

  mutating func encode<Element>(list: [Element], _ element: (inout Encoder, Element) -> Void) {
    encode(list.count)
    for value in list { element(&self, value) }
  }
}

/// Reads what ``Encoder`` wrote; bytes that it did not write throw ``Damage``.
struct Decoder {
  /// The bytes are not what was written.
  struct Damage: Error {}

  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  mutating func int() throws(Damage) -> Int {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.endIndex, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: number)) }
      shift += 7
    }
    throw Damage()
  }

  /// A count of things that take at least a byte each.
  mutating func count() throws(Damage) -> Int {
    let count = try int()
    guard count >= 0, count <= bytes.endIndex - place else { throw Damage() }
    return count
  }

  mutating func text() throws(Damage) -> String {
    let count = try count()
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  mutating func optionalText() throws(Damage) -> String? { try int() == 0 ? nil : try text() }

  mutating func texts() throws(Damage) -> [String] {
    try list { (decoder) throws(Damage) in try decoder.text() }
  }

  mutating func list<Element>(
    _ element: (inout Decoder) throws(Damage) -> Element
  ) throws(Damage) -> [Element] {
    var values: [Element] = []
    for _ in 0..<(try count()) { values.append(try element(&self)) }
    return values
  }
}
