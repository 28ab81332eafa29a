/// An address that a note may lead to: relative, or with a scheme that does no harm; `nil` otherwise.
///
/// Browsers pass over white space and controls in a scheme, so that they are passed over here:
/// `java\tscript:` is no relative path.
///
/// - Parameter address: An address as a note has it.
/// - Returns: The address, percent-encoded where it must be; `nil` for `javascript:`, `data:`, `vbscript:` and
///   whatever else is not known to be harmless.
/// - Complexity: O(*n*) in the length of the address.
public func safeAddress(_ address: String) -> String? {
  let visible = address.utf8.filter { $0 > 0x20 && $0 != 0x7F }[...]
  if let colon = visible.firstIndex(of: UInt8(ascii: ":")) {
    let scheme = visible[..<colon]
    let isPath = scheme.contains { "/?#".utf8.contains($0) }
    if !isPath {
      let name = String(decoding: scheme, as: UTF8.self).lowercased()
      guard harmlessSchemes.contains(name), hasPort(visible[colon...]) else { return nil }
    }
  }
  return percentEncoded(address)
}

/// The host of an address on the web, without `www.`.
public func hostName(_ address: String) -> String {
  let rest = address[(address.firstRange(of: "://")?.upperBound ?? address.startIndex)...]
  let host = rest.prefix { !"/?#".contains($0) }
  return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
}

/// An address on the web as it is read: without its scheme, `www.` and a slash at the end, its middle left out where it
/// is long.
public func shortAddress(_ address: String) -> String {
  let host = hostName(address)
  let rest = address[(address.firstRange(of: host)?.upperBound ?? address.endIndex)...]
  let path = rest.hasSuffix("/") ? rest.dropLast() : rest
  return host + (path.count > 60 ? "/…" + path.suffix(50) : path)
}

/// Whether what follows a scheme names no port, or one of digits: `://host:80/`.
private func hasPort(_ rest: ArraySlice<UInt8>) -> Bool {
  guard rest.starts(with: "://".utf8) else { return true }
  let host = rest.dropFirst(3).prefix { !"/?#".utf8.contains($0) }
  let name = host.lastIndex(of: UInt8(ascii: "@")).map { host[($0 + 1)...] } ?? host
  guard !name.isEmpty else { return false }
  // A host that is a number in brackets would need them written as they are; no note needs it.
  guard name.first != UInt8(ascii: "[") else { return false }
  guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return true }
  return name[(colon + 1)...].allSatisfy { (0x30...0x39).contains($0) }
}

private let harmlessSchemes: Set = ["http", "https", "mailto", "tel", "ftp"]

/// An address whose bytes that may not stand in one are written `%XX`; what is encoded already stays.
///
/// - Parameter address: An address or a path.
/// - Returns: ASCII only.
/// - Complexity: O(*n*) in the length of the address.
public func percentEncoded(_ address: String) -> String {
  let source = address.utf8.span
  var plain = 0
  while plain < source.count, isAllowed(source[plain]) { plain += 1 }
  guard plain < source.count else { return address }
  var encoded: [UInt8] = []
  encoded.reserveCapacity(source.count)
  for place in source.indices {
    let byte = source[place]
    let isEscape =
      byte == UInt8(ascii: "%") && place + 2 < source.count && isHexDigit(source[place + 1])
      && isHexDigit(source[place + 2])
    if isEscape || isAllowed(byte) {
      encoded.append(byte)
    } else {
      encoded.append(UInt8(ascii: "%"))
      encoded.append(hexDigit(byte >> 4))
      encoded.append(hexDigit(byte & 15))
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}

/// Whether a byte may stand in an address as it is (RFC 3986); brackets may not, outside of a host.
private func isAllowed(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."): true
  case UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "?"),
    UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"),
    UInt8(ascii: "&")...UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
    true
  default: false
  }
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  switch byte | 0x20 {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
  default: false
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
