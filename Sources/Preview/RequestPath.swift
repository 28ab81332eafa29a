/// The path of a request as names of folders and files, none of which leads out of the site.
///
///     RequestPath("/r%C3%A9seau/vpc/")     // réseau, vpc; a folder
///     RequestPath("/a/../b")               // nil
struct RequestPath: Equatable {
  /// The names from the site's folder down, without escapes; none is empty, hidden, `.` or `..`.
  private(set) var names: [[UInt8]] = []

  /// Whether the path ends with a slash, as that of a folder does.
  private(set) var isFolder = true

  /// Reads a path as the client sent it, percent signs and all; `nil` where it is no path, holds a zero byte or
  /// an escaped slash, or names what is hidden.
  ///
  /// - Parameter text: The path, without the query.
  init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "/") else { return nil }
    for part in text.utf8.split(separator: UInt8(ascii: "/")) {
      guard let name = Self.decoded(part), Self.isVisible(name) else { return nil }
      names.append(name)
    }
    isFolder = text.utf8.last == UInt8(ascii: "/")
  }

  /// The path of the same thing as a folder, from the root, escaped where an address must be.
  var folderAddress: String {
    names.reduce(into: "/") { address, name in
      for byte in name {
        if Self.isUnreserved(byte) {
          address.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          let digits = String(byte, radix: 16, uppercase: true)
          address += digits.count == 1 ? "%0" + digits : "%" + digits
        }
      }
      address += "/"
    }
  }

  /// Resolves the escapes of one name.
  private static func decoded(_ part: Substring.UTF8View) -> [UInt8]? {
    var name: [UInt8] = []
    var rest = part[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        name.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, digits.utf8.first != UInt8(ascii: "+"),
        let value = UInt8(digits, radix: 16)
      else { return nil }
      rest = rest.dropFirst(2)
      name.append(value)
    }
    return name.contains(0) || name.contains(UInt8(ascii: "/")) ? nil : name
  }

  /// Whether a name is one that a site shows: hidden are `..`, and what builds keep to themselves.
  private static func isVisible(_ name: [UInt8]) -> Bool {
    name.first != UInt8(ascii: ".") || name == Array(".well-known".utf8)
  }

  /// RFC 3986, 2.3.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
