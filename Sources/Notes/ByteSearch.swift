// Looks for a text in another by comparing bytes. Where a character could go on before or behind what was
// found, it is looked for again by characters: then the answer is that of the standard library. What is looked
// for holds no letter that can be written in two ways, as é can.

extension String {
  /// Whether a part stands in the text, as `contains` tells.
  ///
  /// - Complexity: O(*n*) in the bytes of the text, mostly without allocation.
  package func holds(_ part: String) -> Bool { self[...].holds(part) }

  /// The first place of a part, as `firstRange(of:)` tells.
  package func firstPlace(of part: String) -> Range<Index>? {
    let (bytes, wanted) = (utf8.span, part.utf8.span)
    guard let offset = find(wanted, in: bytes, from: 0) else { return nil }
    guard isBoundary(offset, in: bytes), isBoundary(offset + wanted.count, in: bytes) else {
      return firstRange(of: part)
    }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: wanted.count)
  }

  /// How often a part stands in the text.
  package func count(of part: String) -> Int {
    let (bytes, wanted) = (utf8.span, part.utf8.span)
    var count = 0
    var place = 0
    while let found = find(wanted, in: bytes, from: place) {
      place = found + wanted.count
      guard isBoundary(found, in: bytes), isBoundary(place, in: bytes) else {
        return ranges(of: part).count
      }
      count += 1
    }
    return count
  }
}

extension Substring {
  /// Whether a part stands in the text, as `contains` tells.
  package func holds(_ part: String) -> Bool {
    let (bytes, wanted) = (utf8.span, part.utf8.span)
    guard let offset = find(wanted, in: bytes, from: 0) else { return false }
    return isBoundary(offset, in: bytes) && isBoundary(offset + wanted.count, in: bytes)
      || contains(part)
  }
}

/// The first place from a byte on where some bytes stand; `nil` where there is none.
package func find(_ wanted: Span<UInt8>, in bytes: Span<UInt8>, from start: Int) -> Int? {
  guard wanted.count > 0 else { return nil }
  let first = wanted[0]
  var place = start
  while place + wanted.count <= bytes.count {
    if bytes[place] == first {
      var length = 1
      while length < wanted.count, bytes[place + length] == wanted[length] { length += 1 }
      if length == wanted.count { return place }
    }
    place += 1
  }
  return nil
}
