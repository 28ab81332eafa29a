/// The address behind a text, for terminals that follow links.
struct Hyperlink: Hashable, Sendable {
  /// The address, in printable ASCII alone, as OSC 8 demands.
  let address: String

  /// Links to an address on the web.
  init(url: String) {
    address = percentEncoded(url) { (0x21...0x7E).contains($0) }
  }

  /// Links to a file.
  ///
  /// - Parameters:
  ///   - path: The absolute path of the file.
  ///   - host: The name of this machine, by which a terminal knows that the file is near.
  init(path: String, host: String = "") {
    let encoded = percentEncoded(path) { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"): true
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
      default: false
      }
    }
    address = "file://\(host)\(encoded)"
  }
}

/// Writes each byte that is not allowed as `%` and two digits (RFC 3986, section 2.1).
private func percentEncoded(_ text: String, allowing isAllowed: (UInt8) -> Bool) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if isAllowed(byte) {
      bytes.append(byte)
    } else {
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
