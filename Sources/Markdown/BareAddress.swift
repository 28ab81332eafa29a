/// An address written without brackets, by the rules of GitHub Flavored Markdown, section 6.9.
struct BareAddress {
  /// The length of `http://`, `https://` or `www.`.
  let prefixLength: Int

  /// The index after the address; where it is not valid, the index from which to read on.
  let end: Int

  /// Whether a host follows the prefix.
  let isValid: Bool

  /// Reads an address at `start`.
  ///
  /// `nil` where no prefix stands. O(*length of the address*).
  init?(in bytes: [UInt8], at start: Int) {
    let prefixes = ["https://", "http://", "www."]
    guard
      let prefix = prefixes.first(where: { prefix in
        bytes[start...].prefix(prefix.utf8.count).elementsEqual(prefix.utf8) {
          $0 == $1 || ($0.isASCIILetter && $0 | 0x20 == $1)
        }
      })
    else { return nil }
    prefixLength = prefix.utf8.count
    let hostStart = start + prefixLength
    let host = bytes[hostStart...].prefix {
      $0.isASCIIAlphanumeric || $0 >= 0x80 || "-_.".utf8.contains($0)
    }
    let addressEnd = Self.end(in: bytes, from: hostStart)
    let hostEnd = min(host.endIndex, addressEnd)
    isValid = Self.isHost(bytes[hostStart..<hostEnd])
    end = isValid ? Self.trimmedEnd(in: bytes, from: hostStart, to: addressEnd) : hostEnd
  }

  /// The last two parts of a host hold no underscore, and a host begins with a letter or digit.
  private static func isHost(_ host: ArraySlice<UInt8>) -> Bool {
    guard let first = host.first, first.isASCIIAlphanumeric || first >= 0x80 else { return false }
    let parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return !parts.suffix(2).joined().contains(UInt8(ascii: "_"))
  }

  /// The first white space, `<` or stand-in for a bracket.
  private static func end(in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= .space || byte == UInt8(ascii: "<") { break }
      if byte >= 0xC2, isSpace(bytes[index...].prefix(3)) { break }
      if Shield.isStandIn(Shield.openingBracket, in: bytes, at: index) { break }
      index += 1
    }
    return index
  }

  private static func isSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.text.unicodeScalars.first?.properties.isWhitespace == true
  }

  /// Leaves punctuation that ends a sentence, and brackets that nothing in the address opens.
  private static func trimmedEnd(in bytes: [UInt8], from start: Int, to addressEnd: Int) -> Int {
    var end = addressEnd
    var depths: [UInt8: Int] = [:]
    for byte in bytes[start..<end] where "()[]".utf8.contains(byte) {
      depths[byte, default: 0] += 1
    }
    while end > start {
      let last = bytes[end - 1]
      if last == UInt8(ascii: ")") || last == UInt8(ascii: "]") {
        let opening = last == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
        guard depths[last, default: 0] > depths[opening, default: 0] else { break }
        depths[last, default: 0] -= 1
      } else if last >= 0x80 {
        var first = end - 1
        while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
        guard isPunctuation(bytes[first..<end]) else { break }
        end = first
        continue
      } else if !"?!.,:;*_~'\"".utf8.contains(last) {
        break
      }
      end -= 1
    }
    return end
  }

  private static func isPunctuation(_ bytes: ArraySlice<UInt8>) -> Bool {
    switch bytes.text.unicodeScalars.first?.properties.generalCategory {
    case .finalPunctuation, .closePunctuation, .otherPunctuation: true
    default: false
    }
  }
}
